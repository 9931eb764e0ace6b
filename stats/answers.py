"""Answers: the typed reply to a question, which knows its figures, how they were made, and their source.

Nothing that is shown to anybody comes from elsewhere. The JSON of an answer is the same in the command, the
API and the editor's dialogs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from stats.codebook import EditionFacts, Member, Source
from stats.labels import Label
from stats.periods import Period
from stats.questions import Question
from stats.statements import Verdict
from stats.values import IRCC, Bounds, Deciding, Disclosure, Status, Value


class Origin(StrEnum):
    """Whether a figure was printed or made."""

    STATED = "stated"
    """The publisher printed it."""
    SUM = "sum"
    """It adds up printed figures."""
    DERIVED = "derived"
    """It is a difference or quotient of printed or added figures."""


@dataclass(frozen=True, slots=True)
class Made:
    """How a figure came about: printed, or a sum of `parts` cells, of which `hidden` are suppressed."""

    origin: Origin
    parts: int = 1
    hidden: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "made": self.origin.value,
            "stated": self.origin is Origin.STATED,
            "parts": self.parts,
            "suppressed": self.hidden,
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """One value and how it was made."""

    value: Value
    made: Made

    def as_json(self) -> dict[str, Any]:
        """The value, and how it was made."""
        return value_as_json(self.value) | self.made.as_json()


@dataclass(frozen=True, slots=True)
class AnsweredPeriod:
    """A period as it could be answered. `asked` is what was asked for, `answered` what the figures cover.

    They differ where the edition ends inside the period: 2024 asked, January to June answered.
    """

    asked: Period
    answered: Period

    @property
    def partial(self) -> bool:
        return self.answered.frequency.partial

    def as_json(self) -> dict[str, Any]:
        return {"asked": str(self.asked), "answered": str(self.answered), "partial": self.partial}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the figures of an answer are measured against: members, periods and an edition.

    Listed members that `where` does not name are each compared with their own. `periods` are in the order of
    the answer's, None where that of the comparison is not published.
    """

    where: tuple[tuple[Label, Member], ...]
    periods: tuple[AnsweredPeriod | None, ...]
    edition: EditionFacts

    def as_json(self) -> dict[str, Any]:
        return {
            "where": [{"dimension": d.as_json(), "member": m.as_json()} for d, m in self.where],
            "periods": [period.as_json() if period else None for period in self.periods],
            "edition": self.edition.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every answer says of itself, whatever its kind."""

    question: Question
    dataset_title: Label
    unit: Label
    counts: Label
    where: tuple[tuple[Label, Member], ...]
    """The members that were chosen, each with the name of its dimension."""
    edition: EditionFacts
    source: Source
    notes: tuple[Label, ...] = ()
    deciding: Deciding = "sure"
    """Which bounds decide about words and ranks."""
    disclosure: Disclosure = IRCC
    """How the publisher rounds and hides these figures."""
    comparison: Comparison | None = None
    """What the figures are measured against; None for plain values."""

    def as_json(self) -> dict[str, Any]:
        return {
            "question": self.question.as_json(),
            "dataset": {"slug": self.question.dataset, "title": self.dataset_title.as_json()},
            "unit": self.unit.as_json(),
            "counts": self.counts.as_json(),
            "where": [{"dimension": d.as_json(), "member": m.as_json()} for d, m in self.where],
            "edition": self.edition.as_json(),
            "source": self.source.as_json(),
            "notes": [note.as_json() for note in self.notes],
            "bounds": self.deciding,
            "comparison": self.comparison.as_json() if self.comparison else None,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """What a measured figure was compared with."""

    period: AnsweredPeriod | None
    where: tuple[tuple[Label, Member], ...]
    edition: EditionFacts
    figure: Figure

    def as_json(self) -> dict[str, Any]:
        return {
            "period": self.period.as_json() if self.period else None,
            "where": [{"dimension": d.as_json(), "member": m.as_json()} for d, m in self.where],
            "edition": self.edition.as_json(),
        } | self.figure.as_json()


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """One number at one period. `compared` is what a measure was taken against."""

    about: Provenance
    period: AnsweredPeriod
    figure: Figure
    compared: Compared | None = None
    other: Figure | None = None
    """The sum of its printed parts, where a stated figure and that sum cannot both be true."""
    among: int | None = None
    """How many members were ranked, where the figure is a rank."""

    def as_json(self) -> dict[str, Any]:
        return (
            {"kind": "figure"}
            | self.figure.as_json()
            | {
                "period": self.period.as_json(),
                "compared": self.compared.as_json() if self.compared else None,
                "other": self.other.as_json() if self.other else None,
                "among": self.among,
            }
            | self.about.as_json()
        )


@dataclass(frozen=True, slots=True)
class Movement:
    """Ranks with the best and worst that bounds allow: before, now, and how many places up."""

    before: Value
    now: Value
    gained: Value

    def as_json(self) -> dict[str, Any]:
        return {name: value_as_json(getattr(self, name)) for name in ("before", "now", "gained")}


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One place of a ranking. `rank` is None where there is no number to rank by (suppressed, missing)."""

    rank: int | None
    tied: bool
    member: Member
    figure: Figure
    distinguishable: bool | None
    """Whether it is surely larger than the next row, by the bounds that decide; None on the last row."""
    small: bool | None = None
    """Whether it may be less than the number that the question asks about; None where it asks about none."""
    movement: Movement | None = None
    """How its rank has changed, where the question compares with another period or edition."""

    def as_json(self) -> dict[str, Any]:
        return {
            "rank": self.rank,
            "tied": self.tied,
            "member": self.member.as_json(),
            "distinguishable": self.distinguishable,
            "small": self.small,
            "movement": self.movement.as_json() if self.movement else None,
        } | self.figure.as_json()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A member that a rule or the question keeps out of a ranking, with its figure."""

    member: Member
    figure: Figure

    def as_json(self) -> dict[str, Any]:
        return {"member": self.member.as_json()} | self.figure.as_json()


@dataclass(frozen=True, slots=True)
class RankingAnswer:
    """Members in the order of their figures, ties sharing a rank (1, 2, 2, 4)."""

    about: Provenance
    period: AnsweredPeriod
    over: Label
    rows: tuple[RankedRow, ...]
    left_out: tuple[LeftOut, ...]
    count: int
    """How many members were ranked, of which `rows` may be only the first."""
    coverage: Value | None = None
    """What share of all members' figures, those left out included, the rows hold; None where they may not
    be added up."""

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": "ranking",
            "over": self.over.as_json(),
            "rows": [row.as_json() for row in self.rows],
            "left_out": [row.as_json() for row in self.left_out],
            "count": self.count,
            "coverage": value_as_json(self.coverage) if self.coverage else None,
            "period": self.period.as_json(),
        } | self.about.as_json()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or a point of a series: a period or a member."""

    period: AnsweredPeriod | None = None
    member: Member | None = None

    def as_json(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.period is not None:
            found["period"] = self.period.as_json()
        if self.member is not None:
            found["member"] = self.member.as_json()
        return found


@dataclass(frozen=True, slots=True)
class TableRow:
    """A member with one figure a column; `depth` counts its ancestors that are listed above it."""

    member: Member | None
    figures: tuple[Figure, ...]
    depth: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "member": self.member.as_json() if self.member else None,
            "depth": self.depth,
            "cells": [figure.as_json() for figure in self.figures],
        }


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """Members by periods or by members. A series is a table of one row without a member."""

    about: Provenance
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    over: Label | None = None
    by: Label | None = None
    """The name of the dimension of the columns; None where they are periods."""
    period: AnsweredPeriod | None = None
    """The one period of all figures where columns are members."""
    cropped: int = field(default=0)
    """How many rows were left away because `top` allowed no more."""

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.about.question.kind.value,
            "over": self.over.as_json() if self.over else None,
            "by": self.by.as_json() if self.by else None,
            "columns": [column.as_json() for column in self.columns],
            "rows": [row.as_json() for row in self.rows],
            "cropped": self.cropped,
            "period": self.period.as_json() if self.period else None,
        } | self.about.as_json()


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """What can be said of a series: a period, or a number of periods, and how firmly it stands.

    `possible` are all periods that it may be (None: that there is no such period); `number` is a count or a
    place with its bounds. One of the two is None, by what is said.
    """

    about: Provenance
    verdict: Verdict
    columns: tuple[Column, ...]
    figures: tuple[Figure, ...]
    period: AnsweredPeriod | None = None
    possible: tuple[AnsweredPeriod | None, ...] | None = None
    number: Value | None = None

    def as_json(self) -> dict[str, Any]:
        possible = self.possible
        return {
            "kind": "statement",
            "verdict": self.verdict.value,
            "period": self.period.as_json() if self.period else None,
            "possible": None if possible is None else [p.as_json() if p else None for p in possible],
            "number": value_as_json(self.number) if self.number else None,
            "columns": [column.as_json() for column in self.columns],
            "cells": [figure.as_json() for figure in self.figures],
        } | self.about.as_json()


Answer = FigureAnswer | RankingAnswer | TableAnswer | StatementAnswer

NO_NUMBER = frozenset({Status.SUPPRESSED, Status.MISSING, Status.NOT_APPLICABLE})


def value_as_json(value: Value) -> dict[str, Any]:
    """`value`, `status`, hard bounds as `low` and `high`, sure bounds as `sure`."""
    return {
        "value": value.number,
        "status": value.status.slug,
        "low": _finite(value.hard.low) if value.hard else None,
        "high": _finite(value.hard.high) if value.hard else None,
        "sure": _bounds(value.sure),
    }


def _bounds(bounds: Bounds | None) -> dict[str, float | None] | None:
    return {"low": _finite(bounds.low), "high": _finite(bounds.high)} if bounds else None


def _finite(number: float) -> float | None:
    """A bound as JSON can say it: null for none."""
    return number if math.isfinite(number) else None
