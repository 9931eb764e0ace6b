"""The period of an ODP line, from its year, quarter and month in both languages, which must agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stats.findings import Refused, Where, refuse
from stats.periods import Frequency, Period
from stats.readers.headings import Heading, Kind, heading

_KINDS = {"year": Kind.YEAR, "quarter": Kind.QUARTER, "month": Kind.MONTH}
_EXPECTED = {
    "year": "a year such as 2024",
    "quarter": "a quarter, Q1 to Q4 or T1 to T4,",
    "month": "a month such as Sep or sept.",
}


def period(said: Sequence[tuple[str, str, str, int]], *, line: Where) -> Period:
    """The period of (`year`, `quarter` or `month`; language; text; column from 0) fields of one line."""
    read: dict[str, tuple[int, str]] = {}
    for kind, _, text, column in said:
        where = replace(line, column=column + 1)
        number = _number(heading(text), kind)
        if number is None:
            raise refuse("read.period", f"{text!r} is no {kind}: {_EXPECTED[kind]} is expected", where)
        if read.setdefault(kind, (number, text))[0] != number:
            raise _disagreement(kind, read[kind][1], text, where)
    year = read["year"][0]
    if "month" in read:
        found = Period(Frequency.MONTH, year, read["month"][0])
        if "quarter" in read and found.quarter.n != read["quarter"][0]:
            raise _disagreement("quarter", read["month"][1], read["quarter"][1], line)
        return found
    if "quarter" in read:
        return Period(Frequency.QUARTER, year, read["quarter"][0])
    return Period(Frequency.YEAR, year)


def _number(found: Heading | None, kind: str) -> int | None:
    if found is None or found.kind is not _KINDS[kind]:
        return None
    return found.year if kind == "year" else found.n


def _disagreement(kind: str, one: str, other: str, where: Where) -> Refused:
    return refuse(
        "read.period", f"{one!r} and {other!r} do not agree on the {kind}: the same one is expected", where
    )
