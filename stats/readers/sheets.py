"""A grid of cells with a place: what is left of a workbook's sheet or of a delimited text once it is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stats.findings import Where
from stats.readers.marks import as_text

Merge = tuple[tuple[int, int], tuple[int, int]]
"""Top left and bottom right of a merged range, as row and column from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet, all rows equally long; `name` is empty for a text file."""

    file: str
    name: str
    rows: Sequence[Sequence[object]]
    merges: tuple[Merge, ...] = ()
    built: date | None = None
    hidden: bool = False
    """Whether the workbook keeps the sheet out of sight."""

    def where(self, row: int | None = None, column: int | None = None) -> Where:
        """The place of a row and column counted from 0."""
        return Where(
            self.file,
            self.name,
            None if row is None else row + 1,
            None if column is None else column + 1,
        )

    @property
    def begins(self) -> list[str]:
        """The cells of the first row as text."""
        return [as_text(cell) for cell in self.rows[0]] if self.rows else []

    def text(self, row: int, column: int) -> str:
        """A cell as text, empty beyond the edges."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return as_text(self.rows[row][column])
