"""Fetched tallies: a plan with what a database has added up for it, and the same of a reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from stats.bounds import NOTHING, Tally
from stats.plan import Listed, PeriodPlan, Plan
from stats.reference import Reference

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


@dataclass(frozen=True)
class Beside:
    """What figures are measured against, fetched. Periods are indices into those of the first plan."""

    reference: Reference
    fetched: Fetched
    common: Fetched | None

    def period(self, period: int) -> PeriodPlan | None:
        """The period compared with; None where that is not published."""
        return self.reference.periods[period]

    def listed(self, listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """The same members as the reference lists them: it may make them of other cells, or list none."""
        theirs: list[Listed] = []
        for entry, kept in zip(listed, self.reference.keeps, strict=True):
            if kept:
                rows = self._rows if not theirs else self._columns
                theirs.append(rows.get(entry.member.code, entry))
        return tuple(theirs)

    def shared(self, listed: tuple[Listed, ...], period: int) -> Tally:
        """The cells that a figure has in common with what it is measured against."""
        if self.common is None:
            return NOTHING
        theirs = iter(self.listed(listed))
        both = tuple(
            replace(entry, ids=entry.ids & next(theirs).ids) if kept else entry
            for entry, kept in zip(listed, self.reference.keeps, strict=True)
        )
        return self.common.tally(both, self.common.plan.periods[period])

    @cached_property
    def _rows(self) -> Mapping[str, Listed]:
        plan = self.fetched.plan
        return {e.member.code: e for e in (*plan.rows, *plan.left_out)}

    @cached_property
    def _columns(self) -> Mapping[str, Listed]:
        return {e.member.code: e for e in self.fetched.plan.columns}
