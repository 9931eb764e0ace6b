"""Where a table's header is and which period stands over each column.

The header is found as the first row with three or more years, because copies that people saved have lost the
title or the merged cells. A full year has 17 columns: months, four quarter totals and the year's; the last
quarter and year are partial and still called totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stats.findings import Finding, Severity, refuse
from stats.periods import Frequency, Period
from stats.readers.headings import ACCEPTED, Heading, Kind, heading, period
from stats.readers.sheets import Sheet

SEARCHED = 15
"""Rows in which a header is looked for."""
_YEARS = 3
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table; rows and columns count from 0."""

    top: int
    """The row of the years."""
    below: int
    """The first row under the header."""
    labels: int
    """How many label columns stand left of the figures."""
    periods: dict[int, Period]
    """The period over each column that has one, from the left."""
    years: dict[int, int]
    """The year over each column, with or without a period."""
    unnamed: tuple[int, ...]
    """Columns between others over which no period stands."""
    findings: tuple[Finding, ...]


def find(sheet: Sheet) -> Header | None:
    """The header of a sheet, or None if nothing in its first rows looks like one.

    Refused if one is there with a heading that is no period, or with the same period twice.
    """
    top = _top(sheet)
    if top is None:
        return None
    over = [heading(cell) for cell in sheet.rows[top]]
    first = next(column for column, found in enumerate(over) if found is not None)
    labels, below, findings = _corner(sheet, top, first)
    if labels == 0:
        raise refuse(
            "read.no-labels",
            f"the periods begin in the first column with {sheet.text(top, 0)!r}: "
            "at least one column of labels to the left of them is expected",
            sheet.where(top, 0),
        )
    stack = [_row(sheet, row, labels) for row in range(top, below)]
    return _assemble(sheet, top=top, below=below, labels=labels, stack=stack, findings=findings)


def looks_like_table(sheet: Sheet) -> bool:
    """Whether a sheet has a row of years or months where a header stands, readable or not."""
    return _top(sheet) is not None


def _top(sheet: Sheet) -> int | None:
    """The row of the years (or of months with their years)."""
    fallback = None
    for index, row in enumerate(sheet.rows[:SEARCHED]):
        complete = sum(found is not None and found.complete for found in map(heading, row))
        if complete >= _YEARS:
            return index
        if complete and fallback is None and _continues(sheet, index + 1, least=_YEARS):
            fallback = index
    return fallback


