from articles.embeds.courses import courses
from articles.embeds.rows import periods_across
from stats.answers import TableRow
from tests.articles.embeds.answers import HIDDEN, ONTARIO, QUEBEC, stated, table_answer, two_years


def said(answer):
    return courses(answer, periods_across(answer, kind="chart"), "en")


def test_each_row_is_said_by_its_ends():
    assert said(two_years()) == ("Ontario: up from 100 in 2020 to 900 in 2021.", "One figure is suppressed.")


def test_rows_whose_direction_is_open_are_named_together():
    rows = (TableRow(ONTARIO, (stated(100), stated(100))), TableRow(QUEBEC, (stated(5), stated(5))))
    assert said(two_years(*rows)) == (
        "The figures do not settle whether these rose or fell: Ontario, Quebec.",
    )


def test_a_part_of_a_year_is_no_end():
    assert said(table_answer()) == ("One figure is suppressed.", "One figure is not available.")


def test_a_hidden_end_is_no_end():
    assert said(two_years(TableRow(ONTARIO, (HIDDEN, stated(5))))) == ("One figure is suppressed.",)
