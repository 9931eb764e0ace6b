"""Small multiples: one small line for each member, under its name and its last figure, all on one scale.

The scale is common, so that what looks larger is larger; it begins at zero, and its top is printed once. The
first and the last period stand under each line of the lowest row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.charts.axis import tick_texts
from articles.charts.course import Line, Plot, drawn, extent, last_of, places, whole
from articles.charts.frame import SIZE, SMALL, Frame, text_lines
from articles.charts.scale import Scale, nice_ticks
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, fitted, width_of, wrapped
from articles.numbers.periods import short_period_name
from stats.labels import Language
from stats.periods import Period

MOST = 16
"""Beyond this nobody compares; a table says it better."""
BETWEEN = 24
PLOT = 78
LEADING = 17
FOOT = 22


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """Lines over the same periods, each in a panel of its own."""

    title: str
    description: str
    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    unit: str = ""
    language: Language = "en"
    source: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.lines) <= MOST:
            raise ValueError(f"{len(self.lines)!r} lines: 1 to {MOST} are expected")


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where one line stands: its left edge, the top of its name, the lines of its name."""

    line: Line
    name: tuple[str, ...]
    x: float
    y: float
    lowest: bool


def draw(chart: SmallMultiples, frame: Frame) -> Markup:
    """The chart as SVG."""
    columns = min(len(chart.lines), 2 if frame.narrow else 4)
    width = (frame.width - BETWEEN * (columns - 1)) / columns
    low, high = extent(chart.lines)
    ticks = nice_ticks(low, high, about=2, whole=whole(chart.lines))
    limits = tick_texts(ticks, chart.unit, chart.language)
    heads = LEADING * (1 + max(len(_name(line, width)) for line in chart.lines)) + 8
    step = heads + PLOT + FOOT + 8
    rows = -(-len(chart.lines) // columns)
    panels = [
        _Panel(
            line,
            _name(line, width),
            (n % columns) * (width + BETWEEN),
            (n // columns) * step,
            lowest=n + columns >= len(chart.lines),
        )
        for n, line in enumerate(chart.lines)
    ]
    colours = _colours(chart, frame)
    body = []
    for panel, colour in zip(panels, colours, strict=True):
        top = panel.y + heads
        scale = Scale(ticks.low, ticks.high, top + PLOT, top)
        plot = Plot(
            places(len(chart.periods), panel.x + 4, panel.x + width - 6),
            scale,
            panel.x,
            panel.x + width,
            top,
            top + PLOT,
        )
        body += [
            *_head(panel, frame),
            *_rails(plot, ticks.numbers, limits if panel is panels[0] else (), frame),
            drawn(panel.line, chart.periods, plot, frame, index=0, colour=colour),
            *(_periods(chart, plot, frame) if panel.lowest else ()),
        ]
    return frame.framed(
        joined(*body),
        height=rows * step - 8,
        title=chart.title,
        description=chart.description,
        unit=chart.unit,
        source=chart.source,
        language=chart.language,
    )


def _name(line: Line, width: float) -> tuple[str, ...]:
    return wrapped(line.label, width / BOLD, SMALL)


def _colours(chart: SmallMultiples, frame: Frame) -> tuple[str, ...]:
    strong, muted = frame.palette.lines[0], frame.palette.muted
    some = any(line.highlight for line in chart.lines)
    return tuple(muted if some and not line.highlight else strong for line in chart.lines)


def _head(panel: _Panel, frame: Frame) -> Iterator[Markup]:
    """The name of a line and its last figure."""
    weight = "bold" if panel.line.highlight else "600"
    yield text_lines(
        panel.name, x=panel.x, y=panel.y + 13, leading=LEADING, font_size=SMALL, font_weight=weight
    )
    last = last_of(panel.line)
    if last is not None:
        yield tag(
            "text",
            last.text,
            x=panel.x,
            y=panel.y + 14 + LEADING * len(panel.name),
            font_size=SMALL,
            fill=frame.palette.muted,
            class_="chart-value",
        )


def _rails(plot: Plot, numbers: tuple[float, ...], texts: tuple[str, ...], frame: Frame) -> Iterator[Markup]:
    """The rules of zero and of the ends of the scale, with their figures where they are to be printed."""
    for n in {numbers[0], 0, numbers[-1]}:
        y = digits(plot.scale(n))
        rule = f"M{digits(plot.left)} {y}H{digits(plot.right)}"
        yield tag("path", d=rule, stroke=frame.palette.ink if n == 0 else frame.palette.rule)
    if texts:
        yield tag(
            "text",
            texts[-1],
            x=plot.right,
            y=plot.top - 4,
            text_anchor="end",
            font_size=SMALL,
            fill=frame.palette.muted,
            class_="chart-value",
        )


def _periods(chart: SmallMultiples, plot: Plot, frame: Frame) -> Iterator[Markup]:
    """The first and the last period; only the last where both have no room."""
    first, last = (
        short_period_name(period, chart.language) for period in (chart.periods[0], chart.periods[-1])
    )
    y, room = plot.bottom + 17, plot.right - plot.left
    both = width_of(first, SMALL) + width_of(last, SMALL) + SIZE <= room
    for text, x, anchor in ((first, plot.left, None), (last, plot.right, "end")):
        if both or text is last:
            yield tag(
                "text",
                fitted(text, room, SMALL),
                x=x,
                y=y,
                text_anchor=anchor,
                font_size=SMALL,
                fill=frame.palette.muted,
            )
