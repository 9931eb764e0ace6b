"""Lines: gaps, hollow marks, dotted steps, broken axes."""

from dataclasses import replace

from articles.charts import Line, LineChart, Point, render
from articles.charts.strokes import PARTIAL
from stats.periods import Period, span, year
from stats.values import Status
from tests.articles.charts.charts import LINES

FOUR = tuple(span(year(2019), year(2022)))


def chart(*points, periods=FOUR, **more):
    return LineChart("t", "", (Line("Ontario", points),), periods, **more)


def test_a_missing_figure_is_not_bridged():
    whole = render(chart(*[Point(n) for n in (1, 2, 3, 4)]))
    broken = render(chart(Point(1), Point(2), None, Point(4)))
    assert whole.count("L", whole.index("stroke-linejoin")) == 3
    assert broken.count("L", broken.index("stroke-linejoin")) == 1


def test_a_suppressed_figure_is_a_hollow_mark_apart_from_the_line():
    svg = render(chart(Point(10), Point(20), Point(None, "--", Status.SUPPRESSED, 1, 4), Point(15)))
    assert svg.count('r="3.5"') == 1
    assert svg.count("L", svg.index("stroke-linejoin")) == 1


def test_the_step_to_a_partial_period_is_dotted():
    partial = (*FOUR[:3], Period.parse("2022-to-06"))
    points = [Point(n) for n in (1, 2, 3, 2)]
    assert f'stroke-dasharray="{PARTIAL}"' in render(chart(*points, periods=partial))
    assert f'stroke-dasharray="{PARTIAL}"' not in render(chart(*points))
    assert ">Jan–Jun<" in render(chart(*points, periods=partial))


def test_an_axis_that_does_not_begin_at_zero_is_broken():
    points = [Point(n) for n in (142, 143, 145, 144)]
    assert "chart-break" in render(chart(*points, from_zero=False))
    assert "chart-break" not in render(chart(*points))


def test_percent_is_a_unit_of_the_axis():
    assert "50\u00a0%" in render(chart(*[Point(n) for n in (10, 20, 30, 50)], unit="%", language="fr"))


def test_lines_differ_in_more_than_colour():
    lines = tuple(replace(LINES.lines[0], label=str(n)) for n in range(5))
    svg = render(replace(LINES, lines=lines))
    dashes = {part.split('"')[0] for part in svg.split('stroke-dasharray="')[1:]} - {PARTIAL}
    assert len(dashes) == 4
