"""What follows from two sums of published cells: differences, shares, ratios and percent changes.

Every function takes tallies (`stats.bounds.Tally`) and gives a value with both bounds:

* *hard*: the extreme values over everything that the cells of both sums may stand for. The two sums have no
  cell in common, so each takes its extremes independently of the other, and the bounds are reached. A part
  and its whole share cells; there the rest of the whole is the second sum: share = part / (part + rest).
* *sure*: of a difference, Hoeffding's inequality over the cells of both sums together; of a quotient, the
  sure bounds of both sums, each at half the risk, so that both hold together at the whole risk.

Shares and percent changes are parts of one (0.401, not 40.1). A quotient by what is certainly zero is not
applicable; by what may be zero it has no upper bound (`math.inf`).
"""

from __future__ import annotations

import math

from stats.bounds import RISK, Tally, hard_bounds, sure_bounds, sure_within
from stats.values import MISSING, NOT_APPLICABLE, Bounds, Disclosure, Status, Value


def difference(minuend: Tally, subtrahend: Tally, disclosure: Disclosure) -> Value:
    """`minuend` less `subtrahend`, two sums without a common cell, in the unit of the figures."""
    if minuend.blank or subtrahend.blank:
        return MISSING
    one, two = hard_bounds(minuend, disclosure), hard_bounds(subtrahend, disclosure)
    hard = Bounds(one.low - two.high, one.high - two.low)
    sure = sure_within(hard, minuend.free, subtrahend.free, disclosure)
    return _value(minuend, subtrahend, minuend.printed - subtrahend.printed, hard, sure)


def share(part: Tally, rest: Tally, disclosure: Disclosure) -> Value:
    """How much of a whole a part is, from 0 to 1. `rest` is the whole without the part."""
    if part.blank or rest.blank:
        return MISSING
    whole = part + rest
    if hard_bounds(whole, disclosure).high == 0:
        return NOT_APPLICABLE
    hard = _share_bounds(hard_bounds(part, disclosure), hard_bounds(rest, disclosure))
    sure = _share_bounds(*_sure_pair(part, rest, disclosure))
    return _value(part, whole, _quotient(part.printed, whole.printed), hard, sure.within(hard))


def share_of_stated(part: Tally, whole: Tally, disclosure: Disclosure) -> Value:
    """How much of a stated whole a part is, from 0 to 1.

    The stated whole is a cell of its own with its own rounding, so nothing is known of the cells of the rest,
    but that a part is no more than its whole.
    """
    found = ratio(part, whole, disclosure)
    if found.hard is None or found.sure is None:
        return found
    unit = Bounds(0, 1)
    return Value(found.number, found.status, found.hard.within(unit), found.sure.within(unit))


def ratio(numerator: Tally, denominator: Tally, disclosure: Disclosure) -> Value:
    """How many times the second sum the first one is; two sums without a common cell."""
    if numerator.blank or denominator.blank:
        return MISSING
    below = hard_bounds(denominator, disclosure)
    if below.high == 0:
        return NOT_APPLICABLE
    hard = _quotient_bounds(hard_bounds(numerator, disclosure), below)
    sure = _quotient_bounds(*_sure_pair(numerator, denominator, disclosure))
    number = _quotient(numerator.printed, denominator.printed)
    return _value(numerator, denominator, number, hard, sure.within(hard))


def percent_change(now: Tally, before: Tally, disclosure: Disclosure) -> Value:
    """By what part of the earlier sum the later one is larger: 0.05 for five percent more."""
    found = ratio(now, before, disclosure)
    return Value(
        None if found.number is None else found.number - 1,
        found.status,
        found.hard and Bounds(found.hard.low - 1, found.hard.high - 1),
        found.sure and Bounds(found.sure.low - 1, found.sure.high - 1),
    )


def _value(one: Tally, two: Tally, number: float | None, hard: Bounds, sure: Bounds) -> Value:
    """The value, without a number where one of the sums has nothing printed to make it from."""
    hidden = any(tally.hidden and not tally.rounded for tally in (one, two))
    if hidden or number is None:
        return Value(None, Status.SUPPRESSED, hard, sure)
    return Value(number, Status.NORMAL, hard, sure)


def _sure_pair(one: Tally, two: Tally, disclosure: Disclosure) -> tuple[Bounds, Bounds]:
    return sure_bounds(one, disclosure, risk=RISK / 2), sure_bounds(two, disclosure, risk=RISK / 2)


def _share_bounds(part: Bounds, rest: Bounds) -> Bounds:
    low, high = max(part.low, 0), max(part.high, 0)
    return Bounds(_of(low, low + max(rest.high, 0)), _of(high, high + max(rest.low, 0)))


def _quotient_bounds(numerator: Bounds, denominator: Bounds) -> Bounds:
    low = max(numerator.low, 0) / denominator.high if denominator.high > 0 else math.inf
    high = numerator.high / denominator.low if denominator.low > 0 else math.inf
    return Bounds(low, high)


def _of(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 0.0


def _quotient(numerator: float, denominator: float) -> float | None:
    return numerator / denominator if denominator else None
