"""Horizontal bars in the order in which they are given, each with its value at its end.

Bars need no axis, since every value is printed; they always begin at zero. Bounds are a thin whisker, a
suppressed figure is a hatched mark, and a bracket joins neighbours that the figures cannot tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from articles.charts.frame import LEADING, SIZE, SMALL, Frame, text_lines
from articles.charts.hatch import hatched, hatching
from articles.charts.scale import Scale
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, ELLIPSIS, fitted, width_of, wrapped
from articles.charts.whiskers import whisker_path
from stats.labels import Label, Language
from stats.values import Status

THICKNESS = 18
GAP = 6
LEAST_MARK = 12
"""The narrowest mark of a suppressed figure, which would otherwise vanish beside large bars."""
BRACKET = 16
NOT_APART = Label("Cannot be told apart", "Ne peuvent être départagés")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `text` is what is printed at its end; `low` and `high` are its bounds."""

    label: str
    number: float | None
    text: str
    low: float | None = None
    high: float | None = None
    status: Status = Status.NORMAL
    highlight: bool = False
    note: str = ""
    distinguishable: bool | None = None
    """Whether its bounds lie clear of the next bar's; None where that is not asked."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars with a title and a description for those who do not see them."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    unit: str = ""
    language: Language = "en"
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with its lines of text and its place."""

    bar: Bar
    label: tuple[str, ...]
    note: tuple[str, ...]
    top: float
    height: float
    middle: float

    @property
    def lines(self) -> int:
        return len(self.label) + len(self.note)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand: rows, the scale of the bars, the column of labels."""

    rows: tuple[_Row, ...]
    scale: Scale
    height: float


def draw(chart: BarChart, frame: Frame) -> Markup:
    """The chart as SVG."""
    layout = _layout(chart, frame)
    palette = frame.palette
    strong = palette.lines[0]
    some_highlight = any(bar.highlight for bar in chart.bars)
    plain = palette.bar if some_highlight else strong
    normal = [row for row in layout.rows if row.bar.status is Status.NORMAL and row.bar.number is not None]
    hidden = [row for row in layout.rows if row.bar.status is Status.SUPPRESSED]
    body = joined(
        hatching(frame) if hidden else Markup(),
        *(_label(row, frame) for row in layout.rows),
        tag("g", *(_rect(row, layout.scale) for row in normal if not row.bar.highlight), fill=plain),
        tag("g", *(_rect(row, layout.scale) for row in normal if row.bar.highlight), fill=strong)
        if some_highlight
        else Markup(),
        tag("g", *(_hatched_rect(row, layout.scale) for row in hidden), fill=hatched(frame))
        if hidden
        else Markup(),
        _whiskers(normal, layout.scale, frame),
        tag("path", d=_zero_line(layout, frame), stroke=palette.ink, fill="none"),
        tag("g", *(_value(row, layout.scale, frame) for row in layout.rows), class_="chart-value"),
        *_brackets(layout, frame, chart.language),
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


def _layout(chart: BarChart, frame: Frame) -> _Layout:
    column = 0.0 if frame.narrow else _label_column(chart, frame)
    rows, height = _rows(chart, frame, column)
    bounds = [n for bar in chart.bars for n in (bar.number, bar.low, bar.high) if n is not None]
    low, high = min([0, *bounds]), max([0, *bounds])
    right = BRACKET if any(bar.distinguishable is False for bar in chart.bars) else 0
    values = max((_value_width(bar) for bar in chart.bars), default=0) + GAP
    values = min(values, (frame.width - column) / 2)
    negative = values if low < 0 else 0
    start, end = column + negative + 1, frame.width - right - values
    return _Layout(rows, Scale(low, high if high > low else low + 1, start, end), height)


def _label_column(chart: BarChart, frame: Frame) -> float:
    most = 0.38 * frame.width
    widest = max(
        (
            width_of(line, SIZE) * _weight(bar)
            for bar in chart.bars
            for line in wrapped(bar.label, most / _weight(bar), SIZE)
        ),
        default=0,
    )
    notes = max((width_of(bar.note, SMALL) for bar in chart.bars), default=0)
    return min(most, max(widest, notes)) + 10


def _weight(bar: Bar) -> float:
    return BOLD if bar.highlight else 1


def _rows(chart: BarChart, frame: Frame, column: float) -> tuple[tuple[_Row, ...], float]:
    bracketed = any(bar.distinguishable is False for bar in chart.bars)
    room = column - 10 if column else frame.width - (BRACKET if bracketed else 0)
    rows, top = [], 0.0
    for bar in chart.bars:
        label = wrapped(bar.label, room / _weight(bar), SIZE)
        note = wrapped(bar.note, room, SMALL) if bar.note else ()
        lines = LEADING * (len(label) + len(note))
        if frame.narrow:
            height, middle = lines + THICKNESS + 16, top + lines + 5 + THICKNESS / 2
        else:
            height = max(lines + 10, THICKNESS + 12)
            middle = top + height / 2
        rows.append(_Row(bar, label, note, top, height, middle))
        top += height
    return tuple(rows), top


def _zero_line(layout: _Layout, frame: Frame) -> str:
    """The line from which bars grow; interrupted where labels stand above bars."""
    x = digits(layout.scale(0))
    if not frame.narrow:
        return f"M{x} 0V{digits(layout.height)}"
    return "".join(f"M{x} {digits(row.middle - THICKNESS / 2 - 2)}v{THICKNESS + 4}" for row in layout.rows)


def _label(row: _Row, frame: Frame) -> Markup:
    block = LEADING * row.lines
    first = (row.top if frame.narrow else row.middle - block / 2) + 14
    weight = "bold" if row.bar.highlight else None
    label = text_lines(row.label, x=0, y=first, font_weight=weight)
    if row.label[-1].endswith(ELLIPSIS):
        label = tag("g", tag("title", row.bar.label), label)
    if not row.note:
        return label
    y = first + LEADING * len(row.label)
    note = text_lines(row.note, x=0, y=y, leading=LEADING, font_size=SMALL, fill=frame.palette.muted)
    return joined(label, note)


def _rect(row: _Row, scale: Scale) -> Markup:
    number = row.bar.number or 0
    start, end = sorted((scale(0), scale(number)))
    return tag("rect", x=start, y=row.middle - THICKNESS / 2, width=end - start, height=THICKNESS)


def _hatched_rect(row: _Row, scale: Scale) -> Markup:
    width = max(LEAST_MARK, scale(row.bar.high or 0) - scale(0))
    return tag("rect", x=scale(0), y=row.middle - THICKNESS / 2, width=width, height=THICKNESS)


def _whiskers(rows: list[_Row], scale: Scale, frame: Frame) -> Markup:
    path = []
    for row in rows:
        path.append(whisker_path(row.bar.low, row.bar.high, row.middle, scale))
    if not any(path):
        return Markup()
    return tag("path", d="".join(path), stroke=frame.palette.ink, fill="none", class_="chart-whisker")


def _value(row: _Row, scale: Scale, frame: Frame) -> Markup:
    bar = row.bar
    left, edge = _edge(bar, scale)
    room = (edge - GAP) if left else frame.width - edge - GAP
    return tag(
        "text",
        fitted(bar.text, room, SIZE * _weight(bar)),
        x=edge - GAP if left else edge + GAP,
        y=row.middle + 5,
        text_anchor="end" if left else None,
        font_weight="bold" if bar.highlight else None,
        fill=frame.palette.muted if bar.number is None else None,
    )


def _edge(bar: Bar, scale: Scale) -> tuple[bool, float]:
    """Whether the value stands at the left of its mark, and where the mark ends there."""
    if bar.status is Status.SUPPRESSED:
        return False, max(scale(0) + LEAST_MARK, scale(bar.high or 0))
    if bar.number is None:
        return False, scale(0)
    reach = (bar.number, *(n for n in (bar.low, bar.high) if n is not None))
    left = bar.number < 0
    return left, scale(min(reach) if left else max(reach))


def _value_width(bar: Bar) -> float:
    return width_of(bar.text, SIZE) * _weight(bar)


def _value_end(bar: Bar, scale: Scale) -> float:
    left, edge = _edge(bar, scale)
    return scale(0) if left else edge + GAP + _value_width(bar)


def _brackets(layout: _Layout, frame: Frame, language: Language) -> Iterator[Markup]:
    """A bracket along each run of bars of which no two neighbours can be told apart."""
    rows, first = layout.rows, None
    for row, following in pairwise(rows):
        if row.bar.distinguishable is False and first is None:
            first = row
        ends = following.bar.distinguishable is not False
        if first is not None and (ends or following is rows[-1]):
            run = rows[rows.index(first) : rows.index(following) + 1]
            x = frame.width - 1.0
            if not frame.narrow:
                x = min(x, max(_value_end(row.bar, layout.scale) for row in run) + BRACKET)
            path = f"M{digits(x - 6)} {digits(first.middle)}h6V{digits(following.middle)}h-6"
            title = tag("title", NOT_APART.in_language(language))
            yield tag("path", title, d=path, stroke=frame.palette.muted, fill="none", class_="chart-bracket")
            first = None
