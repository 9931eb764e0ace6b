"""What measures make of sums, and of figures that are known to be narrower than their sums."""

from __future__ import annotations

from collections.abc import Sequence

from stats import derived
from stats.bounds import RISK, Tally
from stats.questions import Measure
from stats.values import Bounds, Disclosure, Value


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


def held_to(value: Value, measure: Measure, figures: Sequence[Value]) -> Value:
    """A measured value within what the measure makes of its figures, each anywhere in its own bounds.

    The figures are the one that is asked for, for a contribution what it was before, and what it is compared
    with.
    """
    if value.hard is None or value.sure is None:
        return value
    hard = [figure.hard for figure in figures if figure.hard is not None]
    sure = [figure.sure for figure in figures if figure.sure is not None]
    divided = measure is not Measure.CHANGE
    if len(hard) != len(figures) or (divided and hard[-1].high <= 0):
        return value
    return derived.held_to(value, _between(measure, hard), _between(measure, sure))


def _between(measure: Measure, bounds: Sequence[Bounds]) -> Bounds:
    """The extremes of a measure of figures that may be anything within bounds."""
    match measure:
        case Measure.CHANGE:
            return derived.difference_between(*bounds)
        case Measure.CONTRIBUTION:
            return derived.contribution_between(*bounds)
        case _:
            times = derived.quotient_between(*bounds)
    match measure:
        case Measure.PERCENT_CHANGE:
            return Bounds(times.low - 1, times.high - 1)
        case Measure.INDEX:
            return Bounds(times.low * 100, times.high * 100)
        case _:
            return times
