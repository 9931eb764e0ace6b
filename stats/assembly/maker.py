"""Making figures out of tallies: plain values, and what a measure makes of two sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stats import derived
from stats.answers import Figure, Made, Origin
from stats.bounds import NOTHING, Tally, value_of
from stats.plan import Listed, PeriodPlan, Plan
from stats.questions import Measure
from stats.reference import Reference
from stats.values import MISSING, Deciding, Value


@dataclass(frozen=True)
class Fetched:
    """A plan and its tallies by (ids on grouped axes…, code of the period). An absent key is all zeros."""

    plan: Plan
    tallies: Mapping[tuple[int, ...], Tally]
    reference: Reference | None = None
    """On the tallies that a measure compares with: how they belong to those of the question."""


class Maker:
    """Makes the figures of one answer. Periods are indices into those of the plan."""

    def __init__(self, fetched: Fetched, against: Fetched | None = None, *, deciding: Deciding) -> None:
        self.plan = fetched.plan
        self.deciding = deciding
        self.fetched = fetched
        self.against = against

    def figure(self, listed: tuple[Listed, ...], period: int) -> Figure:
        """The measured figure of listed members (one a grouped axis) in a period."""
        plain = self.plain(listed, period)
        if self.against is None:
            return plain
        other = self.compared(listed, period)
        if other is None or not self._known(self.plan, listed):
            return Figure(MISSING, Made(Origin.DERIVED))
        value = self._measured(listed, period)
        made = Made(
            Origin.DERIVED, plain.made.parts + other.made.parts, plain.made.hidden + other.made.hidden
        )
        return Figure(value, made)

    def plain(self, listed: tuple[Listed, ...], period: int) -> Figure:
        """The figure itself, whatever is asked about it."""
        return self._figure(self.fetched, listed, self.plan.periods[period])

    def compared(self, listed: tuple[Listed, ...], period: int) -> Figure | None:
        """The figure that it is measured against; None where that is not published."""
        found = self._against(listed, period)
        if found is None or self.against is None:
            return None
        rows, plan = found
        return self._figure(self.against, rows, plan)

    def _measured(self, listed: tuple[Listed, ...], period: int) -> Value:
        found = self._against(listed, period)
        if found is None or self.against is None or self.against.reference is None:
            return MISSING
        rows, plan = found
        one = _tally(self.fetched, listed, self.plan.periods[period])
        two = _tally(self.against, rows, plan)
        return measured(
            self.plan.question.measure,
            one,
            two,
            self.plan,
            contained=self.against.reference.contains,
        )

    def _against(
        self, listed: tuple[Listed, ...], period: int
    ) -> tuple[tuple[Listed, ...], PeriodPlan] | None:
        if self.against is None or self.against.reference is None:
            return None
        reference = self.against.reference
        plan = reference.periods[period]
        if plan is None:
            return None
        rows = listed if reference.keeps_rows else listed[1:]
        return self._theirs(rows), plan

    def _theirs(self, rows: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """The same members as the reference's plan lists them: it may make them of other cells."""
        if self.against is None:
            return rows
        plan = self.against.plan
        listed = {e.member.code: e for e in (*plan.rows, *plan.left_out)}
        columns = {e.member.code: e for e in plan.columns}
        found = []
        for index, row in enumerate(rows):
            found.append((listed if index == 0 else columns).get(row.member.code, row))
        return tuple(found)

    def _figure(self, fetched: Fetched, listed: tuple[Listed, ...], period: PeriodPlan) -> Figure:
        if not self._known(fetched.plan, listed):
            return Figure(MISSING, Made(Origin.STATED))
        tally = _tally(fetched, listed, period)
        summed = fetched.plan.summed or period.summed or any(len(entry.ids) > 1 for entry in listed)
        made = Made(Origin.SUM, tally.rounded + tally.hidden, tally.hidden) if summed else Made(Origin.STATED)
        return Figure(value_of(tally, fetched.plan.codebook.disclosure), made)

    @staticmethod
    def _known(plan: Plan, listed: tuple[Listed, ...]) -> bool:
        return plan.knows(*(entry.member for entry in listed))


def measured(measure: Measure, one: Tally, two: Tally, plan: Plan, *, contained: bool) -> Value:
    """What a measure makes of a sum and the sum that it is compared with, which may contain it."""
    disclosure = plan.codebook.disclosure
    match measure:
        case Measure.SHARE if contained:
            return derived.share(one, two - one, disclosure)
        case Measure.SHARE:
            return derived.share_of_stated(one, two, disclosure)
        case Measure.CHANGE:
            return derived.difference(one, two, disclosure)
        case Measure.PERCENT_CHANGE:
            return derived.percent_change(one, two, disclosure)
        case Measure.RATIO if contained:
            return derived.share(one, two - one, disclosure)
        case Measure.RATIO:
            return derived.ratio(one, two, disclosure)
        case Measure.VALUE:
            return value_of(one, disclosure)


def _tally(fetched: Fetched, listed: tuple[Listed, ...], period: PeriodPlan) -> Tally:
    found = fetched.tallies.get
    codes = [part.code for part in period.parts]
    keys: list[tuple[int, ...]]
    match listed:
        case ():
            keys = [(code,) for code in codes]
        case (one,):
            keys = [(a, code) for code in codes for a in one.ids]
        case (one, other):
            keys = [(a, b, code) for code in codes for a in one.ids for b in other.ids]
        case _:
            raise ValueError(f"{len(listed)} grouped axes; a table has at most two")
    return sum((found(key, NOTHING) for key in keys), NOTHING)
