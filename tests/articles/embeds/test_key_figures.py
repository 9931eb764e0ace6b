from dataclasses import replace

import pytest

from articles.embeds.key_figures import MOST_FIGURES, KeyFiguresEmbed
from articles.embeds.options import EmbedError
from stats.answers import TableRow
from stats.values import Status
from tests.articles.embeds.answers import (
    ONTARIO,
    QUEBEC,
    RANKING,
    TABLE,
    block,
    ranking_answer,
    series_answer,
    stated,
    table_answer,
    two_dimensions,
    two_years,
)


def shown(answer, language="en", **options):
    return KeyFiguresEmbed().view(answer, block(TABLE, "key_figures", options=options), language)


def test_each_member_has_its_last_figure_and_what_it_was_before():
    first, second = shown(two_years(), highlight="ON").figures
    assert (str(first.label), first.cell.text, first.change) == ("Ontario", "900", "up from 100 in 2020")
    assert first.highlight
    assert (second.cell.text, second.cell.status, second.change) == (
        "--",
        Status.SUPPRESSED,
        "down from 500 in 2020",
    )


def test_a_direction_that_the_figures_do_not_settle_is_not_claimed():
    rows = (TableRow(ONTARIO, (stated(100), stated(100))), TableRow(QUEBEC, (stated(100), stated(105))))
    assert [figure.change for figure in shown(two_years(*rows)).figures] == [
        "100 in 2020",
        "up from 100 in 2020",
    ]


def test_one_period_stands_alone():
    answer = two_years()
    rows = tuple(replace(row, figures=row.figures[:1]) for row in answer.rows)
    view = shown(replace(answer, rows=rows, columns=answer.columns[:1]))
    assert [(figure.cell.text, figure.change) for figure in view.figures] == [("100", ""), ("500", "")]


def test_a_series_is_one_figure():
    (figure,) = shown(series_answer()).figures
    assert (str(figure.label), figure.cell.text, figure.change) == (
        "Ontario",
        "0",
        "down from 105 in January 2021",
    )


def test_it_speaks_french():
    assert shown(two_years(), "fr").figures[0].change == "en hausse\N{NO-BREAK SPACE}: 100 (2020)"


def test_a_part_of_a_year_is_never_compared_with_a_whole_one():
    with pytest.raises(EmbedError, match="not of one length"):
        shown(table_answer())


def test_more_figures_and_other_columns_are_refused():
    answer = two_years()
    with pytest.raises(EmbedError, match="choose fewer members"):
        shown(replace(answer, rows=answer.rows * MOST_FIGURES))
    with pytest.raises(EmbedError, match="by periods"):
        shown(two_dimensions())


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="'table'"):
        KeyFiguresEmbed().view(ranking_answer(), block(RANKING, "key_figures"), "en")
