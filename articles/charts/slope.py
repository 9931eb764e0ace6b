"""A slope chart: each member as one line from an earlier period to a later one, with its figures at its ends.

A slope is read by its ends, which are printed; the scale begins near the smallest figure. Names that would
stand on one another are moved apart and led to their points. A line is dashed where the figures do not
settle whether it rises or falls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.charts.ends import End, spread
from articles.charts.frame import SIZE, SMALL, Frame, text_lines
from articles.charts.scale import Scale
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, width_of, wrapped
from stats.labels import Label, Language

LEADING = 17
HEAD = 34
LEAST_HEIGHT = 260
LEAST_PLOT = 80
"""How much of a narrow picture the slopes themselves keep."""
REACH = 16
"""From a point to its name, for the line that leads there."""
DASHED = Label(
    "Dashed: the figures do not settle whether it rose or fell.",
    "Pointillé\N{NO-BREAK SPACE}: les chiffres n’indiquent ni hausse ni baisse certaine.",
)


@dataclass(frozen=True, slots=True)
class SlopeEnd:
    """A figure at one end; `hollow` for one that is only known by its bounds, None where nothing is known."""

    number: float | None
    text: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Slope:
    """A member with its figure before and after; `open` where its direction cannot be told."""

    label: str
    before: SlopeEnd
    after: SlopeEnd
    open: bool = False
    highlight: bool = False

    @property
    def ends(self) -> tuple[SlopeEnd, SlopeEnd]:
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class SlopeChart:
    """Slopes between two named periods, with a title and a description for those who do not see them."""

    title: str
    description: str
    slopes: tuple[Slope, ...]
    periods: tuple[str, str]
    unit: str = ""
    language: Language = "en"
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """One end of all slopes: where its points stand, and the names of those that have one."""

    x: float
    names: tuple[End, ...]
    middles: dict[int, float]


def draw(chart: SlopeChart, frame: Frame) -> Markup:
    """The chart as SVG."""
    left = max(width_of(slope.before.text, SIZE) for slope in chart.slopes) * BOLD + REACH + 4
    room = min(0.42 * frame.width, 240) if not frame.narrow else frame.width - left - LEAST_PLOT - REACH
    texts: tuple[list[tuple[str, ...]], ...] = (
        [(slope.before.text,) for slope in chart.slopes],
        [_words(slope, room) for slope in chart.slopes],
    )
    height = max(LEAST_HEIGHT, *(sum(LEADING * len(lines) + 4 for lines in side) for side in texts))
    numbers = [end.number for slope in chart.slopes for end in slope.ends if end.number is not None]
    low, high = min(numbers, default=0), max(numbers, default=1)
    scale = Scale(low, high if high > low else low + 1, HEAD + height, HEAD + 12)
    sides = tuple(
        _Side(
            x,
            names := _ends(chart, at, texts[at], scale),
            spread(list(names), top=HEAD, bottom=HEAD + height + 8),
        )
        for at, x in enumerate((left, frame.width - room - REACH))
    )
    bottom = HEAD + height + 20
    dashed = any(slope.open for slope in chart.slopes)
    body = joined(
        _rails(chart, sides, bottom - 4, frame),
        *(
            part
            for slope in sorted(chart.slopes, key=_last_if_strong)
            for part in _drawn(slope, chart, sides, scale, frame)
        ),
        *(part for at in (0, 1) for part in _named(chart, sides[at], at, frame)),
        _key(chart.language, bottom + 14, frame) if dashed else Markup(),
    )
    return frame.framed(
        body,
        height=bottom + (36 if dashed else 4),
        title=chart.title,
        description=chart.description,
        unit=chart.unit,
        source=chart.source,
        language=chart.language,
    )


def _words(slope: Slope, room: float) -> tuple[str, ...]:
    """The figure and the name at the end of a slope."""
    return wrapped(f"{slope.after.text} {slope.label}", room / BOLD, SIZE, 3)


def _last_if_strong(slope: Slope) -> bool:
    """What stands out is drawn over the others."""
    return slope.highlight


def _ends(chart: SlopeChart, at: int, texts: list[tuple[str, ...]], scale: Scale) -> tuple[End, ...]:
    lowest = scale(scale.low)
    numbers = [slope.ends[at].number for slope in chart.slopes]
    return tuple(
        End(n, lines, lowest if number is None else scale(number), LEADING * len(lines) + 4)
        for n, (lines, number) in enumerate(zip(texts, numbers, strict=True))
    )


def _rails(chart: SlopeChart, sides: tuple[_Side, ...], bottom: float, frame: Frame) -> Markup:
    """The two periods by name, and the lines on which the points stand."""
    lines = "".join(f"M{digits(side.x)} {HEAD}V{digits(bottom)}" for side in sides)
    heads = (
        text_lines(
            wrapped(name, frame.width / 2 - 12, SMALL),
            x=0 if at == 0 else sides[1].x,
            y=12,
            leading=15,
            font_size=SMALL,
            fill=frame.palette.muted,
        )
        for at, name in enumerate(chart.periods)
    )
    return joined(tag("path", d=lines, stroke=frame.palette.rule), *heads)


def _colour(slope: Slope, chart: SlopeChart, frame: Frame) -> str:
    some = any(one.highlight for one in chart.slopes)
    return frame.palette.bar if some and not slope.highlight else frame.palette.lines[0]


def _drawn(
    slope: Slope, chart: SlopeChart, sides: tuple[_Side, ...], scale: Scale, frame: Frame
) -> Iterator[Markup]:
    colour = _colour(slope, chart, frame)
    points = [
        (side.x, scale(end.number), end)
        for side, end in zip(sides, slope.ends, strict=True)
        if end.number is not None
    ]
    if len(points) == len(sides):
        (x1, y1, _), (x2, y2, _) = points
        yield tag(
            "path",
            tag("title", f"{slope.label}: {slope.before.text}, {slope.after.text}"),
            d=f"M{digits(x1)} {digits(y1)}L{digits(x2)} {digits(y2)}",
            stroke=colour,
            stroke_width=3.5 if slope.highlight else 2,
            stroke_dasharray="5 4" if slope.open else None,
        )
    for x, y, end in points:
        yield tag(
            "circle", cx=x, cy=y, r=4, fill=frame.palette.ground if end.hollow else colour, stroke=colour
        )


def _named(chart: SlopeChart, side: _Side, at: int, frame: Frame) -> Iterator[Markup]:
    """The texts of one side, each led to its point where it had to move."""
    outward = -1 if at == 0 else 1
    for end in side.names:
        slope, middle = chart.slopes[end.index], side.middles[end.index]
        if abs(middle - end.wanted) > 6 and slope.ends[at].number is not None:
            start, stop = side.x + outward * 5, side.x + outward * (REACH - 3)
            yield tag(
                "path",
                d=f"M{digits(start)} {digits(end.wanted)}L{digits(stop)} {digits(middle)}",
                stroke=frame.palette.muted,
            )
        yield text_lines(
            end.lines,
            x=side.x + outward * REACH,
            y=middle - LEADING * len(end.lines) / 2 + 13,
            leading=LEADING,
            text_anchor="end" if at == 0 else None,
            font_weight="bold" if slope.highlight else None,
            class_="chart-value",
        )


def _key(language: Language, y: float, frame: Frame) -> Markup:
    lines = wrapped(DASHED.in_language(language), frame.width, SMALL)
    return text_lines(lines, x=0, y=y, leading=16, font_size=SMALL, fill=frame.palette.muted)
