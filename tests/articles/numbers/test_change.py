"""Rises and falls, said only where their direction is certain."""

import pytest

from articles.numbers import ADDING, Quantity, Style, change
from stats.values import MISSING, Bounds, Status, Value


def value(number: float, low: float, high: float) -> Value:
    return Value(number, Status.NORMAL, Bounds(low, high), Bounds(low, high))


@pytest.mark.parametrize(
    ("it", "quantity", "style", "english", "french"),
    [
        (value(425, 401, 449), "count", "printed", "rose by 425", "a augmenté de 425"),
        (value(425, 401, 449), "count", "about", "rose by about 425", "a augmenté d’environ 425"),
        (value(425, 401, 449), "count", "more_than", "rose by more than 400", "a augmenté de plus de 400"),
        (value(425, 401, 449), "count", "at_least", "rose by at least 401", "a augmenté d’au moins 401"),
        (value(425, 401, 449), "count", "between", "rose by between 401 and 449", "a augmenté de 401 à 449"),
        (value(-440, -449, -431), "count", "nearly", "fell by nearly 450", "a diminué de près de 450"),
        (value(0.042, 0.0418, 0.0421), "percent_change", "printed", "rose by 4.2%", "a augmenté de 4,2 %"),
        (
            value(-0.015, -0.015, -0.015),
            "points",
            "printed",
            "fell by 1.5 percentage points",
            "a diminué de 1,5 point de pourcentage",
        ),
        (value(0, 0, 0), "count", "printed", "did not change", "n’a pas changé"),
        (value(5, -5, 15), "count", "printed", "may have risen or fallen", "a pu augmenter ou diminuer"),
    ],
)
def test_change(it, quantity, style, english, french):
    for language, text in (("en", english), ("fr", french)):
        said = change(it, language=language, quantity=Quantity(quantity), style=Style(style))
        assert said.text.replace("\u00a0", " ") == text


def test_french_verbs_agree():
    assert change(value(20, 18, 22), language="fr", plural=True).text == "ont augmenté de 20"
    assert change(value(0, 0, 0), language="fr", plural=True).text == "n’ont pas changé"


def test_an_uncertain_direction_is_explained():
    assert (
        change(value(5, -5, 15), language="en").note
        == "The figures do not tell a rise from a fall (−5 to 15)."
    )


def test_no_number_no_change():
    assert change(MISSING, language="fr").text == "non disponible"


@pytest.mark.parametrize(
    ("it", "english", "french"),
    [
        (value(0.021, 0.021, 0.021), "added 2.1 percentage points", "ont ajouté 2,1 points de pourcentage"),
        (value(-0.03, -0.03, -0.03), "took off 3 percentage points", "ont retranché 3 points de pourcentage"),
        (value(0, 0, 0), "added nothing", "n’ont rien ajouté"),
        (value(0.001, -0.01, 0.01), "may have added or taken off", "ont pu ajouter ou retrancher"),
    ],
)
def test_what_a_part_adds_to_the_change_of_its_whole(it, english, french):
    for language, text in (("en", english), ("fr", french)):
        said = change(it, language=language, quantity=Quantity.POINTS, plural=True, verbs=ADDING)
        assert said.text.replace("\N{NO-BREAK SPACE}", " ") == text
