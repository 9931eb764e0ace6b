"""Groups of bars: a member by periods or by the members of a second dimension, each bar named and printed.

Names stand beside the bars, so that no colour has to be looked up. All bars share one scale, which begins at
zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.charts.bar import Bar
from articles.charts.frame import LEADING, SIZE, SMALL, Frame, text_lines
from articles.charts.hatch import hatched, hatching
from articles.charts.scale import Scale
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, fitted, width_of, wrapped
from articles.charts.whiskers import whisker
from stats.labels import Language
from stats.values import Status

THICKNESS = 15
STEP = 20
BETWEEN = 16
GAP = 6
LEAST_MARK = 12
"""The narrowest mark of a suppressed figure."""


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that belong together, under one name."""

    label: str
    bars: tuple[Bar, ...]
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class GroupedBars:
    """Groups with a title and a description for those who do not see them."""

    title: str
    description: str
    groups: tuple[Group, ...]
    unit: str = ""
    language: Language = "en"
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with the colour of its place in the group, and the middle of its height."""

    bar: Bar
    colour: str
    middle: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """Names of groups with their baselines, bars, the scale, the column of the bars' names."""

    names: tuple[tuple[Group, tuple[str, ...], float], ...]
    rows: tuple[_Row, ...]
    scale: Scale
    column: float
    height: float


def draw(chart: GroupedBars, frame: Frame) -> Markup:
    """The chart as SVG."""
    layout = _layout(chart, frame)
    hidden = any(row.bar.status is Status.SUPPRESSED for row in layout.rows)
    body = joined(
        hatching(frame) if hidden else Markup(),
        *(_name(*name) for name in layout.names),
        *(part for row in layout.rows for part in _drawn(row, layout, frame)),
        tag("path", d="".join(_zero(layout)), stroke=frame.palette.ink, fill="none"),
    )
    return frame.framed(
        body,
        height=layout.height,
        title=chart.title,
        description=chart.description,
        unit=chart.unit,
        source=chart.source,
        language=chart.language,
    )


def _layout(chart: GroupedBars, frame: Frame) -> _Layout:
    bars = [bar for group in chart.groups for bar in group.bars]
    column = min(0.36 * frame.width, max(width_of(bar.label, SMALL) for bar in bars)) + 10
    names, rows, top = [], [], 0.0
    for group in chart.groups:
        lines = wrapped(group.label, frame.width / BOLD, SIZE)
        names.append((group, lines, top + 14))
        top += LEADING * len(lines) + 4
        for bar, colour in zip(group.bars, _colours(chart, group, frame), strict=True):
            rows.append(_Row(bar, colour, top + STEP / 2))
            top += STEP
        top += BETWEEN
    numbers = [n for bar in bars for n in (bar.number, bar.low, bar.high) if n is not None]
    low, high = min([0, *numbers]), max([0, *numbers])
    values = min(max(width_of(bar.text, SMALL) for bar in bars) + 2 * GAP, (frame.width - column) / 2)
    start = column + (values if low < 0 else 0) + 1
    scale = Scale(low, high if high > low else low + 1, start, frame.width - values)
    return _Layout(tuple(names), tuple(rows), scale, column, top - BETWEEN)


def _colours(chart: GroupedBars, group: Group, frame: Frame) -> tuple[str, ...]:
    """The last bar of a group is strong, or those that stand out; of a group that does, only its own."""
    palette = frame.palette
    if any(bar.highlight for bar in group.bars):
        return tuple(palette.lines[0] if bar.highlight else palette.bar for bar in group.bars)
    plain = any(one.highlight for one in chart.groups) and not group.highlight
    last = palette.bar if plain else palette.lines[0]
    return (*(palette.bar for _ in group.bars[1:]), last)


def _name(group: Group, lines: tuple[str, ...], baseline: float) -> Markup:
    return text_lines(lines, x=0, y=baseline, font_weight="bold" if group.highlight else "600")


def _zero(layout: _Layout) -> Iterator[str]:
    """The line from which bars grow, one piece a bar, so that it crosses no name."""
    x = digits(layout.scale(0))
    return (f"M{x} {digits(row.middle - STEP / 2)}v{STEP}" for row in layout.rows)


def _drawn(row: _Row, layout: _Layout, frame: Frame) -> Iterator[Markup]:
    """The name of a bar, its mark, what its bounds leave open, and its figure."""
    bar, scale, zero = row.bar, layout.scale, layout.scale(0)
    yield tag(
        "text",
        *((tag("title", bar.label),) if width_of(bar.label, SMALL) > layout.column else ()),
        fitted(bar.label, layout.column - 8, SMALL),
        x=0,
        y=row.middle + 4.5,
        font_size=SMALL,
        fill=frame.palette.muted,
    )
    ends = [zero]
    top = row.middle - THICKNESS / 2
    if bar.status is Status.SUPPRESSED:
        ends.append(max(zero + LEAST_MARK, scale(bar.high or 0)))
        yield tag("rect", x=zero, y=top, width=ends[1] - zero, height=THICKNESS, fill=hatched(frame))
    elif bar.number is not None:
        left, right = sorted((zero, scale(bar.number)))
        ends += [scale(n) for n in (bar.number, bar.low, bar.high) if n is not None]
        yield tag("rect", x=left, y=top, width=right - left, height=THICKNESS, fill=row.colour)
        yield whisker(bar.low, bar.high, row.middle, scale, frame)
    below = bar.number is not None and bar.number < 0
    yield tag(
        "text",
        bar.text,
        x=min(ends) - GAP if below else max(ends) + GAP,
        y=row.middle + 4.5,
        text_anchor="end" if below else None,
        font_size=SMALL,
        fill=frame.palette.muted if bar.number is None else None,
        class_="chart-value",
    )
