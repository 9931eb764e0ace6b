import pytest

from articles.embeds.bar import BarEmbed
from articles.embeds.options import EmbedError
from articles.embeds.view import RankingView
from stats.values import Status
from tests.articles.embeds.answers import RANKING, TABLE, block, figure_answer, ranking_answer, table_answer


def test_bars_carry_text_bounds_and_status():
    view = BarEmbed().view(ranking_answer(), block(RANKING, "bar"), "en")
    first, last = view.chart.bars[0], view.chart.bars[-1]
    assert (first.label, first.number, first.text, first.low, first.high) == (
        "Cooks",
        2870,
        "2,870",
        2846,
        2894,
    )
    assert (last.number, last.text, last.status) == (None, "1 to 4 (suppressed)", Status.SUPPRESSED)


def test_the_table_behind_it_is_the_ranking():
    view = BarEmbed().view(ranking_answer(), block(RANKING, "bar"), "en")
    assert isinstance(view.table, RankingView)
    assert len(view.table.rows) == len(view.chart.bars)


def test_bounds_can_be_left_away():
    view = BarEmbed().view(ranking_answer(), block(RANKING, "bar", options={"bounds": False}), "en")
    assert {bar.low for bar in view.chart.bars} == {None}


@pytest.mark.parametrize("answer", [table_answer(), figure_answer()])
def test_more_than_one_number_a_bar_is_refused(answer):
    with pytest.raises(EmbedError, match="one number a bar"):
        BarEmbed().view(answer, block(TABLE, "bar"), "en")
