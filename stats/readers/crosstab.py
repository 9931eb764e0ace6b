"""The crosstab workbook: periods across, one language, hierarchical labels, stated totals, notes, a date.

IRCC publishes one for each table and language. Copies that a person saved again are read as well: without
title, without merged cells, with numbers for text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from stats.findings import Finding, Refused, Severity, refuse
from stats.labels import Language, tidy
from stats.periods import Frequency, Period
from stats.readers import header as headers
from stats.readers import notes
from stats.readers.body import second_block
from stats.readers.header import Header
from stats.readers.language import language
from stats.readers.layouts import Layout
from stats.readers.reading import Form, Reading
from stats.readers.sheets import Sheet
from stats.readers.tables import Table, label, tabulate

_SAMPLE = 100
"""Rows whose labels are enough to tell the language."""


def read(sheets: Sequence[Sheet], *, layout: Layout | None = None) -> Reading:
    """Read the largest sheet that holds a table; refused if none does."""
    tables = [sheet for sheet in sheets if headers.looks_like_table(sheet)]
    sheet = _chosen(tables)
    header = headers.find(sheet) if sheet else None
    if sheet is None or header is None:
        raise _no_table(sheets)
    spoken, doubt = _language(sheet, header)
    said = notes.source(_labels(sheet, header, range(header.below, len(sheet.rows))))
    cut_off = notes.cut_off(said) if said else None
    partial = _partial_year(header, cut_off)
    table = tabulate(sheet, partial, layout=layout, language=spoken)
    above = _texts(sheet, range(header.top))
    block = second_block(sheet, header, table.body)
    below = _texts(sheet, [row for row in range(table.body.after, len(sheet.rows)) if row not in block])
    return Reading(
        form=Form.CROSSTAB,
        headers=table.headers,
        rows=table.rows,
        periods=tuple(partial.periods.values()),
        cells=table.cells,
        languages=frozenset({spoken}),
        absent_is_zero=False,
        columns={period: column + 1 for column, period in partial.periods.items()},
        sheet=sheet.name,
        title=label(tidy(above[0]) if above else "", spoken),
        notes=tuple(label(line, spoken) for line in notes.lines([*above[1:], *below])),
        cut_off=cut_off,
        built=sheet.built,
        findings=(
            *table.findings,
            *doubt,
            *_other_sheets(sheet, [other.name for other in tables if other is not sheet]),
            *_ends(sheet, table, block),
            *_dated(sheet, table, said, cut_off),
            *([_partial_note(sheet, partial, header)] if partial is not header else []),
        ),
    )


def _texts(sheet: Sheet, rows: Sequence[int]) -> list[str]:
    """The text cells of rows, in order."""
    return [
        text for row in rows for cell in sheet.rows[row] if isinstance(cell, str) and (text := cell.strip())
    ]


def _chosen(tables: Sequence[Sheet]) -> Sheet | None:
    """The largest table in sight, the first one of several; one out of sight only if no other is there."""
    seen = [sheet for sheet in tables if not sheet.hidden] or tables
    return max(seen, key=lambda sheet: sum(map(len, sheet.rows)), default=None)


def _language(sheet: Sheet, header: Header) -> tuple[Language, tuple[Finding, ...]]:
    first = range(header.below, min(header.below + _SAMPLE, len(sheet.rows)))
    said = [*_texts(sheet, range(header.below)), *_labels(sheet, header, first)]
    return language(said, where=sheet.where())


def _labels(sheet: Sheet, header: Header, rows: Sequence[int]) -> list[str]:
    """The text cells of rows in the columns of labels, where notes and the source line stand too."""
    return [text for row in rows for column in range(header.labels) if (text := sheet.text(row, column))]


def _partial_year(header: Header, cut_off: date | None) -> Header:
    """The header with its last year partial, where an annual table's figures count up to a date within it."""
    if cut_off is None or any(p.frequency is not Frequency.YEAR for p in header.periods.values()):
        return header
    if (cut_off.month, cut_off.day) == (12, 31):
        return header
    periods = {
        column: Period(Frequency.YEAR_TO_DATE, cut_off.year, cut_off.month)
        if found.year == cut_off.year
        else found
        for column, found in header.periods.items()
    }
    return header if periods == header.periods else replace(header, periods=periods)


def _partial_note(sheet: Sheet, partial: Header, header: Header) -> Finding:
    column = next(c for c in header.periods if partial.periods[c] != header.periods[c])
    message = f"{header.periods[column]} was taken as {partial.periods[column]}, the date in the source line"
    return Finding("read.partial-year", Severity.NOTE, message, sheet.where(header.top, column))


def _other_sheets(sheet: Sheet, others: list[str]) -> list[Finding]:
    findings = []
    if sheet.hidden:
        message = f"the only table stands on {sheet.name!r}, a sheet that the workbook hides"
        findings.append(Finding("read.hidden-sheet", Severity.NOTE, message, sheet.where()))
    if others:
        message = f"the sheets {others!r} look like tables too; only {sheet.name!r} was read"
        findings.append(Finding("read.more-sheets", Severity.WARNING, message, sheet.where()))
    return findings


def _ends(sheet: Sheet, table: Table, block: tuple[int, ...]) -> list[Finding]:
    """What is to be said about the end of a table: no total, a second block."""
    findings = []
    if not table.body.has_grand_total:
        message = "the table has no grand total at its end; it may have been cut off"
        findings.append(
            Finding("read.no-grand-total", Severity.WARNING, message, sheet.where(table.body.lines[-1]))
        )
    if block:
        message = f"rows {block[0] + 1} to {block[-1] + 1}, after the grand total, were not read"
        findings.append(Finding("read.second-block", Severity.NOTE, message, sheet.where(block[0])))
    return findings


def _dated(sheet: Sheet, table: Table, said: str | None, cut_off: date | None) -> list[Finding]:
    """What is to be said where no date tells how far the figures go."""
    if cut_off is not None:
        return []
    message = (
        f"the source line {said!r} has no date" if said else "there is no source line with a cut-off date"
    )
    printed = table.header.periods.values()
    if any(period.frequency is not Frequency.YEAR for period in printed):
        return [Finding("read.no-cut-off", Severity.NOTE, message, sheet.where())]
    message += f"; {max(printed)} was taken as a whole year"
    return [Finding("read.open-year", Severity.WARNING, message, sheet.where(table.header.top))]


def _no_table(sheets: Sequence[Sheet]) -> Refused:
    begins = next((text for sheet in sheets for text in _texts(sheet, range(min(5, len(sheet.rows))))), "")
    names = [sheet.name for sheet in sheets]
    return refuse(
        "read.no-table",
        f"no table was found on the sheets {names!r}, which begin with {begins[:60]!r}: "
        f"a header with three or more years within the first {headers.SEARCHED} rows is expected",
        Sheet(sheets[0].file if sheets else "", "", ()).where(),
    )
