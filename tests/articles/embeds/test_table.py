import pytest

from articles.embeds.options import EmbedError
from articles.embeds.table import Table
from tests.articles.embeds.answers import SERIES, TABLE, block, ranking_answer, series_answer, table_answer


def test_columns_name_the_part_of_a_period_that_is_covered():
    view = Table().view(table_answer(), block(TABLE, "table"), "en")
    assert [str(column) for column in view.columns] == ["2020", "January to June 2021"]


def test_each_status_is_shown_as_what_it_is():
    view = Table().view(table_answer(), block(TABLE, "table"), "fr")
    assert [[cell.text for cell in row.cells] for row in view.rows] == [
        ["105\N{NO-BREAK SPACE}905", "72\N{NO-BREAK SPACE}010"],
        ["--", ".."],
    ]
    assert [cell.spoken for cell in view.rows[1].cells] == ["1 à 4 (supprimé)", "non disponible"]
    assert view.rows[1].depth == 1


def test_rows_left_away_are_counted():
    assert Table().view(table_answer(), block(TABLE, "table"), "en").cropped == "3 more rows are not shown."


def test_a_series_reads_downwards():
    view = Table().view(series_answer(), block(SERIES, "table"), "en")
    assert [str(row.label) for row in view.rows] == [
        "January 2021",
        "February 2021",
        "March 2021",
        "April 2021",
    ]
    assert [row.cells[0].text for row in view.rows] == ["105", "--", "..", "0"]
    assert [str(column) for column in view.columns] == ["permits"]


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="table"):
        Table().view(ranking_answer(), block(TABLE, "table"), "en")
