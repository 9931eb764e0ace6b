from dataclasses import replace

import pytest

from articles.embeds.options import EmbedError
from articles.embeds.stacked import MOST_PARTS, StackedEmbed
from stats.answers import TableRow
from tests.articles.embeds.answers import (
    ABSENT,
    ONTARIO,
    QUEBEC,
    RANKING,
    TABLE,
    block,
    ranking_answer,
    stated,
    two_dimensions,
    two_years,
)


def shown(answer, **options):
    return StackedEmbed().view(answer, block(TABLE, "stacked", options=options), "en")


def parts(stack):
    return [(part.label, part.text) for part in stack.parts]


def test_over_time_each_period_is_a_bar_of_its_members():
    first, second = shown(two_years()).chart.stacks
    assert (first.label, parts(first)) == ("2020", [("Ontario", "100"), ("Quebec", "500")])
    assert (second.label, parts(second)) == ("2021", [("Ontario", "900"), ("Quebec", "1 to 4 (suppressed)")])


def test_by_a_second_dimension_each_member_is_a_bar_of_those():
    first, second = shown(two_dimensions()).chart.stacks
    assert (first.label, parts(first)[0]) == ("Quebec", ("Cooks", "40"))
    assert second.label == "Ontario"


def test_the_bounds_of_a_sum_are_those_of_its_parts_together():
    first, second = shown(two_years()).chart.stacks
    assert (first.low, first.high) == (98 + 498, 102 + 502)
    assert (second.low, second.high) == (898 + 1, 902 + 4)


def test_bars_of_members_can_be_ordered_and_periods_keep_theirs():
    assert [stack.label for stack in shown(two_dimensions(), order="value").chart.stacks] == [
        "Ontario",
        "Quebec",
    ]
    assert [stack.label for stack in shown(two_years(), order="value").chart.stacks] == ["2020", "2021"]


def test_a_part_can_stand_out_in_every_bar():
    for stack in shown(two_years(), highlight="QC").chart.stacks:
        assert [part.highlight for part in stack.parts] == [False, True]
    assert [stack.highlight for stack in shown(two_dimensions(), highlight="ON").chart.stacks] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "answer", [replace(two_years(), rows_add=False), replace(two_dimensions(), columns_add=False)]
)
def test_what_may_not_be_added_up_is_refused_with_the_reason(answer):
    with pytest.raises(EmbedError, match="no parts of one whole"):
        shown(answer)


def test_a_whole_of_which_a_part_is_not_known_is_refused():
    answer = two_years(TableRow(ONTARIO, (stated(1), stated(2))), TableRow(QUEBEC, (stated(1), ABSENT)))
    with pytest.raises(EmbedError, match="'Quebec' is not available for '2021'"):
        shown(answer)


def test_more_parts_than_shades_are_refused():
    answer = two_years()
    with pytest.raises(EmbedError, match=f"of 2 to {MOST_PARTS} parts"):
        shown(replace(answer, rows=answer.rows * 3))


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="'table'"):
        StackedEmbed().view(ranking_answer(), block(RANKING, "stacked"), "en")
