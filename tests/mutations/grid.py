"""A release as a grid of cells in which damage can be done, and the way back to what a reader takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from stats.findings import Where
from stats.readers import crosstab, header, workbook
from stats.readers.layouts import Layout
from stats.readers.marks import as_text
from stats.readers.odp_header import columns
from stats.readers.reading import Form, Reading
from stats.readers.sheets import Sheet
from stats.readers.sniff import read
from stats.readers.texts import decode, delimiter

Place = tuple[int, int]


@dataclass(frozen=True)
class Grid:
    """The cells of one file; rows and columns count from 0. Damaged copies share the rows they left alone."""

    path: Path
    form: Form
    rows: Sequence[Sequence[object]]
    heads: Sequence[int]
    """The rows of the header."""
    lines: Sequence[int]
    """The rows with figures."""
    labels: Sequence[int]
    """The columns left of the figures: labels, and in an ODP text time."""
    figures: Sequence[int]
    """The columns of figures."""
    by: str = ""
    sheet: Sheet | None = None

    def text(self, place: Place) -> str:
        """What is printed at a place."""
        return as_text(self.rows[place[0]][place[1]])

    def pick(self, random: Random, fits: Callable[[str], object]) -> Place | None:
        """A figure that fits, or None where a hundred tries find none."""
        for _ in range(100):
            place = random.choice(self.lines), random.choice(self.figures)
            if fits(self.text(place)):
                return place
        return None

    def put(self, *cells: tuple[Place, object]) -> Grid:
        """A copy with other contents at some places."""
        rows = list(self.rows)
        for (row, column), cell in cells:
            rows[row] = [*rows[row][:column], cell, *rows[row][column + 1 :]]
        return replace(self, rows=rows)

    def swap(self, one: Place, other: Place) -> Grid:
        """A copy in which two cells have changed places."""
        return self.put((one, self.rows[other[0]][other[1]]), (other, self.rows[one[0]][one[1]]))

    def with_rows(self, rows: Sequence[Sequence[object]]) -> Grid:
        """A copy with other rows altogether."""
        return replace(self, rows=rows)

    def as_bytes(self, *, by: str | None = None, encoding: str = "utf-8") -> bytes:
        """The grid as delimited text; an ODP text is written without quotes, as it is published."""
        by = by or self.by or ","
        out = io.StringIO()
        if self.form is Form.ODP and by == "\t":
            out.writelines(by.join(map(as_text, row)) + "\r\n" for row in self.rows)
        else:
            csv.writer(out, delimiter=by).writerows([map(as_text, row) for row in self.rows])
        return out.getvalue().encode(encoding, errors="replace")

    def read(self, layout: Layout | None) -> Reading:
        """What a reader makes of it: of a text by its bytes, of a workbook by its sheet."""
        if self.sheet is None:
            return read(self.as_bytes(), name=self.path.name, layout=layout)
        width = max(map(len, self.rows))
        rows = [[*row, *[""] * (width - len(row))] for row in self.rows]
        return crosstab.read([replace(self.sheet, rows=rows)], layout=layout)


def grid(path: Path, reading: Reading) -> Grid:
    """The grid of a file that was read."""
    if reading.form is Form.CROSSTAB:
        sheet = next(s for s in workbook.sheets(path.read_bytes(), name=path.name) if s.name == reading.sheet)
        found = header.find(sheet)
        assert found is not None
        return Grid(
            path,
            reading.form,
            sheet.rows,
            range(found.top, found.below),
            [row.line - 1 for row in reading.rows],
            range(found.labels),
            list(found.periods),
            sheet=sheet,
        )
    text = decode(path.read_bytes(), name=path.name)
    by = delimiter(text.first_line) or "\t"
    if reading.form is Form.ODP:
        rows = [line.split(by) for line in text.body.rstrip("\n").split("\n")]
        head = columns([name.strip() for name in rows[0]], layout=None, where=Where(path.name))
        labels = [*head.label_columns, *head.time_columns]
        return Grid(path, reading.form, rows, [0], range(1, len(rows)), labels, [head.total], by=by)
    rows = [row for row in csv.reader(text.body.split("\n"), delimiter=by) if row]
    figures = [column - 1 for column in reading.columns.values()]
    return Grid(path, reading.form, rows, [0], range(1, len(rows)), range(min(figures)), figures, by=by)
