from dataclasses import replace

import pytest

from articles.charts.multiples import MOST
from articles.embeds.multiples import MultiplesEmbed
from articles.embeds.options import EmbedError
from stats.values import Status
from tests.articles.embeds.answers import RANKING, TABLE, block, ranking_answer, two_dimensions, two_years


def shown(answer, language="en", **options):
    return MultiplesEmbed().view(answer, block(TABLE, "multiples", options=options), language)


def test_each_member_is_a_line_over_the_same_periods():
    chart = shown(two_years(), highlight="QC").chart
    assert [str(period) for period in chart.periods] == ["2020", "2021"]
    assert [(line.label, line.highlight) for line in chart.lines] == [("Ontario", False), ("Quebec", True)]
    assert chart.lines[1].points[1].status is Status.SUPPRESSED


def test_lines_stand_in_the_order_that_is_chosen():
    answer = replace(two_years(), rows=tuple(reversed(two_years().rows)))
    for order, names in (("listed", ["Quebec", "Ontario"]), ("value", ["Ontario", "Quebec"])):
        assert [line.label for line in shown(answer, order=order).chart.lines] == names


def test_it_is_described_by_where_each_line_goes():
    said = shown(two_years()).chart.description
    assert said.startswith("Small line charts on one scale (2), from 2020 to 2021. Ontario: up from 100 in")
    assert shown(two_years(), "fr").chart.description.startswith("Petits graphiques linéaires")


def test_columns_that_are_no_periods_are_refused():
    with pytest.raises(EmbedError, match="runs over periods"):
        shown(two_dimensions())


def test_too_many_members_are_refused():
    answer = two_years()
    with pytest.raises(EmbedError, match=f"1 to {MOST} lines"):
        shown(replace(answer, rows=answer.rows * MOST))


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="'table'"):
        MultiplesEmbed().view(ranking_answer(), block(RANKING, "multiples"), "en")
