from dataclasses import replace

import pytest

from articles.embeds.grouped import MOST_GROUPS, GroupedEmbed
from articles.embeds.options import EmbedError
from stats.values import Status
from tests.articles.embeds.answers import (
    RANKING,
    TABLE,
    block,
    ranking_answer,
    table_answer,
    two_dimensions,
    two_years,
)


def shown(answer, language="en", **options):
    return GroupedEmbed().view(answer, block(TABLE, "grouped", options=options), language)


def test_each_member_is_a_group_with_a_bar_for_each_period():
    first, second = shown(two_years()).chart.groups
    assert (first.label, [(bar.label, bar.number, bar.low, bar.high) for bar in first.bars]) == (
        "Ontario",
        [("2020", 100, 98, 102), ("2021", 900, 898, 902)],
    )
    assert [(bar.text, bar.status) for bar in second.bars][1] == ("1 to 4 (suppressed)", Status.SUPPRESSED)


def test_a_part_of_a_year_bears_its_months():
    first = shown(table_answer()).chart.groups[0]
    assert [bar.label for bar in first.bars] == ["2020", "January to June 2021"]


def test_groups_stand_in_the_order_that_is_chosen_and_the_table_in_its_own():
    names = [
        [group.label for group in shown(two_dimensions(), order=order).chart.groups]
        for order in ("listed", "name")
    ]
    assert names == [["Quebec", "Ontario"], ["Ontario", "Quebec"]]
    assert [str(row.heading) for row in shown(two_dimensions(), order="name").table.rows] == [
        "Quebec",
        "Ontario",
    ]
    assert [group.label for group in shown(two_years(), order="value").chart.groups] == ["Ontario", "Quebec"]


def test_a_group_or_a_bar_in_each_can_stand_out():
    assert [group.highlight for group in shown(two_years(), highlight="QC").chart.groups] == [False, True]
    first = shown(two_dimensions(), highlight="6322").chart.groups[0]
    assert [bar.highlight for bar in first.bars] == [True, False]


def test_bounds_can_be_left_away_but_for_hidden_figures():
    first, second = shown(two_years(), bounds=False).chart.groups
    assert {bar.low for bar in first.bars} == {None}
    assert (second.bars[1].low, second.bars[1].high) == (1, 4)


def test_it_is_described_in_both_languages():
    said = shown(two_years()).head.description
    assert said.startswith(
        "Grouped bars of 2: Ontario, Quebec; in each 2020, 2021. Highest: Ontario, 2021, 900."
    )
    assert "One figure is suppressed." in said
    assert "Maximum\N{NO-BREAK SPACE}: Ontario, 2021, 900." in shown(two_years(), "fr").head.description


def test_too_many_groups_and_single_bars_are_refused():
    answer = two_years()
    with pytest.raises(EmbedError, match="choose fewer members"):
        shown(replace(answer, rows=answer.rows * MOST_GROUPS))
    rows = tuple(replace(row, figures=row.figures[:1]) for row in answer.rows)
    with pytest.raises(EmbedError, match="not 2 of 1"):
        shown(replace(answer, rows=rows, columns=answer.columns[:1]))


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="'table'"):
        GroupedEmbed().view(ranking_answer(), block(RANKING, "grouped"), "en")
