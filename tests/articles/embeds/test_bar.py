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
    assert {bar.low for bar in view.chart.bars if bar.number is not None} == {None}


@pytest.mark.parametrize("answer", [table_answer(), figure_answer()])
def test_more_than_one_number_a_bar_is_refused(answer):
    with pytest.raises(EmbedError, match="one number for each member"):
        BarEmbed().view(answer, block(TABLE, "bar"), "en")


def test_bars_can_stand_by_name_and_are_then_joined_by_no_bracket():
    view = BarEmbed().view(ranking_answer(), block(RANKING, "bar", options={"order": "name"}), "en")
    labels = [bar.label for bar in view.chart.bars]
    assert labels == sorted(labels)
    assert {bar.distinguishable for bar in view.chart.bars} == {None}


def test_one_member_stands_out():
    view = BarEmbed().view(ranking_answer(), block(RANKING, "bar", options={"highlight": "6322"}), "en")
    assert [bar.label for bar in view.chart.bars if bar.highlight] == ["Cooks"]
    assert [str(row.member) for row in view.table.rows if row.highlight] == ["Cooks"]


def test_the_editor_adds_to_the_description():
    embed = block(RANKING, "bar", description="Cooks lead by far.")
    view = BarEmbed().view(ranking_answer(), embed, "en")
    assert view.chart.description == view.head.description
    assert view.chart.description.endswith("The figures are in the table below. Cooks lead by far.")