def _continues(sheet: Sheet, row: int, *, least: int = 1) -> bool:
    """Whether a row holds months, quarters or totals, mostly and at least so many."""
    if row >= len(sheet.rows):
        return False
    cells = [cell for cell in sheet.rows[row] if cell not in ("", None)]
    found = [h for h in map(heading, cells) if h is not None and h.kind is not Kind.YEAR]
    return len(found) >= max(least, (len(cells) + 1) // 2)


def _corner(sheet: Sheet, top: int, first: int) -> tuple[int, int, tuple[Finding, ...]]:
    """The number of label columns and the row below the header, from the merged corner if there is one."""
    for (row, column), (bottom, right) in sheet.merges:
        if (row, column) == (top, 0) and right < first and bottom < top + _DEPTH + 1:
            return right + 1, bottom + 1, ()
    below = top + 1
    while below < top + _DEPTH + 1 and not any(sheet.text(below, c) for c in range(first)):
        if not _continues(sheet, below):
            break
        below += 1
    if not sheet.name or (first == 1 and below == top + 1):
        return first, below, ()
    message = (
        f"no merges: header found by its years, {first} label columns and {below - top} header rows told "
        "from the cells"
    )
    return first, below, (Finding("read.no-merges", Severity.NOTE, message, sheet.where(top, 0)),)


def _row(sheet: Sheet, row: int, labels: int) -> list[Heading | None]:
    cells = sheet.rows[row]
    found = [heading(cell) if column >= labels else None for column, cell in enumerate(cells)]
    for column, cell in enumerate(cells):
        if column >= labels and found[column] is None and sheet.text(row, column):
            raise refuse(
                "read.heading",
                f"the heading {cell!r} is no period: {ACCEPTED} is expected",
                sheet.where(row, column),
            )
    return found


def _assemble(
    sheet: Sheet,
    *,
    top: int,
    below: int,
    labels: int,
    stack: list[list[Heading | None]],
    findings: tuple[Finding, ...],
) -> Header:
    own = [_lowest(column) for column in zip(*stack, strict=True)]
    last = max(column for column, found in enumerate(own) if found is not None)
    layered = any(found for row in stack[1:] for found in row)
    years = _years_over(stack[0], last)
    reach = _reach(own, years)
    periods: dict[int, Period] = {}
    unnamed = []
    for column in range(labels, last + 1):
        found = own[column]
        if found is None or (layered and found.kind is Kind.YEAR):
            unnamed.append(column)
            continue
        try:
            of_year = years.get(column)
            year = found.year if found.year is not None else of_year
            periods[column] = period(found, of_year=of_year, last_month=reach.get(year or 0, 12))
        except ValueError as error:
            message = f"the heading {sheet.text(below - 1, column)!r} is no period: {error}"
            raise refuse("read.heading", message, sheet.where(below - 1, column)) from None
    _refuse_twice(sheet, top, periods)
    _refuse_disagreement(sheet, top, stack)
    findings += (*_short_years(sheet, below - 1, own), *_gaps(sheet, top, periods.values()))
    return Header(top, below, labels, periods, years, tuple(unnamed), findings)


def _lowest(column: Sequence[Heading | None]) -> Heading | None:
    return next((found for found in reversed(column) if found is not None), None)


def _years_over(row: Sequence[Heading | None], last: int) -> dict[int, int]:
    years: dict[int, int] = {}
    current = None
    for column, found in enumerate(row[: last + 1]):
        if found is not None and found.year is not None:
            current = found.year
        if current is not None:
            years[column] = current
    return years


def _reach(own: Sequence[Heading | None], years: dict[int, int]) -> dict[int, int]:
    """The last month printed of each year that has months or, without them, quarters."""
    months: dict[int, int] = {}
    quarters: dict[int, int] = {}
    for column, found in enumerate(own):
        year = None if found is None else found.year if found.year is not None else years.get(column)
        if found is None or year is None:
            continue
        if found.kind is Kind.MONTH:
            months[year] = max(found.n, months.get(year, 0))
        elif found.kind in (Kind.QUARTER, Kind.QUARTER_TOTAL):
            quarters[year] = max(3 * found.n, quarters.get(year, 0))
    return quarters | months


def _refuse_twice(sheet: Sheet, top: int, periods: dict[int, Period]) -> None:
    seen: dict[Period, int] = {}
    for column, found in periods.items():
        if found in seen:
            raise refuse(
                "read.period-twice",
                f"{found} stands over columns {seen[found] + 1} and {column + 1}: once is expected",
                sheet.where(top, column),
            )
        seen[found] = column


def _refuse_disagreement(sheet: Sheet, top: int, stack: list[list[Heading | None]]) -> None:
    """Refuse a month, or the total of a quarter, that stands under another quarter."""
    if len(stack) < _DEPTH:
        return
    over: int | None = None
    for column, (above, below) in enumerate(zip(stack[-2], stack[-1], strict=True)):
        if above is not None:
            over = above.n if above.kind is Kind.QUARTER else None
        if below is None or over is None:
            continue
        quarter = (below.n + 2) // 3 if below.kind is Kind.MONTH else below.n
        if quarter != over:
            said = sheet.text(top + len(stack) - 1, column)
            message = (
                f"{said!r} stands under the heading of quarter {over}: a month or total of it is expected"
            )
            raise refuse("read.heading", message, sheet.where(top + len(stack) - 1, column))


def _short_years(sheet: Sheet, row: int, own: Sequence[Heading | None]) -> Iterable[Finding]:
    column = next((column for column, found in enumerate(own) if found is not None and found.short), None)
    if column is not None:
        message = (
            f"years of two digits, such as in {sheet.text(row, column)!r}, were taken as those from 2000 on"
        )
        yield Finding("read.two-digit-years", Severity.NOTE, message, sheet.where(row, column))


def _gaps(sheet: Sheet, top: int, periods: Iterable[Period]) -> Iterable[Finding]:
    for frequency in (Frequency.MONTH, Frequency.YEAR):
        printed = sorted(p for p in periods if p.frequency is frequency)
        for before, after in pairwise(printed):
            if before.next != after:
                message = f"no column for {before.next}, between {before} and {after}"
                yield Finding("read.period-gap", Severity.WARNING, message, sheet.where(top))
