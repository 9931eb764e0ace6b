"""Beside: what figures are measured against, fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from stats.answers import Figure
from stats.assembly.fetched import Fetched
from stats.assembly.plain import PlainFigures
from stats.bounds import NOTHING, RISK, Tally
from stats.plan import Listed, PeriodPlan
from stats.reference import Reference


@dataclass(frozen=True)
class Beside:
    """What figures are measured against, fetched. Periods are indices into those of the first plan."""

    reference: Reference
    figures: PlainFigures
    common: Fetched | None

    @property
    def fetched(self) -> Fetched:
        """The plan of the reference and its tallies."""
        return self.figures.fetched

    def period(self, period: int) -> PeriodPlan | None:
        """The period compared with; None where that is not published."""
        return self.reference.periods[period]

    def figure(self, listed: tuple[Listed, ...], period: int, *, risk: float = RISK) -> Figure | None:
        """What the figure of listed members is measured against; None where that is not published."""
        at = self.period(period)
        return None if at is None else self.figures.figure(self.listed(listed), at, risk=risk)

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
