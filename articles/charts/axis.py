"""The axes of a line chart: figures at the left, as many periods below as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from articles.charts.frame import SMALL, Frame, text_lines
from articles.charts.scale import Scale, Ticks
from articles.charts.svg import Markup, digits, joined, tag
from articles.charts.text import width_of
from articles.numbers.digits import number, percent_sign
from articles.numbers.periods import short_period_name
from stats.labels import Language
from stats.periods import Frequency, Period

BELOW = 30
"""The height of the axis of periods."""
_LEADING = 15
_BETWEEN = 12
_EVERY = {
    Frequency.MONTH: (1, 2, 3, 6, 12, 24, 60, 120),
    Frequency.QUARTER: (1, 2, 4, 8, 20, 40),
}
_EVERY_YEAR = (1, 2, 5, 10, 20, 50)


def tick_texts(ticks: Ticks, unit: str, language: Language) -> tuple[str, ...]:
    """The figures of an axis, with a percent sign where that is the unit."""
    texts = (number(n, language, ticks.decimals) for n in ticks.numbers)
    return tuple(percent_sign(text, language) if unit == "%" else text for text in texts)


def figures_axis(
    ticks: Ticks, texts: tuple[str, ...], scale: Scale, frame: Frame, *, left: float, right: float
) -> Markup:
    """Rules across the plot with their figures at the left; the rule of zero is dark."""
    rules = "".join(f"M{digits(left)} {digits(scale(n))}H{digits(right)}" for n in ticks.numbers if n)
    return joined(
        tag("path", d=rules, stroke=frame.palette.rule, fill="none") if rules else Markup(),
        tag("path", d=f"M{digits(left)} {digits(scale(0))}H{digits(right)}", stroke=frame.palette.ink)
        if 0 in ticks.numbers
        else _break(ticks, scale, frame, left=left, right=right),
        tag(
            "g",
            *(
                tag("text", text, x=left - 6, y=scale(n) + 4.5)
                for n, text in zip(ticks.numbers, texts, strict=True)
            ),
            text_anchor="end",
            font_size=SMALL,
            fill=frame.palette.muted,
            class_="chart-value",
        ),
    )


def _break(ticks: Ticks, scale: Scale, frame: Frame, *, left: float, right: float) -> Markup:
    """The jagged foot of an axis that does not begin at zero."""
    y = digits(scale(ticks.low) + 6)
    path = f"M{digits(left)} {y}l3 -5l5 10l5 -10l5 10l3 -5H{digits(right)}"
    return tag("path", d=path, stroke=frame.palette.ink, fill="none", class_="chart-break")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A period that is named below the plot."""

    x: float
    lines: tuple[str, ...]

    def ends(self, plot: tuple[float, float]) -> tuple[float, float]:
        half = max(width_of(line, SMALL) for line in self.lines) / 2
        start = max(plot[0], min(self.x - half, plot[1] - 2 * half))
        return start, start + 2 * half


def periods_axis(
    periods: tuple[Period, ...],
    places: tuple[float, ...],
    frame: Frame,
    language: Language,
    *,
    y: float,
    right: float,
) -> Markup:
    """Names below the plot at even steps from the start of a year; a partial last period is always named."""
    room = (0.0, right)
    marks = _marks(periods, places, language, room)
    ticks = "".join(f"M{digits(mark.x)} {digits(y)}v5" for mark in marks)
    names = (
        text_lines(mark.lines, x=sum(mark.ends(room)) / 2, y=y + 20, leading=_LEADING, text_anchor="middle")
        for mark in marks
    )
    return joined(
        tag("path", d=ticks, stroke=frame.palette.muted) if ticks else Markup(),
        tag("g", *names, font_size=SMALL, fill=frame.palette.muted),
    )


def _marks(
    periods: tuple[Period, ...], places: tuple[float, ...], language: Language, room: tuple[float, float]
) -> list[_Mark]:
    last = periods[-1] if periods and periods[-1].frequency.partial else None
    whole = periods[:-1] if last else periods
    final = [_Mark(places[-1], _in_two(last, language))] if last else []
    step = places[1] - places[0] if len(places) > 1 else room[1]
    for every in _EVERY.get(whole[0].frequency, _EVERY_YEAR) if whole else ():
        if step * every < 2 * SMALL:
            continue
        marks = [
            _Mark(x, (_name(period, every, language),))
            for period, x in zip(whole, places, strict=False)
            if _index(period) % every == 0
        ]
        if final:
            limit = final[0].ends(room)[0] - _BETWEEN
            while marks and marks[-1].ends(room)[1] > limit:
                marks.pop()
        if marks and _apart(marks, room):
            return marks + final
    return final or [_Mark(places[0], (short_period_name(periods[0], language),))]


def height_of_periods(periods: tuple[Period, ...]) -> float:
    """How much of the picture `periods_axis` takes."""
    return BELOW + (_LEADING if periods[-1].frequency.partial else 0)


def _in_two(period: Period, language: Language) -> tuple[str, ...]:
    """A long name on two lines, the year below."""
    return tuple(short_period_name(period, language).rsplit(" ", 1))


def _index(period: Period) -> int:
    """A number that is a multiple of twelve (four) where a year begins."""
    match period.frequency:
        case Frequency.MONTH:
            return period.year * 12 + period.n - 1
        case Frequency.QUARTER:
            return period.year * 4 + period.n - 1
        case _:
            return period.year


def _name(period: Period, every: int, language: Language) -> str:
    yearly = {Frequency.MONTH: 12, Frequency.QUARTER: 4}.get(period.frequency, 1)
    return str(period.year) if every % yearly == 0 else short_period_name(period, language)


def _apart(marks: list[_Mark], room: tuple[float, float]) -> bool:
    ends = [mark.ends(room) for mark in marks]
    return all(a[1] + _BETWEEN <= b[0] for a, b in pairwise(ends))
