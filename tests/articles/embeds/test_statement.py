"""Statements in words: as firm as their series allows, in both languages."""

from __future__ import annotations

import pytest

from articles.document.nodes import Binding
from articles.embeds.options import EmbedError
from articles.embeds.sentence import figure_view
from articles.embeds.statement import statement_view
from articles.embeds.wordings import offered_for
from stats.periods import Period, month, span, year
from stats.questions import Wording, parse
from tests.stats.cubes import Cube

SERIES = {"dataset": "cube", "kind": "statement", "where": {"province": "ON", "category": "oth"}}


def view(says, numbers, language="en", *, first=None, plural=False, since=None, **more):
    """What is said of a series of printed numbers, month by month from January 2023; None is hidden."""
    first = first or month(2023, 1)
    periods = [first]
    while len(periods) < len(numbers):
        periods.append(periods[-1].next)
    cells = {(("ON", "oth"), p): n for p, n in zip(periods, numbers, strict=True) if n != 0}
    cube = Cube(cells, tuple(span(since or periods[0], periods[-1])))
    asked = {"says": says, "period": {"from": str(periods[0]), "to": str(periods[-1])}, **more}
    answer = cube.ask(kind="statement", where=SERIES["where"], **asked)
    return statement_view(answer, language, plural=plural)


CASES = [
    (
        "highest_since",
        [500, 100, 200, 300],
        "the highest since January 2023",
        "le plus haut niveau depuis janvier 2023",
    ),
    (
        "highest_since",
        [100, 200, 300],
        "the highest on record since January 2023",
        "le plus haut niveau enregistré depuis janvier 2023",
    ),
    (
        "lowest_since",
        [10, 300, 200, 100],
        "the lowest since January 2023",
        "le plus bas niveau depuis janvier 2023",
    ),
    (
        "highest_since",
        [100, 300, 200],
        "no higher than in February 2023",
        "à un niveau qui n’est pas supérieur à celui de février 2023",
    ),
    (
        "highest_since",
        [100, 200, 200],
        "perhaps no higher than in February 2023",
        "à un niveau qui n’est peut-être pas supérieur à celui de février 2023",
    ),
    (
        "highest_since",
        [500, 300, 100, 300],
        "the highest since at least February 2023",
        "le plus haut niveau depuis au moins février 2023",
    ),
    (
        {"first_above": 250},
        [100, 200, 300],
        "above 250 for the first time in March 2023",
        "au-dessus de 250 pour la première fois en mars 2023",
    ),
    (
        {"first_above": 199},
        [100, 200, 300],
        "above 199 for the first time between February 2023 and March 2023",
        "au-dessus de 199 pour la première fois entre février 2023 et mars 2023",
    ),
    (
        {"first_above": 5000},
        [100, 200],
        "never above 5,000 since January 2023",
        "jamais au-dessus de 5\N{NO-BREAK SPACE}000 depuis janvier 2023",
    ),
    (
        {"first_above": 300},
        [100, 200, 300],
        "perhaps above 300, in March 2023 at the earliest",
        "peut-être au-dessus de 300, au plus tôt en mars 2023",
    ),
    (
        {"first_below": 150},
        [100, 200, 300],
        "already below 150 in January 2023",
        "déjà au-dessous de 150 en janvier 2023",
    ),
    (
        {"last_below": 250},
        [100, 200, 300],
        "below 250 for the last time in February 2023",
        "au-dessous de 250 pour la dernière fois en février 2023",
    ),
    (
        {"last_above": 250},
        [100, 200, 300],
        "still above 250 in March 2023",
        "encore au-dessus de 250 en mars 2023",
    ),
    (
        "rises",
        [500, 100, 200, 300],
        "rose for the second month in a row",
        "a augmenté pour le deuxième mois de suite",
    ),
    (
        "rises",
        [100, 200, 300],
        "rose for at least the second month in a row",
        "a augmenté pour au moins le deuxième mois de suite",
    ),
    ("rises", [300, 100, 200], "rose", "a augmenté"),
    ("rises", [100, 300, 200], "did not rise", "n’a pas augmenté"),
    ("falls", [100, 200, 200], "may not have fallen", "n’a peut-être pas diminué"),
    (
        "falls",
        [100, 400, 300, 200],
        "fell for the second month in a row",
        "a diminué pour le deuxième mois de suite",
    ),
    ("highest_place", [100, 200, 300], "the highest of 3 months", "le plus haut niveau sur 3 mois"),
    (
        "highest_place",
        [100, 400, 500, 300],
        "the third-highest of 4 months",
        "le troisième plus haut niveau sur 4 mois",
    ),
    (
        "lowest_place",
        [100, 200, 200],
        "the second- or third-lowest of 3 months",
        "le deuxième ou troisième plus bas niveau sur 3 mois",
    ),
    (
        "highest_place",
        [200, 200, 200],
        "between first- and third-highest, of 3 months",
        "entre le premier et le troisième plus haut niveau sur 3 mois",
    ),
]


