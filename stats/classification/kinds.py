"""The kinds of change that an edition can make, and how much of each it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from stats.labels import Label


class ChangeKind(StrEnum):
    """What happened to figures, rows or labels. An edition usually makes several kinds at once."""

    NEW_PERIODS = "new_periods"
    """Months, quarters or years that the edition before did not cover."""
    REVISION = "revision"
    """Figures moved here and there, up and down, as they do in every edition."""
    RESTATEMENT = "restatement"
    """Many series moved in many periods in one direction."""
    RECLASSIFICATION = "reclassification"
    """Falls in one member are answered by rises in others."""
    ROWS_COME = "rows_come"
    """Series that the edition before did not have."""
    ROWS_GONE = "rows_gone"
    """Series that the edition before had."""
    PERIODS_GONE = "periods_gone"
    """Periods that the edition before covered."""
    SUPPRESSION = "suppression"
    """Cells became hidden, or were hidden and are shown."""
    UNANNOUNCED = "unannounced"
    """Figures were restated or reclassified while title, notes and labels stayed as they were."""
    RELABELLED = "relabelled"
    """Title, notes or labels changed while the figures stayed."""


@dataclass(frozen=True, slots=True)
class Named:
    """A member that a change is about, and by how much its figures moved in it."""

    dimension: str
    code: str
    label: Label
    delta: int = 0

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Named:
        """What `as_json` gave."""
        return cls(raw["dimension"], raw["code"], Label(**raw["label"]), raw["delta"])


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change and its extent, in cells of the shortest length printed that are not zero.

    `said` quantifies it in an English sentence; `stats.classification.sentence` makes it from the
    rest, for other languages too.
    """

    kind: ChangeKind
    cells: int
    series: int
    periods: int
    said: str = ""
    of: int = 0
    """How many cells could have changed so: those that both editions have; 0 where that says nothing."""
    first: str = ""
    last: str = ""
    """The first and the last period touched."""
    rose: int = 0
    fell: int = 0
    """How many cells rose and fell; for suppression, how many are shown now and how many are hidden now."""
    median: float | None = None
    """By what part of what it was the middle one of the cells moved; below zero where most fell."""
    volume: int = 0
    """How much was moved from members to members."""
    members: tuple[Named, ...] = ()
    """The members it is about, those that moved most first."""
    within: Named | None = None
    """The member of another dimension to which it is confined."""

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self) | {"kind": self.kind.value, "members": [m.as_json() for m in self.members]}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Change:
        """What `as_json` gave, now or before it had all of its keys."""
        within = raw.get("within")
        return cls(
            **dict(raw)
            | {
                "kind": ChangeKind(raw["kind"]),
                "members": tuple(map(Named.from_json, raw.get("members", ()))),
                "within": Named.from_json(within) if within else None,
            }
        )
