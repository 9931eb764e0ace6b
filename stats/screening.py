"""Screening: what is certainly wrong with a reading, and what a person should look at.

Each rule is a small class with an id, a sentence and a remedy; `RULES` lists them all. A rule sees the
reading and, where the dataset has an edition in force, what that covers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from stats.codebook import Coverage
from stats.findings import Finding, Severity, Where
from stats.matching import Matching
from stats.periods import Frequency
from stats.readers.reading import Reading
from stats.values import Disclosure, Status

SHOWN = 3
"""How many places a rule names."""
LARGEST = 2_000_000_000
"""No table of people has larger figures, and the store of cells no room for them."""
LONGEST = 300
"""How many characters a member's code may have; a part's begins with that of its group."""


@dataclass(frozen=True)
class Screened:
    """What a rule looks at."""

    reading: Reading
    matching: Matching
    disclosure: Disclosure
    file: str
    before: Coverage | None
    known_members: int
    coverage: Coverage

    def where(self, row: int | None = None, column: int | None = None) -> Where:
        """A place in the file, from an index into the rows of the reading."""
        line = self.reading.rows[row].line if row is not None else None
        return Where(self.file, self.reading.sheet, line, column)


class Rule(Protocol):
    """One thing that may be wrong with a file."""

    id: str
    severity: Severity
    sentence: str
    remedy: str

    def check(self, screened: Screened) -> Iterator[Finding]:
        """The findings; none where all is well."""


class OffBase:
    """Numbers that the publisher's rounding cannot give."""

    id = "screen.off-base"
    severity = Severity.REFUSAL
    sentence = "Numbers are not multiples of the dataset's rounding base."
    remedy = "Fetch the file from the publisher again; if it is no longer rounded, change the rounding base."

    def check(self, screened: Screened) -> Iterator[Finding]:
        base = screened.disclosure.base
        cells = screened.reading.cells.filter(
            (pl.col("status") == Status.NORMAL) & ((pl.col("number") % base) != 0)
        )
        for row, period, number in cells.select("row", "period", "number").head(SHOWN).iter_rows():
            column = {p.code: c for p, c in screened.reading.columns.items()}.get(period)
            message = f"{number!r} is not a multiple of {base} ({cells.height} such cells)"
            yield Finding(self.id, self.severity, message, screened.where(row, column))


class TooLarge:
    """Numbers that count more people than there could be."""

    id = "screen.too-large"
    severity = Severity.REFUSAL
    sentence = "Numbers are larger than any count of people."
    remedy = "Fetch the file from the publisher again; columns may have run together."

    def check(self, screened: Screened) -> Iterator[Finding]:
        cells = screened.reading.cells.filter(pl.col("number") > LARGEST)
        for row, period, number in cells.select("row", "period", "number").head(SHOWN).iter_rows():
            column = {p.code: c for p, c in screened.reading.columns.items()}.get(period)
            message = f"{number:,} is more than {LARGEST:,} ({cells.height} such cells)"
            yield Finding(self.id, self.severity, message, screened.where(row, column))


class NameTooLong:
    """Labels that no member can have."""

    id = "screen.name-too-long"
    severity = Severity.REFUSAL
    sentence = "Labels are longer than any name."
    remedy = "Look at the label columns of the file; a note may have slipped into them."

    def check(self, screened: Screened) -> Iterator[Finding]:
        for index, codes in enumerate(screened.matching.rows):
            if any(len(code) > LONGEST for code in codes):
                longest = max(codes, key=len)
                message = f"{longest[:60]!r}… has {len(longest)} characters, at most {LONGEST} are expected"
                yield Finding(self.id, self.severity, message, screened.where(index))
                return


class SameRowTwice:
    """One combination of members in two rows."""

    id = "screen.same-row-twice"
    severity = Severity.REFUSAL
    sentence = "Two rows stand for the same members."
    remedy = "Remove the doubled row, or fetch the file again."

    def check(self, screened: Screened) -> Iterator[Finding]:
        first: dict[tuple[str, ...], int] = {}
        for index, codes in enumerate(screened.matching.rows):
            if codes in first:
                other = screened.reading.rows[first[codes]].line
                message = f"{' / '.join(codes)!r} stands in row {other} already"
                yield Finding(self.id, self.severity, message, screened.where(index))
            first.setdefault(codes, index)


class OlderThanInForce:
    """An edition that ends before the one in force."""

    id = "screen.older"
    severity = Severity.REFUSAL
    sentence = "The file ends before the edition in force does."
    remedy = "Import editions in the order of their publication, or take back the newer one first."

    def check(self, screened: Screened) -> Iterator[Finding]:
        before, now = screened.before, screened.coverage
        if before and before.until and now.until and now.until < before.until:
            message = f"the file covers up to {now.until}, the edition in force up to {before.until}"
            yield Finding(self.id, self.severity, message, screened.where())


class PeriodsGone:
    """Periods that the edition in force has and the file has not."""

    id = "screen.periods-gone"
    severity = Severity.WARNING
    sentence = "Periods that the edition in force covers are no longer there."
    remedy = "Check that the file is complete."

    def check(self, screened: Screened) -> Iterator[Finding]:
        if screened.before is None:
            return
        for frequency in (Frequency.MONTH, Frequency.YEAR):
            now = screened.coverage.of(frequency)
            gone = sorted(set(screened.before.of(frequency)) - set(now)) if now else []
            if gone:
                message = f"{len(gone)} periods are gone, {gone[0]} to {gone[-1]}"
                yield Finding(self.id, self.severity, message, screened.where())


class AnotherTable:
    """Most labels are unknown: the file is not the table that it is said to be."""

    id = "screen.another-table"
    severity = Severity.REFUSAL
    sentence = "Most of its members are unknown to the dataset."
    remedy = "Choose the dataset that the file belongs to."

    def check(self, screened: Screened) -> Iterator[Finding]:
        met = sum(len(axis) for axis in screened.matching.members)
        new = screened.matching.new_members
        if screened.known_members and new * 2 > met:
            message = f"{new} of {met} members are unknown: this is not the table that it is said to be"
            yield Finding(self.id, self.severity, message, screened.where())


class RowsGone:
    """Far fewer rows than the dataset has."""

    id = "screen.rows-gone"
    severity = Severity.REFUSAL
    sentence = "Half of the members are gone."
    remedy = "Fetch the whole file; this one seems to be cut off."

    def check(self, screened: Screened) -> Iterator[Finding]:
        met = sum(1 for axis in screened.matching.members for m in axis.values() if not m.new)
        if screened.known_members and met * 2 < screened.known_members:
            message = f"only {met} of {screened.known_members} known members are in the file"
            yield Finding(self.id, self.severity, message, screened.where())


RULES: tuple[Rule, ...] = (
    OffBase(),
    TooLarge(),
    NameTooLong(),
    SameRowTwice(),
    OlderThanInForce(),
    PeriodsGone(),
    AnotherTable(),
    RowsGone(),
)


def screen(screened: Screened) -> list[Finding]:
    """The findings of all rules, in their order."""
    return [finding for rule in RULES for finding in rule.check(screened)]
