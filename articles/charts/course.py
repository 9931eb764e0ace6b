"""The course of one member over periods, as every chart with lines draws it.

Nothing is bridged: a line stops where a figure is missing, a suppressed one is a hollow mark between its
bounds, and the step to a partial period is dotted, since half a year is not a fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.charts.frame import Frame
from articles.charts.scale import Scale
from articles.charts.strokes import DASHES, PARTIAL, marker
from articles.charts.svg import Markup, tag
from stats.periods import Period
from stats.values import Status

LEAST_BAND = 3
"""Bounds closer together than this on screen are not drawn."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on a line with its bounds. `text` is printed beside the name if it is the last."""

    number: float | None
    text: str = ""
    status: Status = Status.NORMAL
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A named line with one point a period, None where there is nothing to say."""

    label: str
    points: tuple[Point | None, ...]
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """The places of periods, the scale of figures, and the rectangle that they span."""

    xs: tuple[float, ...]
    scale: Scale
    left: float
    right: float
    top: float
    bottom: float


def places(count: int, left: float, right: float) -> tuple[float, ...]:
    """Where so many periods stand, at even steps."""
    if count == 1:
        return ((left + right) / 2,)
    step = (right - left) / (count - 1)
    return tuple(left + n * step for n in range(count))


def extent(lines: Sequence[Line]) -> tuple[float, float]:
    """The smallest and the largest figure, bounds included."""
    numbers = [
        number
        for line in lines
        for point in line.points
        if point is not None
        for number in (point.number, point.low, point.high)
        if number is not None
    ]
    return min(numbers, default=0), max(numbers, default=1)


def whole(lines: Sequence[Line]) -> bool:
    """Whether all figures are whole numbers."""
    return all(
        point is None or point.number is None or float(point.number).is_integer()
        for line in lines
        for point in line.points
    )


def drawn(
    line: Line, periods: tuple[Period, ...], plot: Plot, frame: Frame, *, index: int, colour: str
) -> Markup:
    """The line with its band and its marks; `index` gives it its dashes and the shape at its end."""
    known = [n for n, point in enumerate(line.points) if _number(point) is not None]
    solid, dotted, alone = _paths(line, periods, plot)
    marks = [
        tag("circle", cx=plot.xs[n], cy=plot.scale(number), r=2.5, fill=colour)
        for n in alone
        if (number := _number(line.points[n])) is not None and n != known[-1]
    ]
    if known:
        number = _number(line.points[known[-1]]) or 0
        marks.append(marker(index, plot.xs[known[-1]], plot.scale(number), stroke=colour, fill=colour))
    return tag(
        "g",
        *_bands(line, plot, colour),
        tag("path", d=solid, stroke_dasharray=DASHES[index]) if solid else Markup(),
        tag("path", d=dotted, stroke_dasharray=PARTIAL, stroke_linecap="round") if dotted else Markup(),
        tag("g", *marks, *_hollow(line, plot, frame), stroke_width=1.5) if marks or line.points else Markup(),
        fill="none",
        stroke=colour,
        stroke_width=3.5 if line.highlight else 2.5 if index == 0 else 2,
        stroke_linejoin="round",
    )


def _number(point: Point | None) -> float | None:
    return point.number if point is not None and point.status is Status.NORMAL else None


def _paths(line: Line, periods: tuple[Period, ...], plot: Plot) -> tuple[str, str, list[int]]:
    """The path of whole periods, that of steps to partial ones, and the points that neither path touches."""
    solid: list[str] = []
    dotted: list[str] = []
    touched: set[int] = set()
    before: str | None = None
    drawing = False
    for n, (x, point, period) in enumerate(zip(plot.xs, line.points, periods, strict=True)):
        number = _number(point)
        if number is None:
            before, drawing = None, False
            continue
        here = f"{x:.1f} {plot.scale(number):.1f}"
        if before is not None:
            touched |= {n - 1, n}
            if period.frequency.partial:
                dotted.append(f"M{before}L{here}")
                drawing = False
            else:
                solid.append(f"L{here}" if drawing else f"M{before}L{here}")
                drawing = True
        before = here
    alone = [n for n, point in enumerate(line.points) if n not in touched and _number(point) is not None]
    return "".join(solid), "".join(dotted), alone


def _bands(line: Line, plot: Plot, colour: str) -> Iterator[Markup]:
    """The bounds as a pale band, where they are wide enough to be seen."""
    ends = [
        (x, plot.scale(point.high), plot.scale(point.low))
        if _number(point) is not None
        and point is not None
        and point.low is not None
        and point.high is not None
        else None
        for x, point in zip(plot.xs, line.points, strict=True)
    ]
    for known, run in groupby(ends, key=lambda end: end is not None):
        found = [end for end in run if end is not None]
        if not known or len(found) < 2 or max(low - high for _, high, low in found) < LEAST_BAND:
            continue
        upper = "L".join(f"{x:.1f} {high:.1f}" for x, high, _ in found)
        lower = "L".join(f"{x:.1f} {low:.1f}" for x, _, low in reversed(found))
        yield tag("path", d=f"M{upper}L{lower}z", fill=colour, fill_opacity="0.16", stroke="none")


def _hollow(line: Line, plot: Plot, frame: Frame) -> Iterator[Markup]:
    for x, point in zip(plot.xs, line.points, strict=True):
        if point is None or point.status is not Status.SUPPRESSED:
            continue
        middle = ((point.low or 0) + (point.high or point.low or 0)) / 2
        yield tag("circle", cx=x, cy=plot.scale(middle), r=3.5, fill=frame.palette.ground)


def last_of(line: Line) -> Point | None:
    """The last point that has a number."""
    return next((point for point in reversed(line.points) if _number(point) is not None), None)
