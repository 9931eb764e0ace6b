"""One to five lines over periods, each named at its end.

The axis begins at zero unless the chart says otherwise, and then shows that it is broken. Nothing is
bridged: a line stops where a figure is missing, a suppressed one is a hollow mark between its bounds, and the
step to a partial period is dotted, since half a year is not a fall.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from articles.charts.axis import figures_axis, height_of_periods, periods_axis, tick_texts
from articles.charts.ends import End, spread
from articles.charts.frame import SIZE, SMALL, Frame, text_lines
from articles.charts.scale import Scale, nice_ticks
from articles.charts.strokes import DASHES, MOST, PARTIAL, marker
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, width_of, wrapped
from stats.labels import Language
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
class LineChart:
    """Lines over the same periods, with a title and a description for those who do not see them."""

    title: str
    description: str
    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    unit: str = ""
    language: Language = "en"
    source: str = ""
    from_zero: bool = True

    def __post_init__(self) -> None:
        if not 1 <= len(self.lines) <= MOST:
            raise ValueError(f"{len(self.lines)!r} lines: 1 to {MOST} are expected")
        if not self.periods:
            raise ValueError("a line chart without periods: at least one is expected")
        for line in self.lines:
            if len(line.points) != len(self.periods):
                raise ValueError(
                    f"line {line.label!r} has {len(line.points)!r} points: {len(self.periods)} are expected"
                )


@dataclass(frozen=True, slots=True)
class _Plot:
    """The places of periods, the scale of figures, and the rectangle that they span."""

    xs: tuple[float, ...]
    scale: Scale
    left: float
    right: float
    top: float
    bottom: float


def draw(chart: LineChart, frame: Frame) -> Markup:
    """The chart as SVG."""
    frame = _with_highlight(chart, frame)
    named = [_name(n, line) for n, line in enumerate(chart.lines)]
    room = 0.0 if frame.narrow else _room_for_names(named, frame)
    legend, top = _legend(chart, frame) if frame.narrow else (Markup(), 14.0)
    low, high = _extent(chart)
    ticks = nice_ticks(low, high, about=4 if frame.narrow else 5, whole=_whole(chart), zero=chart.from_zero)
    texts = tick_texts(ticks, chart.unit, chart.language)
    left = max(width_of(text, SMALL) for text in texts) + 8
    right = frame.width - (room or 8)
    height = 210 if frame.narrow else 320
    bottom = top + height
    foot = bottom - (0 if ticks.low <= 0 else 12)
    plot = _Plot(
        _places(len(chart.periods), left + 6, right - 6),
        Scale(ticks.low, ticks.high, foot, top),
        left,
        right,
        top,
        bottom,
    )
    body = joined(
        legend,
        figures_axis(ticks, texts, plot.scale, frame, left=left, right=right),
        periods_axis(
            chart.periods, plot.xs, frame, chart.language, y=bottom, right=right if room else frame.width
        ),
        *(_drawn(n, line, chart.periods, plot, frame) for n, line in enumerate(chart.lines)),
        _names(chart, named, plot, frame) if room else Markup(),
    )
    return frame.framed(
        body,
        height=bottom + height_of_periods(chart.periods),
        title=chart.title,
        description=chart.description,
        unit=chart.unit,
        source=chart.source,
        language=chart.language,
    )


def _with_highlight(chart: LineChart, frame: Frame) -> Frame:
    """The frame in whose colours only the highlighted line stands out, if one is."""
    if not any(line.highlight for line in chart.lines):
        return frame
    strong, muted = frame.palette.lines[0], frame.palette.muted
    colours = tuple(strong if line.highlight else muted for line in chart.lines)
    return replace(frame, palette=replace(frame.palette, lines=colours))


def _places(count: int, left: float, right: float) -> tuple[float, ...]:
    if count == 1:
        return ((left + right) / 2,)
    step = (right - left) / (count - 1)
    return tuple(left + n * step for n in range(count))


def _extent(chart: LineChart) -> tuple[float, float]:
    numbers = [
        number
        for line in chart.lines
        for point in line.points
        if point is not None
        for number in (point.number, point.low, point.high)
        if number is not None
    ]
    return min(numbers, default=0), max(numbers, default=1)


def _whole(chart: LineChart) -> bool:
    return all(
        point is None or point.number is None or float(point.number).is_integer()
        for line in chart.lines
        for point in line.points
    )


def _drawn(index: int, line: Line, periods: tuple[Period, ...], plot: _Plot, frame: Frame) -> Markup:
    colour = frame.palette.lines[index]
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


def _paths(line: Line, periods: tuple[Period, ...], plot: _Plot) -> tuple[str, str, list[int]]:
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


def _bands(line: Line, plot: _Plot, colour: str) -> Iterator[Markup]:
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


def _hollow(line: Line, plot: _Plot, frame: Frame) -> Iterator[Markup]:
    for x, point in zip(plot.xs, line.points, strict=True):
        if point is None or point.status is not Status.SUPPRESSED:
            continue
        middle = ((point.low or 0) + (point.high or point.low or 0)) / 2
        yield tag("circle", cx=x, cy=plot.scale(middle), r=3.5, fill=frame.palette.ground)


def _last(line: Line) -> Point | None:
    return next((point for point in reversed(line.points) if _number(point) is not None), None)


def _name(index: int, line: Line) -> tuple[int, str, str]:
    last = _last(line)
    return index, line.label, last.text if last else ""


def _room_for_names(named: list[tuple[int, str, str]], frame: Frame) -> float:
    most = 0.3 * frame.width
    widest = max(
        width_of(part, SIZE) * BOLD
        for _, label, text in named
        for part in (*wrapped(label, most / BOLD, SIZE), text)
    )
    return min(most, widest) + 18


def _names(chart: LineChart, named: list[tuple[int, str, str]], plot: _Plot, frame: Frame) -> Markup:
    room = (frame.width - plot.right - 18) / BOLD
    ends = []
    for index, label, text in named:
        last = _last(chart.lines[index])
        wanted = plot.scale(last.number) if last and last.number is not None else plot.bottom
        lines = wrapped(label, room + 1, SIZE) + ((text,) if text else ())
        ends.append(End(index, lines, wanted, 17.0 * len(lines) + 4))
    middles = spread(ends, top=plot.top - 10, bottom=plot.bottom + 6)
    return joined(
        *(_name_block(end, middles[end.index], bool(named[end.index][2]), plot, frame) for end in ends)
    )


def _name_block(end: End, middle: float, has_text: bool, plot: _Plot, frame: Frame) -> Markup:  # noqa: FBT001
    x, colour = plot.right + 14, frame.palette.lines[end.index]
    first = middle - 17.0 * len(end.lines) / 2 + 13
    label = end.lines[:-1] if has_text else end.lines
    leader = (
        tag(
            "path",
            d=f"M{digits(plot.right)} {digits(end.wanted)}L{digits(x - 3)} {digits(middle)}",
            stroke=colour,
        )
        if abs(middle - end.wanted) > 6
        else Markup()
    )
    value = (
        tag(
            "text",
            end.lines[-1],
            x=x,
            y=first + 17.0 * len(label),
            fill=frame.palette.ink,
            class_="chart-value",
        )
        if has_text
        else Markup()
    )
    name = text_lines(label, x=x, y=first, leading=17, fill=colour, font_weight="bold")
    return joined(leader, name, value)


def _legend(chart: LineChart, frame: Frame) -> tuple[Markup, float]:
    """Names above the plot, each after a sample of its line."""
    parts: list[Markup] = []
    y = 14.0
    for n, line in enumerate(chart.lines):
        colour = frame.palette.lines[n]
        last = _last(line)
        text = f" {last.text}" if last and last.text else ""
        lines = wrapped(f"{line.label}{text}", (frame.width - 36) / BOLD, SIZE)
        parts += [
            tag(
                "path", d=f"M0 {digits(y - 5)}h26", stroke=colour, stroke_width=2, stroke_dasharray=DASHES[n]
            ),
            marker(n, 13, y - 5, stroke=colour, fill=colour),
            text_lines(lines, x=34, y=y, leading=17),
        ]
        y += 17.0 * len(lines) + 5
    return joined(*parts), y + 4
