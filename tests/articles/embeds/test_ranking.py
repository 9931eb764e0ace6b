from dataclasses import replace

import pytest

from articles.embeds.options import EmbedError
from articles.embeds.ranking import Ranking, open_places
from stats.questions import parse
from stats.values import Status
from tests.articles.embeds.answers import RANKING, block, ranking_answer, table_answer


def view(language="en", **options):
    return Ranking().view(ranking_answer(), block(RANKING, "ranking", options=options), language)


def test_ties_share_a_rank_and_say_so():
    rows = view().rows
    assert [row.rank for row in rows] == ["1", "2", "3=", "3=", "–"]
    assert [row.spoken_rank for row in rows] == ["", "", "3, tied", "3, tied", "no rank"]


def test_both_sides_of_an_open_order_are_marked():
    assert [row.open for row in view().rows] == [False, True, True, True, False]
    assert open_places(()) == ()


def test_a_suppressed_figure_is_a_sign_with_its_meaning_and_never_a_number():
    cell = view().rows[-1].cell
    assert (cell.text, cell.spoken, cell.status, cell.value) == (
        "--",
        "1 to 4 (suppressed)",
        Status.SUPPRESSED,
        "",
    )
    assert "1–4" in view().foot.key


def test_labels_known_in_the_other_language_only_are_marked():
    french = view("fr").rows
    assert (french[1].member.text, french[1].member.lang) == ("Specialist physicians", "en")
    assert (french[0].member.text, french[0].member.lang) == ("Cuisiniers/cuisinières", "")


def test_extent_and_what_is_not_ranked_are_said():
    assert view().extent == "5 of 499"
    assert [(str(member), cell.text) for member, cell in view().left_out] == [
        ("Other occupations", "122,885")
    ]
    assert view(left_out=False).left_out == ()


def test_the_foot_says_how_figures_were_made_and_from_which_edition():
    foot = view().foot
    assert (
        foot.made
        == "Sums of published figures, 60 in all; 3 of them are suppressed and add nothing to the sums."
    )
    assert foot.edition == "Edition 2, figures to July 2024, extracted July\N{NO-BREAK SPACE}31, 2024"
    assert str(foot.modelled) == "Modelled figures."
    assert view("fr").foot.edition == (
        "Édition 2, données jusqu’à juillet 2024, extraites le 31\N{NO-BREAK SPACE}juillet 2024"
    )


def test_the_head_says_what_is_counted_where_and_when():
    head = view().head
    assert str(head.title) == "Work permits by province"
    assert [str(part) for part in head.about] == ["Permits", "Ontario", "2021"]


@pytest.mark.parametrize("options", [{"bouds": True}, {"bounds": 1}, {"bounds": "yes"}])
def test_unknown_options_are_refused(options):
    with pytest.raises(EmbedError, match="bou"):
        view(**options)


def test_an_answer_of_another_kind_is_refused():
    with pytest.raises(EmbedError, match="ranking"):
        Ranking().view(table_answer(), block(RANKING, "ranking"), "en")


def test_small_numbers_are_marked_and_what_that_means_is_said():
    answer, question = ranking_answer(), RANKING | {"small_below": 1000}
    rows = tuple(replace(row, small=number == 4) for number, row in enumerate(answer.rows))
    answer = replace(answer, rows=rows, about=replace(answer.about, question=parse(question)))
    english, french = (
        Ranking().view(answer, block(question, "ranking"), language) for language in ("en", "fr")
    )
    assert [row.small for row in english.rows] == [False, False, False, False, True]
    assert english.small == "Small: may be less than 1,000."
    assert french.small == "Faible : peut être inférieur à 1\N{NO-BREAK SPACE}000."
    assert view().small == ""