@pytest.mark.parametrize(("says", "numbers", "english", "french"), CASES)
def test_a_statement_says_what_all_outcomes_have_in_common(says, numbers, english, french):
    assert view(says, numbers).text == english
    assert view(says, numbers, "fr").text == french


def test_every_statement_is_among_the_cases():
    known = {next(iter(says)) if isinstance(says, dict) else says for says, *_ in CASES}
    assert known == set(Wording)


@pytest.mark.parametrize(
    ("first", "english", "french"),
    [
        (
            Period.parse("2021-Q3"),
            "the highest since the third quarter of 2021",
            "le plus haut niveau depuis le troisième trimestre de 2021",
        ),
        (year(2019), "the highest since 2019", "le plus haut niveau depuis 2019"),
    ],
)
def test_quarters_take_their_article(first, english, french):
    assert view("highest_since", [500, 100, 200], first=first).text == english
    assert view("highest_since", [500, 100, 200], "fr", first=first).text == french


def test_the_place_of_a_year_is_feminine_in_french():
    assert view("rises", [500, 100, 200, 300], "fr", first=year(2019)).text == (
        "a augmenté pour la deuxième année de suite"
    )


def test_a_plural_subject_takes_its_verb():
    assert view("rises", [300, 100, 200], "fr", plural=True).text == "ont augmenté"
    assert offered_for(parse(SERIES | {"says": "rises", "period": {"from": "2023"}}), "fr") == (
        "statement",
        "statement_plural",
    )


def test_the_editor_is_told_what_the_printed_figures_would_say():
    assert view("highest_since", [500, 300, 100, 200]).note == ""
    assert "the highest since February 2023" in view("highest_since", [500, 300, 100, 300]).note


def test_the_explanation_names_series_firmness_and_edition():
    firm, open_ = view("rises", [300, 100, 200]), view("highest_since", [100, 200, 200], "fr")
    for part in ("Ontario", "January 2023 to March 2023", "no other outcome", "Edition 1"):
        assert part in firm.explanation
    assert "plusieurs issues possibles" in open_.explanation


def test_nothing_is_said_of_what_is_not_published():
    shown = view("highest_since", [100, 200], measure="percent_change", against={"period": "year_before"})
    assert (shown.text, shown.status.slug, shown.value) == ("not available", "missing", "")


def test_a_threshold_is_said_in_the_unit_of_its_measure():
    shown = view({"first_above": 0.4}, [100, 200, 300], measure="share", of={"province": "_T"})
    assert shown.text == "already above 40% in January 2023"


def test_a_statement_in_a_sentence_has_its_own_wordings():
    question = parse(SERIES | {"says": "rises", "period": {"from": "2023-01"}})
    with pytest.raises(EmbedError, match="wording of statements"):
        figure_view(None, Binding(question, "about"), "en")


@pytest.mark.parametrize(
    ("says", "english", "french"),
    [
        (
            "highest_since",
            "the highest since at least January 2023",
            "le plus haut niveau depuis au moins janvier 2023",
        ),
        (
            {"first_above": 250},
            "above 250 for the first time since at least January 2023, in March 2023",
            "au-dessus de 250 pour la première fois depuis au moins janvier 2023, en mars 2023",
        ),
        (
            {"first_above": 199},
            "above 199 for the first time since at least January 2023, between February 2023 and March 2023",
            (
                "au-dessus de 199 pour la première fois depuis au moins janvier 2023, "
                "entre février 2023 et mars 2023"
            ),
        ),
    ],
)
def test_what_was_before_the_series_is_left_open(says, english, french):
    assert view(says, [100, 200, 300], since=month(2022, 1)).text == english
    assert view(says, [100, 200, 300], "fr", since=month(2022, 1)).text == french
