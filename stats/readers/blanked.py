"""Refusing a table whose columns somebody emptied.

A person who clears the monthly columns of a workbook and leaves its totals makes a file that opens, has all
its rows and a date, and says nothing. The refusal names what is missing and what was left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from stats.findings import Finding, Refused, Severity, refuse
from stats.periods import Frequency, Period, month
from stats.readers.body import Body
from stats.readers.header import Header
from stats.readers.sheets import Sheet

_YEARS = (Frequency.YEAR, Frequency.YEAR_TO_DATE)


def screen(sheet: Sheet, header: Header, body: Body, empty: Collection[int]) -> tuple[Finding, ...]:
    """Findings on columns without headings; refuses figures without heading and periods without figures.

    `empty` are the columns with a period and not one figure.
    """
    for column in header.unnamed:
        for row in body.lines:
            if text := sheet.text(row, column):
                raise refuse(
                    "read.no-period",
                    f"the figure {text!r} stands in a column without a period: a year, quarter or month is "
                    "expected in the header",
                    sheet.where(row, column),
                )
    named_years = Counter(header.years.get(column) for column in header.periods)
    lost = [column for column in header.unnamed if named_years[header.years.get(column)] <= 1]
    if lost or empty:
        raise _refusal(sheet, header, sorted({*lost, *empty}), lost)
    return tuple(
        Finding(
            "read.blank-column",
            Severity.NOTE,
            "an empty column was passed over",
            sheet.where(header.top, column),
        )
        for column in header.unnamed
    )


def _refusal(sheet: Sheet, header: Header, columns: Sequence[int], lost: Sequence[int]) -> Refused:
    months = sorted({p for c in columns if (p := header.periods.get(c)) and p.frequency is Frequency.MONTH})
    if not months:
        months = _months_once_there(header, lost)
    if len(columns) == 1:
        what = f"column {columns[0] + 1} is blank"
    else:
        what = f"{len(columns)} columns are blank, from column {columns[0] + 1} to column {columns[-1] + 1}"
    if months:
        what += f"; missing are the months from {months[0]} to {months[-1]} ({len(months)})"
    elif named := [header.periods[c] for c in columns if c in header.periods]:
        what += f"; missing are {named[0]} to {named[-1]}"
    left = [period for column, period in header.periods.items() if column not in columns]
    rest = f"{len(left)} columns were left: {_listed(left)}" if left else "no figure was left"
    return refuse(
        "read.blanked",
        f"{what}; {rest}; a file with figures in every column is expected",
        sheet.where(header.top, columns[0]),
    )


def _listed(periods: Sequence[Period]) -> str:
    words = [f"{p} Total" if p.frequency in _YEARS else str(p) for p in periods]
    return ", ".join(words) if len(words) <= 4 else f"{words[0]}, {words[1]} … {words[-1]}"


def _months_once_there(header: Header, columns: Sequence[int]) -> list[Period]:
    """The months that stood in columns that lost their headings, from how many columns each year has.

    A year up to month m has m months, a total for each quarter begun, and its own; or without quarters m + 1.
    """
    months: list[Period] = []
    blank = Counter(header.years[column] for column in columns if column in header.years)
    quarterly = any(width == 16 for width in blank.values())
    for year in sorted(blank):
        width = blank[year]
        last = next((m for m in range(1, 13) if (m + (m + 2) // 3 if quarterly else m) == width), None)
        if last is None:
            return []
        months += [month(year, n) for n in range(1, last + 1)]
    return months
