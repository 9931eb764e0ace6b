from dataclasses import replace

import pytest

from articles.embeds.options import EmbedError
from articles.embeds.table import Table
from articles.embeds.table_remarks import letter, remark_text
from stats.answers import AnsweredPeriod, Comparison, Remark, RemarkKind
from stats.labels import Label
from stats.periods import Period, year
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


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Shown are the first 2 of 5 rows."),
        ("fr", "Sont affichées les 2 premières lignes sur 5."),
    ],
)
def test_what_is_not_shown_is_counted(language, sentence):
    assert Table().view(table_answer(), block(TABLE, "table"), language).cropped == (sentence,)


def test_periods_that_are_not_shown_are_older_ones():
    answer = replace(series_answer(), column_count=480)
    assert Table().view(answer, block(SERIES, "table"), "en").cropped == (
        "Shown are the newest 4 of 480 periods.",
    )


def test_a_remark_stands_below_the_table_and_its_letter_where_it_holds():
    view = Table().view(table_answer(), block(TABLE, "table"), "en")
    assert [column.marks for column in view.columns] == [(), ("a",)]
    assert [row.heading.marks for row in view.rows] == [(), ("b",)]
    assert [(remark.mark, str(remark.text)) for remark in view.remarks] == [
        ("a", "2021 in part only: the edition ends with June 2021."),
        ("b", "Published only as a whole, without this breakdown."),
    ]


def test_the_remark_on_a_part_of_a_year_says_what_it_is_compared_with():
    earlier = AnsweredPeriod(year(2020), Period.parse("2020-to-06"))
    answer = table_answer()
    comparison = Comparison((), (None, earlier), answer.about.edition)
    answer = replace(answer, about=replace(answer.about, comparison=comparison))
    assert str(Table().view(answer, block(TABLE, "table"), "fr").remarks[0].text) == (
        "2021, en partie seulement : l’édition s’arrête en juin 2021. Par rapport à : janvier à juin 2020."
    )


def test_a_remark_on_a_period_stands_at_its_row_in_a_series():
    answer = replace(series_answer(), remarks=(Remark(RemarkKind.COMPUTED, columns=(3,)),))
    view = Table().view(answer, block(SERIES, "table"), "en")
    assert [row.heading.marks for row in view.rows] == [(), (), (), ("a",)]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", RemarkKind)
def test_every_kind_of_remark_has_its_words(kind, language):
    note = Label("A note.", "Une remarque.") if kind is RemarkKind.NAMED else None
    text = str(remark_text(Remark(kind, columns=(1,), count=2, note=note), table_answer(), language))
    assert text.endswith(".")
    assert "{" not in text


def test_letters_go_on_after_z():
    assert [letter(at) for at in (0, 25, 26, 27, 701)] == ["a", "z", "aa", "ab", "zz"]


def test_a_series_reads_downwards():
    view = Table().view(series_answer(), block(SERIES, "table"), "en")
    assert [str(row.heading) for row in view.rows] == [
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
