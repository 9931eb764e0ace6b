"""Plain figures: what a plan's sums say, held to every other way in which the edition prints them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stats import derived
from stats.answers import Figure, Made, Origin
from stats.assembly.fetched import Fetched
from stats.bounds import NOTHING, RISK, Tally, hard_bounds, value_of
from stats.other_ways import OtherWay, OtherWays, Reading
from stats.plan import Listed, PeriodPlan
from stats.values import MISSING, Value


class PlainFigures:
    """The figures of one plan. `fetched` is by the identity of plans and has those of the other ways too."""

    def __init__(self, ways: OtherWays, fetched: Mapping[int, Fetched]) -> None:
        self.fetched = fetched[id(ways.plan)]
        self._ways = ways
        self._by_plan = fetched
        self._disclosure = ways.plan.codebook.disclosure
        self._parts: dict[object, Tally] = {}

    @property
    def narrowed(self) -> bool:
        """Whether there are other ways to some of the figures."""
        return bool(self._ways.kinds)

    def figure(self, listed: tuple[Listed, ...], period: PeriodPlan, *, risk: float = RISK) -> Figure:
        """The figure of listed members (one a grouped axis) in a period, within the bounds of all ways."""
        if not period.parts or not self.fetched.knows(listed):
            return Figure(MISSING, Made(Origin.STATED))
        tally, plan = self.fetched.tally(listed, period), self.fetched.plan
        summed = plan.summed or period.summed or any(entry.summed for entry in listed)
        parts = Made(Origin.SUM, tally.rounded + tally.hidden, tally.hidden)
        return Figure(self._value(tally, listed, period, risk), parts if summed else Made(Origin.STATED))

    def contradicting(self, listed: tuple[Listed, ...], period: PeriodPlan) -> Figure | None:
        """The sum of the parts of a stated figure where both cannot be true."""
        own = self.fetched.tally(listed, period)
        if own.blank or not period.parts or not self.fetched.knows(listed):
            return None
        bounds = hard_bounds(own, self._disclosure)
        for way in self._ways.to(listed, period):
            parts = self._read(way.parts)
            if way.whole is None and not parts.blank:
                value = value_of(parts, self._disclosure)
                if value.hard is not None and not value.hard.overlaps(bounds):
                    return Figure(value, Made(Origin.SUM, parts.rounded + parts.hidden, parts.hidden))
        return None

    def _value(self, tally: Tally, listed: tuple[Listed, ...], period: PeriodPlan, risk: float) -> Value:
        """The value of a sum within what every other way allows, all of them at the risk."""
        if tally == NOTHING or not self._ways.kinds:
            return value_of(tally, self._disclosure, risk=risk)
        ways = self._ways.to(listed, period)
        risk /= 1 + len(ways)
        value = value_of(tally, self._disclosure, risk=risk)
        hard, sure = value.hard, value.sure
        for way in ways:
            if hard is None or sure is None or hard.exact:
                break
            plus, minus = self._sums(way, tally)
            found = derived.difference_between(
                *(hard_bounds(part, self._disclosure) for part in (plus, minus))
            )
            within = not hard.inside(found) and hard.overlaps(found) and not (plus.blank or minus.blank)
            if within:
                other = derived.difference(plus, minus, self._disclosure, risk=risk)
                hard, sure = hard.within(found), sure.within(other.sure or found)
        return replace(value, hard=hard, sure=sure and hard and sure.within(hard))

    def _sums(self, way: OtherWay, tally: Tally) -> tuple[Tally, Tally]:
        """A figure by another way as one sum less another; `tally` is its own."""
        parts = self._read(way.parts)
        if way.whole is None:
            return parts, NOTHING
        return self._read(way.whole), parts - tally

    def _read(self, reading: Reading) -> Tally:
        """A sum out of fetched plans; that of hundreds of parts is the same for each of them."""
        key = (id(reading.plans[-1]), *(entry.ids for entry in reading.listed), reading.period.codes)
        if (found := self._parts.get(key)) is None:
            read = (self._by_plan[id(plan)].tally(reading.listed, reading.period) for plan in reading.plans)
            found = self._parts[key] = sum(read, NOTHING)
        return found
