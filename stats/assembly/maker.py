"""Making figures out of tallies: plain values, and what a measure makes of two or three sums."""

from __future__ import annotations

from collections.abc import Sequence

from stats import derived
from stats.answers import Figure, Made, Origin
from stats.assembly.fetched import Beside, Fetched, Tallies
from stats.bounds import NOTHING, RISK, Tally, value_of
from stats.other_ways import OtherWay
from stats.plan import Listed, PeriodPlan
from stats.questions import AMONG, COMPARING, OF_A_WHOLE, Measure
from stats.reference import Reference
from stats.values import MISSING, Deciding, Disclosure, Value
from stats.workings import Workings


class Maker:
    """Makes the figures of one answer. Periods are indices into those of the plan."""

    def __init__(self, workings: Workings, tallies: Sequence[Tallies], *, deciding: Deciding) -> None:
        pairs = zip(workings.plans, tallies, strict=True)
        self._by_plan = {id(plan): Fetched(plan, found) for plan, found in pairs}
        self.workings = workings
        self.deciding = deciding
        self.plan = workings.plan
        self.fetched = self._by_plan[id(workings.plan)]
        self.against = self._beside(workings.against)
        self.whole = self._beside(workings.whole)
        measure = self.plan.question.measure
        self.measures = measure in (COMPARING | OF_A_WHOLE) - AMONG
        self.beside = self.whole if measure in OF_A_WHOLE else self.against
        """What a figure is compared with: a whole, or what was before."""

    def _beside(self, reference: Reference | None) -> Beside | None:
        if reference is None:
            return None
        common = None if reference.common is None else self._by_plan[id(reference.common)]
        return Beside(reference, self._by_plan[id(reference.plan)], common)

    def figure(self, listed: tuple[Listed, ...], period: int, *, risk: float = RISK) -> Figure:
        """The measured figure of listed members (one a grouped axis) in a period."""
        plain = self.plain(listed, period, risk=risk)
        if self.plan.question.measure is Measure.MONTHLY_MEAN:
            return self._mean(plain, listed, period, risk)
        if not self.measures:
            return plain
        other = self.compared(listed, period)
        if other is None or not self.fetched.knows(listed):
            return Figure(MISSING, Made(Origin.DERIVED))
        value = self._measured(listed, period, risk)
        hidden = plain.made.hidden + other.made.hidden
        return Figure(value, Made(Origin.DERIVED, plain.made.parts + other.made.parts, hidden))

    def plain(self, listed: tuple[Listed, ...], period: int, *, risk: float = RISK) -> Figure:
        """The figure itself, whatever is asked about it."""
        return figure_of(self.fetched, listed, self.plan.periods[period], risk)

    def compared(self, listed: tuple[Listed, ...], period: int) -> Figure | None:
        """The figure that it is measured against; None where that is not published."""
        if self.beside is None or (at := self.beside.period(period)) is None:
            return None
        return figure_of(self.beside.fetched, self.beside.listed(listed), at, RISK)

    def _mean(self, plain: Figure, listed: tuple[Listed, ...], period: int, risk: float) -> Figure:
        months = self.plan.periods[period]
        if not self.fetched.knows(listed):
            return plain
        tally = self.fetched.tally(listed, months)
        value = derived.mean(tally, len(months.parts), self.plan.codebook.disclosure, risk=risk)
        return Figure(value, Made(Origin.DERIVED, tally.rounded + tally.hidden, tally.hidden))

    def sums_of(self, way: OtherWay) -> tuple[Tally, Tally]:
        """The two sums of another way to the one figure: what it is, and less what."""
        tallies = self._by_plan[id(way.plan)].tallies
        plus, minus = (
            sum((tallies.get(key, NOTHING) for key in keys), NOTHING) for keys in (way.plus, way.minus)
        )
        return plus, minus

    def _measured(self, listed: tuple[Listed, ...], period: int, risk: float) -> Value:
        beside, plan = self.beside, self.plan
        if beside is None or (at := beside.period(period)) is None:
            return MISSING
        disclosure = plan.codebook.disclosure
        one = self.fetched.tally(listed, plan.periods[period])
        two = beside.fetched.tally(beside.listed(listed), at)
        if plan.question.measure is Measure.CONTRIBUTION:
            return self._contribution(listed, period, one, two, risk)
        common = beside.shared(listed, period)
        inside = beside.reference.inside
        return measured(plan.question.measure, one, two, disclosure, common=common, inside=inside, risk=risk)

    def _contribution(
        self, listed: tuple[Listed, ...], period: int, now: Tally, whole: Tally, risk: float
    ) -> Value:
        if self.against is None or (at := self.against.period(period)) is None:
            return MISSING
        before = self.against.fetched.tally(self.against.listed(listed), at)
        contained = self.workings.contained
        return derived.contribution(
            now, before, whole, self.plan.codebook.disclosure, contained=contained, risk=risk
        )


def measured(
    measure: Measure,
    one: Tally,
    two: Tally,
    disclosure: Disclosure,
    *,
    common: Tally,
    inside: bool,
    risk: float = RISK,
) -> Value:
    """What a measure makes of a sum and the sum that it is compared with, and the cells of both."""
    match measure:
        case Measure.SHARE | Measure.RATIO:
            return derived.ratio(one, two, disclosure, common=common, inside=inside, risk=risk)
        case Measure.CHANGE:
            return derived.difference(one, two, disclosure, common=common, inside=inside, risk=risk)
        case Measure.PERCENT_CHANGE:
            return derived.percent_change(one, two, disclosure, common=common, risk=risk)
        case Measure.INDEX:
            return derived.index(one, two, disclosure, common=common, risk=risk)
        case _:
            raise ValueError(f"{measure!r} is not made of two sums")


def figure_of(fetched: Fetched, listed: tuple[Listed, ...], period: PeriodPlan, risk: float) -> Figure:
    """The plain figure of listed members in a period."""
    if not period.parts or not fetched.knows(listed):
        return Figure(MISSING, Made(Origin.STATED))
    tally = fetched.tally(listed, period)
    plan = fetched.plan
    summed = plan.summed or period.summed or any(entry.summed for entry in listed)
    made = Made(Origin.SUM, tally.rounded + tally.hidden, tally.hidden) if summed else Made(Origin.STATED)
    return Figure(value_of(tally, plan.codebook.disclosure, risk=risk), made)
