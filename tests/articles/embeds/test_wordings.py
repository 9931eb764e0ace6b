"""Ranks, contributions, indices and moving sums in sentences and heads, in both languages."""

from dataclasses import replace

import pytest

from articles.document.nodes import Binding
from articles.embeds.options import EmbedError
from articles.embeds.sentence import figure_view
from articles.embeds.table import Table
from articles.embeds.wordings import offered
from stats.answers import Figure, FigureAnswer, Made, Origin
from stats.periods import Period
from stats.questions import Measure, parse
from stats.values import Bounds, Status, Value
from tests.articles.embeds.answers import (
    FIGURE,
    ONTARIO,
    SERIES,
    about,
    block,
    normal,
    series_answer,
    stated,
    whole,
)

JUNE = Period.parse("2024-06")
MEASURES = {
    "rank": {"over": "province"},
    "contribution": {"of": {"province": "_T"}},
    "index": {"against": {"period": {"year": 2015}}},
    "moving_sum": {"period": {"month": "2024-06"}},
}


def said(measure, wording, language="en", figure=None, **more):
    question = parse(FIGURE | {"measure": measure} | MEASURES[measure])
    answer = FigureAnswer(about(question, ONTARIO), whole(JUNE), figure or normal(1410), **more)
    return figure_view(answer, Binding(question, wording), language)


def computed(number, low, high):
    bounds = Bounds(low, high)
    return Figure(Value(number, Status.NORMAL, bounds, bounds), Made(Origin.DERIVED, 24))


@pytest.mark.parametrize(
    ("measure", "figure", "wording", "english", "french"),
    [
        ("rank", computed(4, 4, 4), "ordinal", "4th", "4e"),
        ("rank", computed(4, 4, 4), "in_words", "fourth", "quatrième"),
        ("rank", computed(4, 4, 4), "number", "4th", "4e"),
        (
            "rank",
            computed(4, 3, 6),
            "in_words",
            "between third and sixth",
            "entre le troisième et le sixième rang",
        ),
        ("rank", computed(4, 3, 4), "ordinal", "3rd or 4th", "3e ou 4e"),
        (
            "contribution",
            computed(0.021, 0.021, 0.021),
            "number",
            "2.1 percentage points",
            "2,1 points de pourcentage",
        ),
        (
            "contribution",
            computed(0.021, 0.021, 0.021),
            "added_plural",
            "added 2.1 percentage points",
            "ont ajouté 2,1 points de pourcentage",
        ),
        (
            "contribution",
            computed(-0.021, -0.024, -0.019),
            "added_between",
            "took off between 1.9 and 2.4 percentage points",
            "a retranché entre 1,9 et 2,4 points de pourcentage",
        ),
        (
            "contribution",
            computed(0.001, -0.01, 0.01),
            "added",
            "may have added or taken off",
            "a pu ajouter ou retrancher",
        ),
        ("index", computed(112.3, 112.27, 112.33), "number", "112.3", "112,3"),
        (
            "index",
            computed(112.3, 110.1, 114.9),
            "between",
            "between 110.1 and 114.9",
            "entre 110,1 et 114,9",
        ),
        ("moving_sum", None, "number", "1,410", "1 410"),
        ("moving_sum", None, "more_than", "more than 1,350", "plus de 1 350"),
    ],
)
def test_each_measure_has_its_words(measure, figure, wording, english, french):
    assert said(measure, wording, figure=figure).text.replace("\N{NO-BREAK SPACE}", " ") == english
    assert said(measure, wording, "fr", figure).text.replace("\N{NO-BREAK SPACE}", " ") == french


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_wording_that_is_offered_can_be_said(measure, language):
    figure = computed(4, 3, 6)
    for wording in offered(Measure(measure), language):
        assert said(measure, wording, language, figure).text


def test_verbs_are_held_to_what_they_say():
    assert "added" not in offered(Measure.CHANGE, "fr")
    assert "rose" not in offered(Measure.CONTRIBUTION, "fr")
    with pytest.raises(EmbedError, match="needs the measure 'contribution'"):
        said("rank", "added", figure=computed(4, 4, 4))
    with pytest.raises(EmbedError, match="'change' or 'percent_change'"):
        said("contribution", "rose", figure=computed(0.02, 0.02, 0.02))


def test_the_explanation_of_a_rank_says_among_how_many():
    view = said("rank", "ordinal", figure=computed(4, 4, 4), among=13)
    assert "A place among 13, 1 for the largest." in view.explanation


def test_the_explanation_names_a_sum_that_contradicts_what_was_printed():
    view = said("moving_sum", "number", figure=stated(100), other=normal(130))
    assert "add up to 130" in view.explanation


@pytest.mark.parametrize(
    ("language", "period", "foot", "unit"),
    [
        ("en", "twelve months to June 2024", "adds up the twelve months", "permits in twelve months"),
        ("fr", "douze mois se terminant en juin 2024", "additionne les douze mois", "permis en douze mois"),
    ],
)
def test_a_moving_sum_names_its_twelve_months_wherever_it_names_its_period(language, period, foot, unit):
    assert f"{period}." in said("moving_sum", "number", language).explanation
    answer = series_answer()
    question = parse(SERIES | {"measure": "moving_sum"})
    columns = tuple(replace(column, period=whole(JUNE)) for column in answer.columns)
    answer = replace(
        answer, about=replace(answer.about, question=question), columns=columns, period=whole(JUNE)
    )
    view = Table().view(answer, block(SERIES, "table"), language)
    assert str(view.rows[0].heading) == period
    assert str(view.head.about[-1]) == period
    assert foot in view.foot.compared
    assert str(view.columns[0]) == unit
