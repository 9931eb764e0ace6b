"""Slopes: lines between two periods, with their names."""

from articles.charts import SlopeChart, SlopeEnd, render
from articles.charts.slope import DASHED, Slope
from tests.articles.charts.charts import SLOPES


def chart(*slopes):
    return SlopeChart("t", "", slopes, ("2020", "2021"))


def test_both_figures_and_the_name_are_printed():
    svg = render(SLOPES)
    for slope in SLOPES.slopes:
        assert f">{slope.before.text}</text>" in svg
        assert slope.after.text in svg


def test_what_is_open_is_dashed_and_the_dashes_explained():
    plain = Slope("a", SlopeEnd(1, "1"), SlopeEnd(9, "9"))
    opened = Slope("b", SlopeEnd(5, "5"), SlopeEnd(6, "6"), open=True)
    assert DASHED.en not in render(chart(plain))
    svg = render(chart(plain, opened))
    assert svg.count("stroke-dasharray") == 1
    assert DASHED.en in svg


def test_without_one_end_there_is_no_line_but_a_point():
    svg = render(chart(Slope("a", SlopeEnd(None, ".."), SlopeEnd(9, "9"))))
    assert svg.count("<circle") == 1
    assert "<title>a:" not in svg
