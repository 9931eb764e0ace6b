"""Rankings: members in the order of their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stats.answers.about import AnsweredPeriod, Provenance
from stats.answers.figures import Figure, value_as_json
from stats.codebook import Member
from stats.labels import Label
from stats.values import Value


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
