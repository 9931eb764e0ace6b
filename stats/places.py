"""Places: the rank of a figure among others, with the best and the worst rank that its bounds allow.

Ties share a rank (1, 2, 2, 4). A figure stands at its best where it is at its highest and all others at their
lowest; at its worst the other way round. Both are reached where the figures have no cell in common and no
stated total narrows them; otherwise the truth may be narrower, never wider.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from stats.values import MISSING, Bounds, Status, Value


def places(values: Sequence[Value]) -> list[Value]:
    """The rank of each figure among all, 1 for the largest, as values with bounds.

    What is missing has no rank and takes none; what is suppressed has bounds only.
    """
    numbers = sorted(value.number for value in values if value.number is not None)
    hard = _ranks([value.hard for value in values])
    sure = _ranks([value.sure for value in values])
    found = []
    for value, widest, narrower in zip(values, hard, sure, strict=True):
        if widest is None or narrower is None:
            found.append(MISSING)
        elif value.number is None:
            found.append(Value(None, Status.SUPPRESSED, widest, narrower))
        else:
            above = len(numbers) - bisect_right(numbers, value.number)
            found.append(Value(above + 1, Status.NORMAL, widest, narrower))
    return found


def places_gained(before: Value, now: Value) -> Value:
    """How many places up from one rank to another; below zero for down."""
    if not (before.hard and now.hard and before.sure and now.sure):
        return MISSING
    hard = Bounds(before.hard.low - now.hard.high, before.hard.high - now.hard.low)
    sure = Bounds(before.sure.low - now.sure.high, before.sure.high - now.sure.low)
    if before.number is None or now.number is None:
        return Value(None, Status.SUPPRESSED, hard, sure)
    return Value(before.number - now.number, Status.NORMAL, hard, sure)


def _ranks(bounds: Sequence[Bounds | None]) -> list[Bounds | None]:
    """The best and worst rank of each interval among all of them."""
    known = [interval for interval in bounds if interval is not None]
    lows = sorted(interval.low for interval in known)
    highs = sorted(interval.high for interval in known)
    found: list[Bounds | None] = []
    for interval in bounds:
        if interval is None:
            found.append(None)
            continue
        surely_above = len(known) - bisect_right(lows, interval.high)
        perhaps_above = len(known) - bisect_right(highs, interval.low) - (interval.high > interval.low)
        found.append(Bounds(1 + surely_above, 1 + perhaps_above))
    return found
