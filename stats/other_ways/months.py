"""By months: a stated period as the sum of its months, months as a stated period less the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stats.answers import AnsweredPeriod
from stats.codebook import Coverage
from stats.other_ways.way import OtherWay, Reading
from stats.periods import Frequency, Period
from stats.plan import Listed, PeriodPlan, Plan

_WHOLE = (Frequency.YEAR, Frequency.QUARTER)
_BEGUN = (Frequency.YEAR_TO_DATE, Frequency.QUARTER_TO_DATE)


MOST_APART = 6
"""So many stated periods have their months added up by the database, each in a plan of its own."""

Stated = tuple[tuple[Plan, ...], PeriodPlan, PeriodPlan]
"""The plans to read, a stated period, and its months."""


@dataclass(frozen=True)
class ByMonths:
    """Stated periods and their months beside the periods of a plan."""

    plans: tuple[Plan, ...]
    """What the plan lacks of these periods."""
    stated: Mapping[frozenset[int], tuple[Stated, ...]]
    """By the codes of a period of the plan: the stated periods that hold it."""

    def to(self, listed: tuple[Listed, ...], period: PeriodPlan) -> Iterable[OtherWay]:
        """The other ways to the figure of listed members in a period."""
        for plans, whole, months in self.stated.get(period.codes, ()):
            itself = whole.codes == period.codes
            yield OtherWay(Reading(plans, listed, months), None if itself else Reading(plans, listed, whole))


def by_months(plan: Plan) -> ByMonths | None:
    """The ways by months to the figures of a plan; None where there are none."""
    if not plan.codebook.months_add:
        return None
    found = {period.codes: _stated(period.parts, plan.codebook.coverage) for period in plan.periods}
    wholes = dict.fromkeys(whole for stated in found.values() for whole in stated)
    if not wholes:
        return None
    had = {part for period in plan.periods for part in period.parts}
    if len(wholes) <= MOST_APART and had <= set(wholes):
        months = {whole: _made_of(whole, whole.months) for whole in wholes}
        beside = {whole: replace(plan, periods=(months[whole],)) for whole in wholes}
    else:
        needed = dict.fromkeys(p for whole in wholes for p in (whole, *whole.months) if p not in had)
        apart = tuple(_made_of(period, (period,)) for period in needed)
        beside = dict.fromkeys(wholes, replace(plan, periods=apart))
    stated = {
        codes: tuple(_readable(plan, beside[whole], whole) for whole in held)
        for codes, held in found.items()
        if held
    }
    return ByMonths(tuple({id(more): more for more in beside.values()}.values()), stated)


def _readable(plan: Plan, beside: Plan, whole: Period) -> Stated:
    return (plan, beside), _made_of(whole, (whole,)), _made_of(whole, whole.months)


def _stated(parts: tuple[Period, ...], coverage: Coverage) -> list[Period]:
    """The stated periods that hold the parts of one, and all of whose months are printed too."""
    if not parts:
        return []
    if parts[0].frequency is not Frequency.MONTH:
        held = list(parts) if len(parts) == 1 else []
    else:
        first, asked = parts[0], set(parts)
        near = [Period(Frequency.YEAR, first.year), first.quarter]
        begun = [p for frequency in _BEGUN for p in coverage.of(frequency)]
        held = [p for p in (*filter(coverage.covers, near), *begun) if asked <= set(p.months)]
    return [whole for whole in held if all(map(coverage.covers, whole.months))]


def _made_of(period: Period, parts: tuple[Period, ...]) -> PeriodPlan:
    return PeriodPlan(AnsweredPeriod(period, period), parts)
