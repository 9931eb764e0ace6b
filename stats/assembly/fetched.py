"""Fetched tallies: a plan with what a database has added up for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from stats.bounds import NOTHING, Tally
from stats.plan import Listed, PeriodPlan, Plan

Tallies = Mapping[tuple[int, ...], Tally]
"""Tallies by (ids on the grouped axes…, code of the period). An absent key is all zeros."""


@dataclass(frozen=True)
class Fetched:
    """A plan and its tallies."""

    plan: Plan
    tallies: Tallies

    def tally(self, listed: tuple[Listed, ...], period: PeriodPlan) -> Tally:
        """All cells of listed members (one a grouped axis) in a period, added up."""
        found: list[Tally] = []
        for ids in product(*(entry.ids for entry in listed)):
            # Most periods are absent: a database adds up the months of one, and zeros are not stored.
            if (by_period := self._by_members.get(ids)) is not None:
                found += [tally for code, tally in by_period.items() if code in period.codes]
        return sum(found[1:], found[0]) if found else NOTHING

    @cached_property
    def _by_members(self) -> Mapping[tuple[int, ...], Mapping[int, Tally]]:
        """The tallies by the ids on the grouped axes, then by the code of the period."""
        found: dict[tuple[int, ...], dict[int, Tally]] = {}
        for (*ids, period), tally in self.tallies.items():
            found.setdefault(tuple(ids), {})[period] = tally
        return found

    def knows(self, listed: tuple[Listed, ...]) -> bool:
        """Whether the publisher breaks figures down as far as these members."""
        if not self.plan.codebook.coverage.undivided:
            return True
        members = [entry.member for entry in listed]
        if self.plan.over is None:
            return self.plan.knows(None, *members)
        return self.plan.knows(*members)
