"""What follows from two sums of published cells: differences, shares, ratios, changes and contributions.

Every function takes tallies (`stats.bounds.Tally`) and gives a value with both bounds. Two sums may have
cells in common, a part and its whole or two spans of twelve months; `common` is the tally of those. What is
then left of the first sum is called x, of the second y, and the common cells z, three sums without a common
cell, which take their extremes independently of each other:

* a difference is x − y: common cells cancel out;
* a quotient is (x + z) / (y + z): it grows with x, falls with y, and moves in one direction with z, so its
  extremes lie where z is at one of its ends.

*Hard* bounds are these extremes, and they are reached. *Sure* bounds are, of a difference, Hoeffding's
inequality over the cells of x and y together; of a quotient, the same extremes over the sure bounds of x, y
and z, each at its part of the risk, so that all hold together at the whole risk.

A stated whole is a cell of its own with its own rounding, so it has no cell in common with its part; that a
part is no more than its whole is then said by `inside`.

Shares and percent changes are parts of one (0.401, not 40.1). A quotient by what is certainly zero is not
applicable; by what may be zero it has no upper bound (`math.inf`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from stats.bounds import NOTHING, RISK, Tally, hard_bounds, sure_bounds, sure_within
from stats.values import MISSING, NOT_APPLICABLE, Bounds, Disclosure, Status, Value


def difference(
    minuend: Tally,
    subtrahend: Tally,
    disclosure: Disclosure,
    *,
    common: Tally = NOTHING,
    inside: bool = False,
    risk: float = RISK,
) -> Value:
    """`minuend` less `subtrahend`, in the unit of the figures. `inside`: the first is part of the second."""
    if minuend.blank or subtrahend.blank:
        return MISSING
    x, y = minuend - common, subtrahend - common
    one, two = hard_bounds(x, disclosure), hard_bounds(y, disclosure)
    hard = difference_between(one, two)
    sure = sure_within(hard, x.free, y.free, disclosure, risk=risk)
    found = _value(minuend, subtrahend, minuend.printed - subtrahend.printed, hard, sure)
    return _limited(found, Bounds(-math.inf, 0)) if inside else found


def ratio(
    numerator: Tally,
    denominator: Tally,
    disclosure: Disclosure,
    *,
    common: Tally = NOTHING,
    inside: bool = False,
    risk: float = RISK,
) -> Value:
    """How many times the second sum the first one is. `inside`: the first is part of the second."""
    if numerator.blank or denominator.blank:
        return MISSING
    if hard_bounds(denominator, disclosure).high <= 0:
        return NOT_APPLICABLE
    sums = (numerator - common, denominator - common, common)
    hard = _quotient_bounds(*(hard_bounds(tally, disclosure) for tally in sums))
    sure = _quotient_bounds(*_sure_together(sums, disclosure, risk))
    number = numerator.printed / denominator.printed if denominator.printed else None
    found = _value(numerator, denominator, number, hard, sure.within(hard))
    return _limited(found, Bounds(0, 1)) if inside else found


def share(part: Tally, rest: Tally, disclosure: Disclosure, *, risk: float = RISK) -> Value:
    """How much of a whole a part is, from 0 to 1. `rest` is the whole without the part."""
    return ratio(part, part + rest, disclosure, common=part, risk=risk)


def percent_change(
    now: Tally, before: Tally, disclosure: Disclosure, *, common: Tally = NOTHING, risk: float = RISK
) -> Value:
    """By what part of the earlier sum the later one is larger: 0.05 for five percent more."""
    return _mapped(ratio(now, before, disclosure, common=common, risk=risk), lambda times: times - 1)


def mean(total: Value, count: int) -> Value:
    """What each of `count` equal parts of a sum would be."""
    return _mapped(total, lambda number: number / count)


def index(
    now: Tally, base: Tally, disclosure: Disclosure, *, common: Tally = NOTHING, risk: float = RISK
) -> Value:
    """How large a sum is where that of the base period is 100."""
    return _mapped(ratio(now, base, disclosure, common=common, risk=risk), lambda times: times * 100)


def contribution(
    now: Tally, before: Tally, whole: Tally, disclosure: Disclosure, *, contained: bool, risk: float = RISK
) -> Value:
    """What a part adds to the change of its whole: its own change over what the whole was before.

    The contributions of all parts add up to the percent change of the whole. `contained` says that `whole` is
    a sum that holds the cells of `before`; otherwise it is stated, and `before` no more than it.
    """
    if now.blank or before.blank or whole.blank:
        return MISSING
    if hard_bounds(whole, disclosure).high <= 0:
        return NOT_APPLICABLE
    sums = (now, before, whole - before if contained else whole)
    bounds = _added_to_rest if contained else contribution_between
    hard = bounds(*(hard_bounds(tally, disclosure) for tally in sums))
    sure = bounds(*_sure_together(sums, disclosure, risk))
    number = (now.printed - before.printed) / whole.printed if whole.printed else None
    hidden = _value(now, before, number, hard, sure.within(hard))
    return hidden if number is not None else _value(now, whole, number, hard, sure.within(hard))


def _added_to_rest(now: Bounds, before: Bounds, rest: Bounds) -> Bounds:
    """The extremes of (now − before) / (before + rest)."""
    low = [_of(now.low - before.high, before.high + r) for r in (rest.low, rest.high)]
    high = [_of(now.high - before.low, before.low + r) for r in (rest.low, rest.high)]
    return _between(low, high)


def contribution_between(now: Bounds, before: Bounds, whole: Bounds) -> Bounds:
    """The extremes of (now − before) / whole where the whole is no less than the part was before."""
    low = [_of(now.low - before.high, max(w, before.high)) for w in (whole.low, whole.high)]
    high = [_of(now.high - before.low, max(w, before.low)) for w in (whole.low, whole.high)]
    return _between(low, high)


def difference_between(one: Bounds, two: Bounds) -> Bounds:
    """The extremes of one number less another."""
    return Bounds(one.low - two.high, one.high - two.low)


def quotient_between(one: Bounds, two: Bounds) -> Bounds:
    """The extremes of one number divided by another."""
    return _quotient_bounds(one, two, Bounds(0, 0))


def held_to(value: Value, hard: Bounds, sure: Bounds) -> Value:
    """A value within bounds that are known of it besides."""
    narrowed = value.hard and value.hard.within(hard)
    return replace(
        value, hard=narrowed, sure=value.sure and narrowed and value.sure.within(sure).within(narrowed)
    )


def _quotient_bounds(x: Bounds, y: Bounds, z: Bounds) -> Bounds:
    """The extremes of (x + z) / (y + z)."""
    low = [_of(x.low + end, y.high + end) for end in (z.low, z.high)]
    high = [_of(x.high + end, y.low + end) for end in (z.low, z.high)]
    return _between(low, high)


def _between(lows: list[float | None], highs: list[float | None]) -> Bounds:
    """The least to the greatest of the extremes; nothing divided by nothing says nothing."""
    low = [number for number in lows if number is not None]
    high = [number for number in highs if number is not None]
    return Bounds(min(low or high), max(high or low))


def _of(part: float, whole: float) -> float | None:
    """A quotient; unlimited by what may be zero, None for nothing by nothing."""
    if whole > 0:
        return part / whole
    return math.copysign(math.inf, part) if part else None


def _sure_together(
    sums: tuple[Tally, ...], disclosure: Disclosure, risk: float
) -> tuple[Bounds, Bounds, Bounds]:
    """The sure bounds of three sums which hold together at a risk; one without rounding takes none of it."""
    shared = risk / max(1, sum(tally.free > 0 for tally in sums))
    x, y, z = (sure_bounds(tally, disclosure, risk=shared) for tally in sums)
    return x, y, z


def _value(one: Tally, two: Tally, number: float | None, hard: Bounds, sure: Bounds) -> Value:
    """The value, without a number where one of the sums has nothing printed to make it from."""
    hidden = any(tally.hidden and not tally.rounded for tally in (one, two))
    if hidden or number is None:
        return Value(None, Status.SUPPRESSED, hard, sure)
    return Value(number, Status.NORMAL, hard, sure)


def _limited(value: Value, limits: Bounds) -> Value:
    return replace(
        value,
        hard=value.hard and value.hard.within(limits),
        sure=value.sure and value.sure.within(limits),
    )


def _mapped(value: Value, grow: Callable[[float], float]) -> Value:
    """The value in another unit, by a function that keeps the order."""
    return Value(
        None if value.number is None else grow(value.number),
        value.status,
        value.hard and Bounds(grow(value.hard.low), grow(value.hard.high)),
        value.sure and Bounds(grow(value.sure.low), grow(value.sure.high)),
    )
