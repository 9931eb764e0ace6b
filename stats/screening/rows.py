"""Rows that cannot stand as they are: labels that are no names, and members that come twice."""

from __future__ import annotations

from collections.abc import Iterator

from stats.findings import Finding, Severity
from stats.screening.rule import Screened

LONGEST = 300
"""How many characters a member's code may have; a part's begins with that of its group."""


class NameTooLong:
    """Labels that no member can have."""

    id = "screen.name-too-long"
    severity = Severity.REFUSAL
    sentence = "Labels are longer than any name."
    example = (
        "'a-note-a-note-a-note-a-note-a-note-a-note-a-note-a-note-a-no'… has 349 characters, "
        "at most 300 are expected"
    )
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
    example = "'india' stands in row 6 already"
    remedy = "Remove the doubled row, or fetch the file again."

    def check(self, screened: Screened) -> Iterator[Finding]:
        first: dict[tuple[str, ...], int] = {}
        for index, codes in enumerate(screened.matching.rows):
            if codes in first:
                other = screened.reading.rows[first[codes]].line
                message = f"{' / '.join(codes)!r} stands in row {other} already"
                yield Finding(self.id, self.severity, message, screened.where(index))
            first.setdefault(codes, index)
