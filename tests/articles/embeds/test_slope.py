from dataclasses import replace

import pytest

from articles.embeds.options import EmbedError
from articles.embeds.slope import MOST_SLOPES, SlopeEmbed
from stats.answers import TableRow
from tests.articles.embeds.answers import (
    ABSENT,
    HIDDEN,
    ONTARIO,
    QUEBEC,
    RANKING,
    TABLE,
    block,
    ranking_answer,
    stated,
    table_answer,
    two_years,
)


def shown(answer, language="en", **options):
    return SlopeEmbed().view(answer, block(TABLE, "slope", options=options), language)


def test_each_member_goes_from_the_first_period_to_the_last():
    chart = shown(two_years(), highlight="ON").chart
    (first, _) = chart.slopes
    assert chart.periods == ("2020", "2021")
    assert (first.label, first.before.text, first.after.number) == ("Ontario", "100", 900)
    assert (first.open, first.highlight) == (False, True)


def test_a_hidden_end_stands_in_the_middle_of_what_it_can_be():
    _, second = shown(two_years()).chart.slopes
    assert (second.after.number, second.after.hollow, second.after.text) == (2.5, True, "--")


def test_a_direction_that_bounds_leave_open_is_said_to_be_open():
    rows = (
        TableRow(ONTARIO, (stated(100), stated(100))),
        TableRow(QUEBEC, (ABSENT, stated(5))),
    )
    chart = shown(two_years(*rows)).chart
    assert [slope.open for slope in chart.slopes] == [True, True]
    assert chart.slopes[1].before.number is None
    assert "do not settle whether these rose or fell: Ontario." in chart.description


def test_a_part_of_a_year_is_never_compared_with_a_whole_one():
    with pytest.raises(EmbedError, match="2020 and 2021-to-06 are not of one length"):
        shown(table_answer())


def test_too_many_lines_and_single_periods_are_refused():
    answer = two_years(*(TableRow(ONTARIO, (stated(1), HIDDEN)),) * (MOST_SLOPES + 1))
    with pytest.raises(EmbedError, match="choose fewer members"):
        shown(answer)
    with pytest.raises(EmbedError, match="at least two"):
        shown(replace(answer, columns=answer.columns[:1]))


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="'series'"):
        SlopeEmbed().view(ranking_answer(), block(RANKING, "slope"), "en")
