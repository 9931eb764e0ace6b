"""Classes for the shades of a map, with round limits.

Figures by place are seldom even: one province may hold half of a total, and equal steps would leave the
others in the faintest shade. The limits therefore grow as squares (4, 16, 36, 64, 100 hundredths of the
largest).
"""

from __future__ import annotations

import math
from itertools import pairwise


def classes(largest: float, *, count: int, whole: bool) -> tuple[float, ...]:
    """Limits from zero to a round number that is not below `largest`, at most `count` intervals."""
    if largest <= 0:
        return (0, 1)
    inner = [_round(largest * (n / count) ** 2, digits=1, whole=whole, up=False) for n in range(1, count)]
    top = _round(largest, digits=2, whole=whole, up=True)
    return (0, *sorted({limit for limit in inner if 0 < limit < top}), top)


def class_of(x: float, limits: tuple[float, ...]) -> int:
    """Which interval holds a figure, its upper limit included; the first one for what is below all."""
    for n, (_, high) in enumerate(pairwise(limits)):
        if x <= high:
            return n
    return len(limits) - 2


def _round(x: float, *, digits: int, whole: bool, up: bool) -> float:
    unit = 10.0 ** (math.floor(math.log10(x)) - digits + 1)
    if whole:
        unit = max(unit, 1.0)
    steps = math.ceil(x / unit - 1e-9) if up else math.floor(x / unit + 1e-9)
    return round(steps * unit, 9)
