"""Making figures out of tallies: plain values, and what a measure makes of two or three sums."""

from __future__ import annotations

from collections.abc import Sequence

from stats import derived
from stats.answers import Figure, Made, Origin
from stats.assembly.beside import Beside
from stats.assembly.fetched import Fetched, Tallies
from stats.assembly.measured import held_to, measured
from stats.assembly.plain import PlainFigures
from stats.bounds import RISK, Tally
from stats.plan import Listed
from stats.questions import AMONG, COMPARING, OF_A_WHOLE, Measure
from stats.reference import Reference
from stats.values import MISSING, Deciding, Value
from stats.workings import Workings


class Maker:
    """Makes the figures of one answer. Periods are indices into those of the plan."""

    def __init__(self, workings: Workings, tallies: Sequence[Tallies], *, deciding: Deciding) -> None:
        pairs = zip(workings.plans, tallies, strict=True)
        self._by_plan = {id(plan): Fetched(plan, found) for plan, found in pairs}
        self._figures = {id(ways.plan): PlainFigures(ways, self._by_plan) for ways in workings.others}
        self.workings = workings
        self.deciding = deciding
        self.plan = workings.plan
        self.figures = self._figures[id(workings.plan)]
        self.fetched = self.figures.fetched
        self.against = self._beside(workings.against)
        self.whole = self._beside(workings.whole)
        self._measure = self.plan.question.measure
        self.measures = self._measure in (COMPARING | OF_A_WHOLE) - AMONG
        self.beside = self.whole if self._measure in OF_A_WHOLE else self.against
        """What a figure is compared with: a whole, or what was before."""

    def _beside(self, reference: Reference | None) -> Beside | None:
        if reference is None:
            return None
        common = None if reference.common is None else self._by_plan[id(reference.common)]
        return Beside(reference, self._figures[id(reference.plan)], common)

    def figure(self, listed: tuple[Listed, ...], period: int, *, risk: float = RISK) -> Figure:
        """The measured figure of listed members (one a grouped axis) in a period."""
        if self.measures:
            return self._measured(listed, period, risk)
        plain = self.plain(listed, period, risk=risk)
        return self._mean(plain, listed, period) if self._measure is Measure.MONTHLY_MEAN else plain

    def plain(self, listed: tuple[Listed, ...], period: int, *, risk: float = RISK) -> Figure:
        """The figure itself, whatever is asked about it."""
        return self.figures.figure(listed, self.plan.periods[period], risk=risk)

    def compared(self, listed: tuple[Listed, ...], period: int) -> Figure | None:
        """The figure that it is measured against; None where that is not published."""
        return None if self.beside is None else self.beside.figure(listed, period)

    def _mean(self, total: Figure, listed: tuple[Listed, ...], period: int) -> Figure:
        """What the months of a period have on average."""
        if not self.fetched.knows(listed):
            return total
        months = self.plan.periods[period]
        tally = self.fetched.tally(listed, months)
        value = derived.mean(total.value, len(months.parts))
        return Figure(value, Made(Origin.DERIVED, tally.rounded + tally.hidden, tally.hidden))

    def _measured(self, listed: tuple[Listed, ...], period: int, risk: float) -> Figure:
        """What the measure makes of the cells, held to what it makes of figures that other ways narrow."""
        if self.beside is None or self.beside.period(period) is None or not self.fetched.knows(listed):
            return Figure(MISSING, Made(Origin.DERIVED))
        references = [found for found in (self.against, self.whole) if found is not None]
        narrowed = any(figures.narrowed for figures in (self.figures, *(r.figures for r in references)))
        each = risk / 2 / (1 + len(references)) if narrowed else risk
        plain = self.plain(listed, period, risk=each)
        others = [reference.figure(listed, period, risk=each) for reference in references]
        value = self._of_cells(listed, period, risk / 2 if narrowed else risk)
        known = [plain, *(other for other in others if other is not None)]
        if narrowed and len(known) == 1 + len(references):
            value = held_to(value, self._measure, [figure.value for figure in known])
        compared = others[-1] or plain
        parts = plain.made.parts + compared.made.parts
        return Figure(value, Made(Origin.DERIVED, parts, plain.made.hidden + compared.made.hidden))

    def _of_cells(self, listed: tuple[Listed, ...], period: int, risk: float) -> Value:
        beside, plan = self.beside, self.plan
        if beside is None or (at := beside.period(period)) is None:
            return MISSING
        disclosure = plan.codebook.disclosure
        one = self.fetched.tally(listed, plan.periods[period])
        two = beside.fetched.tally(beside.listed(listed), at)
        if self._measure is Measure.CONTRIBUTION:
            return self._contribution(listed, period, one, two, risk)
        common = beside.shared(listed, period)
        inside = beside.reference.inside
        return measured(self._measure, one, two, disclosure, common=common, inside=inside, risk=risk)

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
