"""What a rule is, and what it looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

import polars as pl

from stats.codebook import Coverage, Measures
from stats.findings import Finding, Severity, Where
from stats.labels import Label
from stats.matching import Matching
from stats.periods import Frequency, Period
from stats.printed import Printed
from stats.readers.reading import Reading
from stats.values import Disclosure

SHOWN = 3
"""How many places a rule names."""


@dataclass(frozen=True)
class InForce:
    """What is known of the edition in force, its figures aside."""

    coverage: Coverage
    title: Label = Label()
    notes: tuple[Label, ...] = ()
    cut_off: date | None = None


@dataclass(frozen=True)
class Screened:
    """A file whose labels are matched, what its dataset counts, and the edition that it follows.

    `known_members` is how many members the dataset has had in an edition, 0 before the first one.
    """

    printed: Printed
    file: str
    disclosure: Disclosure
    measures: Measures
    months_add: bool
    members_add: bool
    before: InForce | None = None
    known_members: int = 0

    @property
    def reading(self) -> Reading:
        return self.printed.reading

    @property
    def matching(self) -> Matching:
        return self.printed.matching

    @property
    def coverage(self) -> Coverage:
        return self.printed.coverage

    @cached_property
    def finest(self) -> Frequency:
        """The shortest length of period that the file prints."""
        return max(
            (p.frequency for p in self.reading.periods if not p.frequency.partial), default=Frequency.YEAR
        )

    def where(self, row: int | None = None, column: int | None = None) -> Where:
        """A place in the file, from an index into the rows of the reading and a column of the sheet."""
        line = self.reading.rows[row].line if row is not None else None
        return Where(self.file, self.reading.sheet, line, column)

    def cell(self, row: int, period: int) -> Where:
        """The place of a cell, from an index into the rows and the code of a period."""
        if self.reading.lines is None:
            return self.where(row, self._columns.get(period))
        lines = self.reading.lines.filter((pl.col("row") == row) & (pl.col("period") == period))["line"]
        return Where(self.file, self.reading.sheet, int(lines[0])) if len(lines) else self.where(row)

    def named(self, row: int) -> str:
        """The labels of a row, from the outermost in, of its innermost dimension that is not a total."""
        path = [label.in_language("en") for entry in self.reading.rows[row].path for label in entry]
        return " / ".join(path) or "the grand total"

    @cached_property
    def _columns(self) -> dict[int, int]:
        return {period.code: column for period, column in self.reading.columns.items()}


class Rule(Protocol):
    """One thing that may be wrong with a file. `example` is a message that it has really given."""

    id: str
    severity: Severity
    sentence: str
    example: str
    remedy: str

    def check(self, screened: Screened) -> Iterator[Finding]:
        """The findings; none where all is well."""


def shown(period: int) -> str:
    """A period by its code, as messages name it."""
    return str(Period.from_code(period))
