"""Statements over a series: what can be said of its periods, and whether all that is hidden allows another.

Each function takes the figures of a series in order and the bounds that decide, and gives what the printed
figures say together with everything that any completion of them could say: one outcome is certain, several
are possible. Periods of a series are taken as independent of each other, so for spans that overlap (moving
sums) more is called possible than is, never less.

Periods are named by their index in the series. A period without bounds (missing, not applicable) is left out
of "first", "last", "since" and places, and ends a row of rises or falls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stats.values import Bounds, Deciding, Value

Series = Sequence[Value]


class Verdict(StrEnum):
    """How firmly a statement stands."""

    CERTAIN = "certain"
    """Whatever is hidden, nothing else can be said."""
    POSSIBLE = "possible"
    """The printed figures say so; what is hidden allows something else."""
    NO = "no"
    """The printed figures say so, but no completion of them does."""


@dataclass(frozen=True, slots=True)
class When:
    """A period of a series, or None for never: by printed figures, and in every completion of them."""

    index: int | None
    possible: tuple[int | None, ...]

    @property
    def verdict(self) -> Verdict:
        return _verdict(self.index in self.possible, len(self.possible))


@dataclass(frozen=True, slots=True)
class HowMany:
    """A whole number: by printed figures, and the least and greatest of all completions."""

    number: int | None
    bounds: Bounds | None

    @property
    def verdict(self) -> Verdict:
        if self.number is None or self.bounds is None:
            return Verdict.NO
        return _verdict(self.number in self.bounds, int(self.bounds.high - self.bounds.low) + 1)


def _verdict(allowed: bool, outcomes: int) -> Verdict:  # noqa: FBT001
    if not allowed:
        return Verdict.NO
    return Verdict.CERTAIN if outcomes == 1 else Verdict.POSSIBLE


def first_above(series: Series, threshold: float, deciding: Deciding) -> When:
    """The first period with more than a number."""
    return _first(_known(series, deciding), lambda number: number > threshold, rising=True)


def first_below(series: Series, threshold: float, deciding: Deciding) -> When:
    """The first period with less than a number."""
    return _first(_known(series, deciding), lambda number: number < threshold, rising=False)


def last_above(series: Series, threshold: float, deciding: Deciding) -> When:
    """The last period with more than a number."""
    return _first(_known(series, deciding)[::-1], lambda number: number > threshold, rising=True)


def last_below(series: Series, threshold: float, deciding: Deciding) -> When:
    """The last period with less than a number."""
    return _first(_known(series, deciding)[::-1], lambda number: number < threshold, rising=False)


@dataclass(frozen=True, slots=True)
class _Point:
    """A period with bounds: its index, its printed number if it has one, and what it may be."""

    index: int
    number: float | None
    low: float
    high: float

    def mirrored(self) -> _Point:
        """The same with its sign turned, so that what holds of highs and rises holds of lows and falls."""
        number = None if self.number is None else -self.number
        return _Point(self.index, number, -self.high, -self.low)


def _known(series: Series, deciding: Deciding) -> list[_Point]:
    found = []
    for index, value in enumerate(series):
        bounds = value.bounds(deciding)
        if bounds is not None:
            found.append(_Point(index, value.number, bounds.low, bounds.high))
    return found


def _first(points: list[_Point], holds: Callable[[float], bool], *, rising: bool) -> When:
    """The first of the points of which something holds; `rising`: of larger numbers, not of smaller."""
    said = next((p.index for p in points if p.number is not None and holds(p.number)), None)
    possible: list[int | None] = []
    for point in points:
        best, worst = (point.high, point.low) if rising else (point.low, point.high)
        if holds(best):
            possible.append(point.index)
        if holds(worst):
            return When(said, tuple(possible))
    return When(said, (*possible, None))


def highest_since(series: Series, deciding: Deciding) -> When:
    """The newest earlier period at least as high as the last one; None where all were lower."""
    return _since(_known(series, deciding))


def lowest_since(series: Series, deciding: Deciding) -> When:
    """The newest earlier period at least as low as the last one; None where all were higher."""
    return _since([point.mirrored() for point in _known(series, deciding)])


def _since(points: list[_Point]) -> When:
    if not points:
        return When(None, ())
    *earlier, last = points
    said = None
    if last.number is not None:
        numbers = [(p.index, p.number) for p in reversed(earlier) if p.number is not None]
        said = next((index for index, number in numbers if number >= last.number), None)
    possible: list[int | None] = []
    floor = float("-inf")  # what the last one must exceed, all between at their lowest
    for point in reversed(earlier):
        highest = min(point.high, last.high)
        if highest >= last.low and highest > floor:
            possible.append(point.index)
        floor = max(floor, point.low)
    if last.high > floor:
        possible.append(None)
    return When(said, tuple(possible))


def rises(series: Series, deciding: Deciding, *, whole: bool) -> HowMany:
    """How many times in a row it has risen up to the last period. `whole`: the figures are whole numbers."""
    return _in_a_row(_unbroken(_known(series, deciding), len(series)), whole=whole)


def falls(series: Series, deciding: Deciding, *, whole: bool) -> HowMany:
    """How many times in a row it has fallen up to the last period."""
    points = [point.mirrored() for point in _known(series, deciding)]
    return _in_a_row(_unbroken(points, len(series)), whole=whole)


def _unbroken(points: list[_Point], length: int) -> list[_Point]:
    """The newest points without a gap before them, up to the end of the series."""
    found: list[_Point] = []
    for point, index in zip(reversed(points), range(length - 1, -1, -1), strict=False):
        if point.index != index:
            break
        found.append(point)
    return found[::-1]


def _in_a_row(points: list[_Point], *, whole: bool) -> HowMany:
    if not points:
        return HowMany(None, None)
    numbers = [point.number for point in points]
    possible = [count for count in range(len(points)) if _can_rise(points, count, whole=whole)]
    return HowMany(_counted(numbers), Bounds(min(possible), max(possible)))


def _counted(numbers: list[float | None]) -> int | None:
    """How many times the printed numbers have risen; None where the last one is not printed."""
    if numbers[-1] is None:
        return None
    count = 0
    for one, two in zip(reversed(numbers[:-1]), reversed(numbers), strict=False):
        if one is None or two is None or one >= two:
            break
        count += 1
    return count


def _can_rise(points: list[_Point], count: int, *, whole: bool) -> bool:
    """Whether some completion rises exactly so many times in a row at the end.

    Each figure takes the least number that is more than the one before; the one before the row takes its
    greatest, which must not be less than the first of the row at its lowest.
    """
    start = len(points) - 1 - count
    if start > 0 and points[start - 1].high < points[start].low:
        return False
    reached = points[start].low
    for point in points[start + 1 :]:
        if whole:
            reached = max(reached + 1, point.low)
            if reached > point.high:
                return False
        else:
            if point.high <= reached:
                return False
            reached = max(reached, point.low)
    return True


def highest_place(series: Series, deciding: Deciding) -> HowMany:
    """The place of the last period from the highest down, ties sharing one."""
    return _place(_known(series, deciding), len(series))


def lowest_place(series: Series, deciding: Deciding) -> HowMany:
    """The place of the last period from the lowest up, ties sharing one."""
    return _place([point.mirrored() for point in _known(series, deciding)], len(series))


def _place(points: list[_Point], length: int) -> HowMany:
    if not points or points[-1].index != length - 1:
        return HowMany(None, None)
    *earlier, last = points
    number = None
    if last.number is not None:
        number = 1 + sum(p.number is not None and p.number > last.number for p in earlier)
    best = 1 + sum(point.low > last.high for point in earlier)
    worst = 1 + sum(point.high > last.low for point in earlier)
    return HowMany(number, Bounds(best, worst))
