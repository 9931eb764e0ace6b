import pytest

from articles.document.nodes import Binding
from articles.embeds.options import EmbedError
from articles.embeds.sentence import figure_view
from articles.embeds.wordings import VERBS, WORDINGS
from stats.questions import parse
from tests.articles.embeds.answers import (
    ABSENT,
    FIGURE,
    HIDDEN,
    RANKING,
    ZERO,
    figure_answer,
    normal,
    ranking_answer,
    stated,
)


def said(wording="number", language="en", figure=None):
    return figure_view(figure_answer(figure), Binding(parse(FIGURE), wording), language)


def test_the_plain_wording_gives_the_digits_that_readers_get_by_adding():
    assert (said().text, said().value) == ("145,560", "145560")
    assert said(language="fr").text == "145\N{NO-BREAK SPACE}560"


def test_other_wordings_say_no_more_than_the_bounds_support():
    assert said("about").text == "about 150,000"
    printed = said("printed")
    assert printed.text != "145,560"
    assert printed.note


def test_the_explanation_names_members_period_making_bounds_and_edition():
    explanation = said().explanation
    for part in ("Ontario", "2021", "6,012", "1,392", "146,695", "151,835", "Edition 2", "modelled"):
        assert part in explanation


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (None, "rounding and suppression the true number almost certainly lies"),
        (stated(100), "Because of rounding the true number lies between 98 and 102."),
        (
            normal(100, hidden=2, spread=3),
            "rounding and suppression the true number lies between 97 and 111.",
        ),
    ],
)
def test_the_range_says_where_it_comes_from_and_how_sure_it_is(figure, words):
    assert words in said(figure=figure).explanation


def test_an_exact_number_has_no_range():
    assert "true number" not in said(figure=ZERO).explanation


def test_figures_without_a_number_say_why():
    assert said(figure=HIDDEN).text == "1 to 4 (suppressed)"
    assert said(figure=ABSENT, language="fr").text == "non disponible"
    assert said(figure=ABSENT).value == ""


@pytest.mark.parametrize("wording", [name for name in WORDINGS if name not in VERBS])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_wording_that_is_offered_can_be_said(wording, language):
    assert said(wording, language).text


def test_unknown_wordings_are_refused_with_the_nearest():
    with pytest.raises(EmbedError, match="'about'"):
        said("abuot")


def test_a_sentence_holds_one_number():
    with pytest.raises(EmbedError, match="figure"):
        figure_view(ranking_answer(), Binding(parse(RANKING), "number"), "en")
