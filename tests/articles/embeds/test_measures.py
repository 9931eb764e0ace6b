"""Shares, changes and ratios as readers meet them: in sentences, cells, heads and feet, in both languages."""

from dataclasses import replace

import pytest

from articles.document.nodes import Binding
from articles.embeds.bar import BarEmbed
from articles.embeds.line import LineEmbed
from articles.embeds.options import EmbedError
from articles.embeds.quantity import CHANGES, QUANTITIES
from articles.embeds.ranking import Ranking
from articles.embeds.sentence import figure_view
from articles.embeds.table import Table
from articles.embeds.wordings import VERBS, offered
from stats.answers import Compared, Comparison, Figure, FigureAnswer, Made, Origin
from stats.codebook import Member, Role
from stats.labels import Label
from stats.periods import year
from stats.questions import Measure, parse
from stats.values import EXACT, Bounds, Status, Value
from tests.articles.embeds.answers import (
    FIGURE,
    ONTARIO,
    RANKING,
    TABLE,
    about,
    block,
    ranking_answer,
    stated,
    table_answer,
    whole,
)

PROVINCE = Label("Province", "Province")
CANADA = Member(9, "_T", Label("All provinces", "Toutes les provinces"), Role.TOTAL)
BC = Member(8, "BC", Label("British Columbia", "Colombie-Britannique"))


def computed(number, low, high, hidden=3):
    bounds = Bounds(low, high)
    hard = Bounds(low - abs(low) / 20, high + abs(high) / 20)
    return Figure(Value(number, Status.NORMAL, hard, bounds), Made(Origin.DERIVED, 24, hidden))


MEASURES = {
    "share": ({"measure": "share"}, computed(0.446, 0.401, 0.451), (PROVINCE, CANADA), 2021),
    "percent_change": (
        {"measure": "percent_change"},
        computed(0.371, 0.3702, 0.3744),
        (PROVINCE, ONTARIO),
        2020,
    ),
    "change": ({"measure": "change"}, computed(-300, -310, -290), (PROVINCE, ONTARIO), 2020),
    "ratio": (
        {"measure": "ratio", "against": {"where": {"province": "BC"}}},
        computed(2.28, 2.07, 2.38),
        (PROVINCE, BC),
        2021,
    ),
}


def measured(name, **changed):
    """The question, and its answer."""
    more, figure, other, at = MEASURES[name]
    question = parse(FIGURE | more)
    comparison = Comparison((other,), (whole(year(at)),), about(question).edition)
    provenance = replace(about(question, ONTARIO), comparison=comparison, **changed)
    compared = Compared(whole(year(at)), (other,), provenance.edition, stated(326_400))
    return question, FigureAnswer(provenance, whole(year(2021)), figure, compared)


def said(name, wording="number", language="en", **changed):
    question, answer = measured(name, **changed)
    return figure_view(answer, Binding(question, wording), language)


@pytest.mark.parametrize(
    ("name", "wording", "english", "french"),
    [
        ("share", "number", "about 44.5%", "environ 44,5 %"),
        ("share", "in_words", "more than two in five", "plus de deux sur cinq"),
        ("share", "more_than", "more than 40%", "plus de 40 %"),
        ("percent_change", "rose", "rose by 37%", "a augmenté de 37 %"),
        ("percent_change", "rose_plural", "rose by 37%", "ont augmenté de 37 %"),
        ("percent_change", "number", "+37%", "+37 %"),
        ("change", "rose", "fell by 300", "a diminué de 300"),
        ("change", "number", "−300", "−300"),
        ("ratio", "in_words", "more than double", "plus du double"),
        ("ratio", "between", "between 2.0 and 2.4 times", "entre 2,0 et 2,4 fois"),
    ],
)
def test_each_measure_has_its_words(name, wording, english, french):
    assert said(name, wording).text.replace("\N{NO-BREAK SPACE}", " ") == english
    assert said(name, wording, "fr").text.replace("\N{NO-BREAK SPACE}", " ") == french


