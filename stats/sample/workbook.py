"""Writes IRCC's crosstab workbook in one language: title, merged header, text cells, notes, source.

The same table gives the same bytes each time: the date of creation is fixed, and the archive is packed again
with it, because the publisher's entries carry the day on which a workbook was built.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from stats.labels import Language
from stats.periods import Period
from stats.sample.odp import MONTHS
from stats.sample.printing import HIDDEN

_TOP = 2
"""The row of the header, from 0: the title and a blank row stand above."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its label and the column, from 0, in which it stands, and the printed cells."""

    label: str
    depth: int
    cells: Sequence[int]


@dataclass(frozen=True, slots=True)
class Crosstab:
    """A workbook's table. `notes` stand below it, the source last."""

    sheet: str
    title: str
    header: str
    label_columns: int
    lines: Sequence[Line]
    notes: Sequence[str]
    source: str


def years(numbers: Sequence[int]) -> list[list[str]]:
    """The header of an annual table: one row of years."""
    return [[str(number) for number in numbers]]


def months(periods: Sequence[Period], language: Language) -> list[list[str]]:
    """The header of a monthly table: years, quarters, and months with the totals of quarters and years.

    A name stands over the first of its columns; the other ones are empty and merged with it.
    """
    rows: list[list[str]] = [[], [], []]
    for i, period in enumerate(periods):
        last = i + 1 == len(periods)
        quarter = f"{'T' if language == 'fr' else 'Q'}{period.quarter.n}"
        rows[0].append(str(period.year) if period.n == 1 else "")
        rows[1].append(quarter if period.n % 3 == 1 else "")
        rows[2].append(MONTHS[period.n - 1].in_language(language))
        if last or period.n % 3 == 0:
            _total(rows, "", quarter, language)
        if last or period.n == 12:
            _total(rows, str(period.year), "", language)
    return rows


def _total(rows: list[list[str]], year: str, quarter: str, language: Language) -> None:
    name = f"Total {year or quarter}" if language == "fr" else f"{year or quarter} Total"
    rows[0].append("")
    rows[1].append(name if year else "")
    rows[2].append("" if year else name)


def write(table: Crosstab, header: Sequence[Sequence[str]], *, language: Language, built: date) -> bytes:
    """The bytes of the workbook, as it would have been built on a day."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"created": datetime(built.year, built.month, built.day, tzinfo=UTC)})
    sheet = book.add_worksheet(table.sheet)
    sheet.write_string(0, 0, table.title)
    _write_header(sheet, table, header)
    bottom = _TOP + len(header)
    for row, line in enumerate(table.lines, start=bottom):
        sheet.write_string(row, line.depth, line.label)
        for column, cell in enumerate(line.cells, start=table.label_columns):
            sheet.write_string(row, column, _shown(cell, language))
    row = bottom + len(table.lines) + 1
    for text in (*table.notes, "", table.source):
        sheet.write_string(row, 0, text)
        row += 1
    book.close()
    return _packed(made.getvalue(), built)


def _write_header(sheet: Worksheet, table: Crosstab, header: Sequence[Sequence[str]]) -> None:
    last, columns = _TOP + len(header) - 1, table.label_columns
    if last > _TOP or columns > 1:
        sheet.merge_range(_TOP, 0, last, columns - 1, table.header)
    else:
        sheet.write_string(_TOP, 0, table.header)
    for i, names in enumerate(header):
        for start, name, width in _spans(header, i):
            top, left = _TOP + i, columns + start
            down = last if i == 1 and not header[2][start] else top
            if width > 1 or down > top:
                sheet.merge_range(top, left, down, left + width - 1, name)
            else:
                sheet.write_string(top, left, names[start])


def _spans(header: Sequence[Sequence[str]], row: int) -> list[tuple[int, str, int]]:
    """Where each name of a header row begins, and over how many columns it stands: one, in the last row."""
    names = header[row]
    starts = [i for i, name in enumerate(names) if name]
    ends = [start + 1 for start in starts] if row == len(header) - 1 else [*starts[1:], len(names)]
    return [(start, names[start], end - start) for start, end in zip(starts, ends, strict=True)]


def _shown(cell: int, language: Language) -> str:
    if cell == HIDDEN:
        return "--"
    return f"{cell:,}".replace(",", "\N{NO-BREAK SPACE}" if language == "fr" else ",")


def _packed(data: bytes, built: date) -> bytes:
    """The same archive with the day of building on every entry."""
    packed = io.BytesIO()
    day = (built.year, built.month, built.day, 8, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(zipfile.ZipInfo(entry.filename, day), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
