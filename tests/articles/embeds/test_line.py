from dataclasses import replace

import pytest

from articles.embeds.line import MOST_LINES, LineEmbed
from articles.embeds.options import EmbedError
from tests.articles.embeds.answers import (
    SERIES,
    TABLE,
    block,
    ranking_answer,
    series_answer,
    table_answer,
)


def test_points_keep_gaps_and_hidden_figures():
    view = LineEmbed().view(series_answer(), block(SERIES, "line"), "en")
    (line,) = view.chart.lines
    assert line.label == "Ontario"
    assert [point.number for point in line.points] == [105, None, None, 0]
    assert [str(period) for period in view.chart.periods] == ["2021-01", "2021-02", "2021-03", "2021-04"]


def test_the_axis_begins_at_zero_unless_told_otherwise():
    assert LineEmbed().view(series_answer(), block(SERIES, "line"), "en").chart.from_zero
    view = LineEmbed().view(series_answer(), block(SERIES, "line", options={"from_zero": False}), "en")
    assert not view.chart.from_zero


def test_too_many_lines_are_refused():
    answer = table_answer()
    crowded = replace(answer, rows=answer.rows * MOST_LINES)
    with pytest.raises(EmbedError, match="choose fewer members"):
        LineEmbed().view(crowded, block(TABLE, "line"), "en")


def test_one_period_is_no_line():
    answer = series_answer()
    row = replace(answer.rows[0], figures=answer.rows[0].figures[:1])
    with pytest.raises(EmbedError, match="at least two"):
        LineEmbed().view(
            replace(answer, columns=answer.columns[:1], rows=(row,)), block(SERIES, "line"), "en"
        )


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="series"):
        LineEmbed().view(ranking_answer(), block(SERIES, "line"), "en")
