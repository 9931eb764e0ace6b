"""One other way to a figure, as sums that are read from fetched plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from stats.plan import Listed, PeriodPlan, Plan


@dataclass(frozen=True, slots=True)
class Reading:
    """A sum to be read: all cells of listed members in a period, out of plans that have no cell in common."""

    plans: tuple[Plan, ...]
    listed: tuple[Listed, ...]
    period: PeriodPlan


@dataclass(frozen=True, slots=True)
class OtherWay:
    """`parts` add up to the figure or, where a whole is given, to that whole, the figure being among them.

    The figure is then the whole less the other parts.
    """

    parts: Reading
    whole: Reading | None = None


class Ways(Protocol):
    """The other ways of one kind to all figures of a plan."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """What has to be fetched beside the plan itself."""

    def to(self, listed: tuple[Listed, ...], period: PeriodPlan) -> Iterable[OtherWay]:
        """The other ways to the figure of listed members in a period."""
