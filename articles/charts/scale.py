"""From figures to places: linear scales and round ticks that include zero."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale: `low` lies at `start`, `high` at `end` (which may be the smaller one)."""

    low: float
    high: float
    start: float
    end: float

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise ValueError(f"a scale from {self.low!r} to {self.high!r} has no length")

    def __call__(self, number: float) -> float:
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Round numbers at even steps, and how many decimals they need."""

    numbers: tuple[float, ...]
    decimals: int

    @property
    def low(self) -> float:
        return self.numbers[0]

    @property
    def high(self) -> float:
        return self.numbers[-1]


def nice_ticks(low: float, high: float, *, about: int = 5, whole: bool = True, zero: bool = True) -> Ticks:
    """Ticks that enclose `low` and `high` in steps of 1, 2 or 5 times a power of ten; from zero if `zero`.

    `whole` keeps steps at one or more, for counts, of which there are no halves.
    """
    if zero:
        low, high = min(low, 0), max(high, 0)
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low, 0)
    step = _step((high - low) / about)
    if whole:
        step = max(step, 1)
    first, last = math.floor(low / step), math.ceil(high / step)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    numbers = tuple(round(n * step, decimals) for n in range(first, max(last, first + 1) + 1))
    return Ticks(numbers, decimals)


def _step(rough: float) -> float:
    magnitude: float = 10.0 ** math.floor(math.log10(rough))
    for factor in (1, 2, 5):
        if rough <= factor * magnitude * (1 + 1e-9):
            return factor * magnitude
    return 10 * magnitude