@pytest.mark.parametrize("language", ["en", "fr"])
def test_forty_to_forty_five_percent_is_never_said_to_be_half_or_more(language):
    for wording in offered(Measure.SHARE, language):
        text = said("share", wording, language).text
        assert not any(word in text for word in ("half", "most of", "moitié", "50"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_two_point_one_to_two_point_four_times_is_never_twice(language):
    for wording in offered(Measure.RATIO, language):
        text = said("ratio", wording, language).text
        assert text not in ("twice", "deux fois", "2 times", "2\N{NO-BREAK SPACE}fois")


def test_a_wording_that_would_say_too_much_falls_back_and_tells_the_editor_by_the_name_that_was_chosen():
    assert said("share").note.startswith("“number” would say more than the figures support")
    assert said("share", "about").note == ""


@pytest.mark.parametrize(
    ("name", "language", "parts"),
    [
        ("share", "en", ("Ontario, 2021.", "A share of: All provinces, 2021 (326,400).", "40.1% and 45.1%")),
        ("share", "fr", ("Part de l’ensemble : Toutes les provinces, 2021", "24 en tout, dont 3 supprimés")),
        ("percent_change", "en", ("Compared with 2020 (326,400).", "between +37.0% and +37.5%")),
        ("ratio", "en", ("Compared with British Columbia, 2021 (326,400).", "rounding and suppression")),
    ],
)
def test_the_explanation_names_both_sides_and_the_bounds_in_their_unit(name, language, parts):
    for part in parts:
        assert part in said(name, language=language).explanation


def test_hard_bounds_decide_and_are_said_to_be_certain_where_the_newsroom_says_so():
    shown = said("share", "between", deciding="hard")
    assert shown.text == "between 38.0% and 47.4%"
    assert "almost certainly" in said("share").explanation
    assert "almost certainly" not in shown.explanation


def test_what_is_not_rounded_is_not_said_to_be():
    assert "rounding" not in said("share", disclosure=EXACT).explanation


def test_every_measure_has_a_quantity_and_wordings_that_can_be_said():
    assert set(QUANTITIES) == {measure.value for measure in Measure}
    assert set(Measure) >= CHANGES
    for name in MEASURES:
        for language in ("en", "fr"):
            assert all(said(name, wording, language).text for wording in offered(Measure(name), language))


def test_verbs_of_change_are_refused_for_what_does_not_change():
    with pytest.raises(EmbedError, match="'change'"):
        said("share", "rose")
    assert not set(VERBS) & set(offered(Measure.VALUE, "fr"))


def ranked(measure, other, at, figure):
    answer = ranking_answer()
    question = parse(RANKING | {"measure": measure})
    comparison = Comparison((other,) if other else (), (whole(year(at)),), answer.about.edition)
    rows = tuple(replace(row, figure=figure) for row in answer.rows[:2])
    provenance = replace(answer.about, question=question, comparison=comparison)
    return replace(answer, about=provenance, rows=rows, left_out=())


def test_a_ranking_of_shares_says_of_what_and_shows_supported_digits():
    answer = ranked("share", (Label("Occupation"), CANADA), 2021, computed(0.0123, 0.0121, 0.0124))
    view = Ranking().view(answer, block(RANKING, "ranking"), "en")
    assert [row.cell.text for row in view.rows] == ["1.2%", "1.2%"]
    assert str(view.value_heading) == "percent of all provinces"
    assert str(view.head.about[0]) == "Permits, percent of all provinces"
    assert view.foot.compared == "Shares of: all provinces."
    french = Ranking().view(answer, block(RANKING, "ranking"), "fr")
    assert str(french.value_heading) == "pourcentage de toutes les provinces"


def test_bars_of_percent_changes_are_drawn_of_a_hundred_and_carry_signs():
    answer = ranked("percent_change", None, 2020, computed(-0.25, -0.252, -0.248))
    chart = BarEmbed().view(answer, block(RANKING, "bar"), "en").chart
    assert [(bar.number, bar.text) for bar in chart.bars] == [(-25.0, "−25%"), (-25.0, "−25%")]
    assert chart.unit == "percent change from 2020"


def test_a_table_of_changes_says_how_each_period_is_compared():
    answer = table_answer()
    question = parse(TABLE | {"measure": "percent_change"})
    periods = (whole(year(2019)), None)
    comparison = Comparison((), periods, answer.about.edition)
    answer = replace(answer, about=replace(answer.about, question=question, comparison=comparison))
    english, french = (Table().view(answer, block(TABLE, "table"), language) for language in ("en", "fr"))
    assert str(english.head.about[0]) == "Permits, percent change from a year before"
    assert french.foot.compared.startswith("Par rapport à : un an plus tôt")
    line = LineEmbed().view(answer, block(TABLE, "line"), "en").chart
    assert line.unit == "percent change from a year before"


@pytest.mark.parametrize(
    ("measure", "heading"),
    [
        ("index", "index, 2015 = 100"),
        ("contribution", "contribution in percentage points, all provinces, 2015"),
        ("moving_sum", "permits in twelve months"),
        ("value", "permits"),
    ],
)
def test_the_column_of_every_other_measure_has_a_heading_too(measure, heading):
    answer = ranked("share", None, 2015, computed(0.02, 0.019, 0.021))
    question = replace(answer.about.question, measure=Measure(measure))
    members = ((PROVINCE, CANADA),) if measure == "contribution" else ()
    comparison = replace(answer.about.comparison, where=members) if measure != "moving_sum" else None
    answer = replace(answer, about=replace(answer.about, question=question, comparison=comparison))
    view = Ranking().view(answer, block(RANKING, "ranking"), "en")
    assert str(view.value_heading) == heading
