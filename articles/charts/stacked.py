"""Stacked bars: the parts of one whole side by side, darkest first, each with its figure where there is room.

Parts stand in the order of the legend, from left to right. A suppressed part is a hatched mark as wide as it
may be at most, and a line at the end of each bar shows what rounding and suppression leave open for the sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.charts.bar import Bar
from articles.charts.frame import LEADING, SIZE, SMALL, Frame, text_lines
from articles.charts.hatch import hatched, hatching
from articles.charts.scale import Scale
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, width_of, wrapped
from articles.charts.whiskers import whisker
from stats.labels import Language
from stats.values import Status

MOST = 5
"""As many parts as there are shades."""
THICKNESS = 24
GAP = 10
LEAST_MARK = 5
"""The narrowest mark of a suppressed part."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The parts of a whole; `low` and `high` are the bounds of their sum."""

    label: str
    parts: tuple[Bar, ...]
    low: float | None = None
    high: float | None = None
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Stacks of the same parts, with a title and a description for those who do not see them."""

    title: str
    description: str
    stacks: tuple[Stack, ...]
    unit: str = ""
    language: Language = "en"
    source: str = ""

    def __post_init__(self) -> None:
        names = {tuple(part.label for part in stack.parts) for stack in self.stacks}
        if len(names) != 1 or not 1 <= len(next(iter(names))) <= MOST:
            raise ValueError(f"stacks of {names!r}: the same 1 to {MOST} parts in each are expected")


def draw(chart: StackedBars, frame: Frame) -> Markup:
    """The chart as SVG."""
    legend, top = _legend(chart, frame)
    column = 0.0 if frame.narrow else _column(chart, frame)
    scale = Scale(0, _longest(chart), column + 1, frame.width - 8)
    hidden = any(part.status is Status.SUPPRESSED for stack in chart.stacks for part in stack.parts)
    drawn = []
    for stack in chart.stacks:
        lines = wrapped(stack.label, (column - 10 if column else frame.width) / BOLD, SIZE)
        above = LEADING * len(lines) + 4 if frame.narrow else 0.0
        height = max(THICKNESS, 0 if frame.narrow else LEADING * len(lines))
        middle = top + above + height / 2
        first = top + 14 if frame.narrow else middle - LEADING * len(lines) / 2 + 14
        weight = "bold" if stack.highlight else None
        drawn.append(text_lines(lines, x=0, y=first, font_weight=weight))
        drawn += _parts(stack, middle, scale, frame)
        top += above + height + GAP
    body = joined(hatching(frame) if hidden else Markup(), legend, *drawn)
    return frame.framed(
        body,
        height=top,
        title=chart.title,
        description=chart.description,
        unit=chart.unit,
        source=chart.source,
        language=chart.language,
    )


def _shades(parts: tuple[Bar, ...], frame: Frame) -> tuple[tuple[str, str], ...]:
    """A shade and the ink on it for each part: strongest first, as far apart as there is room for.

    Where a part stands out, it alone is strong, and the others take turns in the two faintest.
    """
    palette, last = frame.palette, len(parts) - 1
    if any(part.highlight for part in parts):
        places = [MOST - 1 if part.highlight else n % 2 for n, part in enumerate(parts)]
    else:
        places = [MOST - 1 - round(n * (MOST - 1) / max(1, last)) for n in range(len(parts))]
    return tuple((palette.steps[at], palette.step_inks[at]) for at in places)


def _longest(chart: StackedBars) -> float:
    sums = (sum(part.number or part.high or 0 for part in stack.parts) for stack in chart.stacks)
    return max(1.0, *sums, *(stack.high or 0 for stack in chart.stacks))


def _column(chart: StackedBars, frame: Frame) -> float:
    most = 0.34 * frame.width
    lines = (line for stack in chart.stacks for line in wrapped(stack.label, most / BOLD, SIZE))
    return min(most, max(width_of(line, SIZE) for line in lines) * BOLD) + 10


def _parts(stack: Stack, middle: float, scale: Scale, frame: Frame) -> Iterator[Markup]:
    """The marks of a bar one after another, then what its bounds leave open, then the line of zero."""
    palette, x = frame.palette, scale(0)
    top = middle - THICKNESS / 2
    for part, (fill, ink) in zip(stack.parts, _shades(stack.parts, frame), strict=True):
        hidden = part.status is Status.SUPPRESSED
        size = part.high if hidden else part.number
        if size is None or size <= 0:
            continue
        width = scale(size) - scale(0)
        width = max(LEAST_MARK, width) if hidden else width
        room = width_of(part.text, SMALL) + 8 <= width
        yield tag(
            "g",
            tag("title", f"{stack.label}, {part.label}: {part.text}"),
            tag(
                "rect",
                x=x,
                y=top,
                width=width,
                height=THICKNESS,
                fill=hatched(frame) if hidden else fill,
                stroke=palette.muted if hidden else palette.ground,
            ),
            tag("text", part.text, x=x + 5, y=middle + 4.5, font_size=SMALL, fill=ink, class_="chart-value")
            if room and not hidden
            else Markup(),
        )
        x += width
    yield whisker(stack.low, stack.high, middle, scale, frame)
    zero = digits(scale(0))
    yield tag("path", d=f"M{zero} {digits(top - 2)}v{THICKNESS + 4}", stroke=palette.ink)


def _legend(chart: StackedBars, frame: Frame) -> tuple[Markup, float]:
    """What the shades mean, in the order of the parts."""
    drawn, x, y = [], 0.0, 0.0
    parts = chart.stacks[0].parts
    for part, (fill, _) in zip(parts, _shades(parts, frame), strict=True):
        lines = wrapped(part.label, frame.width - 24, SMALL)
        width = 22 + max(width_of(line, SMALL) for line in lines) + 20
        if x and x + width > frame.width:
            x, y = 0.0, y + 22
        swatch = tag("rect", x=x + 0.5, y=y + 0.5, width=14, height=14, fill=fill, stroke=frame.palette.muted)
        drawn += [swatch, text_lines(lines, x=x + 22, y=y + 12, leading=16, font_size=SMALL)]
        x += width
        y += 16.0 * (len(lines) - 1)
    return joined(*drawn), y + 34
