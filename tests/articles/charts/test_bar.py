"""Bars: what is marked beside them."""

from articles.charts import Bar, BarChart, render
from tests.articles.charts.charts import BARS


def test_a_suppressed_bar_is_hatched_and_keeps_its_words():
    svg = render(BARS)
    assert 'fill="url(#chart-hatch)"' in svg
    assert ">1–4</text>" in svg


def test_one_bracket_joins_a_run_of_bars_that_cannot_be_told_apart():
    def chart(*distinguishable):
        return BarChart("t", "", tuple(Bar("a", 5, "5", distinguishable=d) for d in distinguishable))

    assert render(chart(True, True, None)).count("chart-bracket") == 0
    assert render(chart(False, False, None)).count("chart-bracket") == 1
    assert render(chart(False, True, False, None)).count("chart-bracket") == 2
    assert render(chart(True, False, True, None)).count("chart-bracket") == 1


def test_bounds_too_close_to_be_seen_have_no_whisker():
    assert "chart-whisker" not in render(BarChart("t", "", (Bar("a", 10_000, "10,000", 9_999, 10_001),)))
    assert "chart-whisker" in render(BarChart("t", "", (Bar("a", 100, "100", 80, 120),)))


def test_a_label_that_is_cut_can_still_be_read():
    label = (
        "Bouchers industriels et dépeceurs-découpeurs de viande, préparateurs de volaille et de gibier " * 2
    )
    svg = render(BarChart("t", "", (Bar(label, 5, "5"),)))
    assert f"<title>{label}</title>" in svg
