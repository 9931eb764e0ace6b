"""One to five lines over periods, each named at its end.

The axis begins at zero unless the chart says otherwise, and then shows that it is broken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from articles.charts.axis import figures_axis, height_of_periods, periods_axis, tick_texts
from articles.charts.course import Line, Plot, drawn, extent, last_of, places, whole
from articles.charts.ends import End, spread
from articles.charts.frame import SIZE, SMALL, Frame, text_lines
from articles.charts.scale import Scale, nice_ticks
from articles.charts.strokes import DASHES, MOST, marker
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import BOLD, width_of, wrapped
from stats.labels import Language
from stats.periods import Period


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


def draw(chart: LineChart, frame: Frame) -> Markup:
    """The chart as SVG."""
    frame = _with_highlight(chart, frame)
    named = [_name(n, line) for n, line in enumerate(chart.lines)]
    room = 0.0 if frame.narrow else _room_for_names(named, frame)
    legend, top = _legend(chart, frame) if frame.narrow else (Markup(), 14.0)
    low, high = extent(chart.lines)
    ticks = nice_ticks(
        low, high, about=4 if frame.narrow else 5, whole=whole(chart.lines), zero=chart.from_zero
    )
    texts = tick_texts(ticks, chart.unit, chart.language)
    left = max(width_of(text, SMALL) for text in texts) + 8
    right = frame.width - (room or 8)
    height = 210 if frame.narrow else 320
    bottom = top + height
    foot = bottom - (0 if ticks.low <= 0 else 12)
    plot = Plot(
        places(len(chart.periods), left + 6, right - 6),
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
        *(
            drawn(line, chart.periods, plot, frame, index=n, colour=frame.palette.lines[n])
            for n, line in enumerate(chart.lines)
        ),
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


def _name(index: int, line: Line) -> tuple[int, str, str]:
    last = last_of(line)
    return index, line.label, last.text if last else ""


def _room_for_names(named: list[tuple[int, str, str]], frame: Frame) -> float:
    most = 0.3 * frame.width
    widest = max(
        width_of(part, SIZE) * BOLD
        for _, label, text in named
        for part in (*wrapped(label, most / BOLD, SIZE), text)
    )
    return min(most, widest) + 18


def _names(chart: LineChart, named: list[tuple[int, str, str]], plot: Plot, frame: Frame) -> Markup:
    room = (frame.width - plot.right - 18) / BOLD
    ends = []
    for index, label, text in named:
        last = last_of(chart.lines[index])
        wanted = plot.scale(last.number) if last and last.number is not None else plot.bottom
        lines = wrapped(label, room + 1, SIZE) + ((text,) if text else ())
        ends.append(End(index, lines, wanted, 17.0 * len(lines) + 4))
    middles = spread(ends, top=plot.top - 10, bottom=plot.bottom + 6)
    return joined(
        *(_name_block(end, middles[end.index], bool(named[end.index][2]), plot, frame) for end in ends)
    )


def _name_block(end: End, middle: float, has_text: bool, plot: Plot, frame: Frame) -> Markup:  # noqa: FBT001
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
        last = last_of(line)
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
