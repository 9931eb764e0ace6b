"""Whether a file is the table that it is said to be, and all of it."""

from __future__ import annotations

from collections.abc import Iterator

from stats.findings import Finding, Severity
from stats.screening.rule import Screened


class AnotherTable:
    """Most labels are unknown: the file is not the table that it is said to be."""

    id = "screen.another-table"
    severity = Severity.REFUSAL
    sentence = "Most of its members are unknown to the dataset."
    example = "3 of 4 members are unknown: this is not the table that it is said to be"
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
    example = "only 1 of 4 known members are in the file"
    remedy = "Fetch the whole file; this one seems to be cut off."

    def check(self, screened: Screened) -> Iterator[Finding]:
        met = sum(1 for axis in screened.matching.members for m in axis.values() if not m.new)
        if screened.known_members and met * 2 < screened.known_members:
            message = f"only {met} of {screened.known_members} known members are in the file"
            yield Finding(self.id, self.severity, message, screened.where())
