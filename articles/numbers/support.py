"""Which round numbers an interval supports: the arithmetic under *about*, *nearly* and *more than*.

All functions take bounds in the unit in which they are shown (per cents, not shares) and `finest`, the number
of decimals that may be shown at most. Round numbers are multiples of 1, 5, 10, 50, 100 … of the finest unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from articles.numbers.digits import rounded
from stats.values import Bounds

CLOSE = Decimal("0.01")
"""How far, at most, a number said with *about* lies from the middle of the interval, in parts of it."""
WIDE = Decimal("0.1")
"""How far, at most, a possible value may lie from a number said with *about*."""
NEAR = Decimal("0.035")
"""How far below the interval a number said with *more than* lies at most, if a round one is found at all."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round number and the decimals it is shown with."""

    number: float
    decimals: int = 0


def shared_rounding(bounds: Bounds, *, finest: int) -> Round | None:
    """The most precise rounding that is the same for the whole interval; None if it keeps not one digit."""
    if bounds.exact and bounds.low == round(bounds.low):
        return Round(bounds.low)
    largest = max(abs(bounds.low), abs(bounds.high))
    for decimals in range(finest, -16, -1):
        low, high = rounded(bounds.low, decimals), rounded(bounds.high, decimals)
        if low == high:
            return Round(float(low), max(decimals, 0))
        if 10 ** -(decimals - 1) > largest / 10:
            return None
    return None


def near(bounds: Bounds, *, centre: float, finest: int) -> Round | None:
    """A round number for *about*, as round as closeness to `centre` allows; None for too wide an interval."""
    low, high, middle = _exact(bounds.low), _exact(bounds.high), _exact(centre)
    if middle == 0:
        return None
    for unit in _units(middle, finest):
        if unit * 5 < (high - low) / 2 and unit > Decimal(1).scaleb(-finest):
            continue
        found = (middle / unit).quantize(Decimal(1), "ROUND_HALF_UP") * unit
        off = max(abs(found - low), abs(high - found))
        if abs(found - middle) <= CLOSE * abs(middle) and off <= WIDE * abs(found):
            return _round(found, unit)
    return None


def below(low: float, *, finest: int) -> Round:
    """The round number for *more than*: strictly below `low`, as round as its nearness allows."""
    exact = _exact(low)
    for unit in _units(exact, finest):
        found = (exact / unit).to_integral_value(ROUND_CEILING) * unit - unit
        if exact - found <= NEAR * abs(exact):
            return _round(found, unit)
    unit = Decimal(1).scaleb(-finest)
    return _round((exact / unit).to_integral_value(ROUND_CEILING) * unit - unit, unit)


def above(high: float, *, finest: int) -> Round:
    """The round number for *fewer than* and *nearly*: strictly above `high`, as round as nearness allows."""
    mirrored = below(-high, finest=finest)
    return Round(-mirrored.number, mirrored.decimals)


def outward(bounds: Bounds, *, finest: int) -> tuple[Round, Round]:
    """Both ends, rounded away from the interval, so that it is never made to look narrower."""
    unit = Decimal(1).scaleb(-finest)
    low = (_exact(bounds.low) / unit).to_integral_value(ROUND_FLOOR) * unit
    if math.isinf(bounds.high):
        return Round(float(low), max(finest, 0)), Round(bounds.high)
    high = (_exact(bounds.high) / unit).to_integral_value(ROUND_CEILING) * unit
    return Round(float(low), max(finest, 0)), Round(float(high), max(finest, 0))


def _units(scale: Decimal, finest: int) -> Iterator[Decimal]:
    """1, 5, 10, 50 … of the finest unit, largest first, none larger than `scale`."""
    top = math.ceil(math.log10(abs(scale))) if scale else -finest
    for exponent in range(max(top, -finest), -finest - 1, -1):
        ten = Decimal(1).scaleb(exponent)
        if 5 * ten <= abs(scale):
            yield 5 * ten
        yield ten


def _exact(x: float) -> Decimal:
    return Decimal(x) if isinstance(x, int) else Decimal(repr(x))


def _round(found: Decimal, unit: Decimal) -> Round:
    whole = found == found.to_integral_value()
    return Round(float(found), 0 if whole else max(-int(unit.as_tuple().exponent), 0))
