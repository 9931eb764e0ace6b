"""Cells: no digit that the bounds do not support, in both languages."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.numbers import (
    NBSP,
    Quantity,
    Style,
    cell_text,
    change,
    ends,
    possible_text,
    status_text,
    wording,
)
from stats.values import Bounds, Status, Value


def value(number, low, high, status=Status.NORMAL):
    bounds = Bounds(low, high)
    return Value(number, status, bounds, bounds)


@pytest.mark.parametrize(
    ("quantity", "found", "english", "french"),
    [
        (Quantity.COUNT, value(1425, 1401, 1449), "1,425", f"1{NBSP}425"),
        (Quantity.SHARE, value(0.446, 0.401, 0.451), "40–46%", f"40–46{NBSP}%"),
        (Quantity.SHARE, value(0.4012, 0.4008, 0.4014), "40.1%", f"40,1{NBSP}%"),
        (Quantity.SHARE, value(0.402, 0.3967, 0.4041), "40%", f"40{NBSP}%"),
        (Quantity.SHARE, value(0.0095, 0.0091, 0.0098), "0.9–1.0%", f"0,9–1,0{NBSP}%"),
        (Quantity.SHARE, value(0.0, 0.0, 0.0), "0%", f"0{NBSP}%"),
        (Quantity.SHARE, value(1.0, 1.0, 1.0), "100%", f"100{NBSP}%"),
        (Quantity.PERCENT_CHANGE, value(0.42, 0.4186, 0.4192), "+41.9%", f"+41,9{NBSP}%"),
        (Quantity.PERCENT_CHANGE, value(0.42, 0.386, 0.429), "+38% to +43%", f"+38{NBSP}% à +43{NBSP}%"),
        (Quantity.PERCENT_CHANGE, value(0.01, -0.03, 0.05), "−3.0% to +5.0%", f"−3,0{NBSP}% à +5,0{NBSP}%"),
        (Quantity.PERCENT_CHANGE, value(0.5, 0.2, math.inf), "20% or more", f"20{NBSP}% ou plus"),
        (Quantity.RATIO, value(2.28, 2.07, 2.38), "2.0–2.4", "2,0–2,4"),
        (Quantity.RATIO, value(2.28, 2.26, 2.34), "2.3", "2,3"),
    ],
)
def test_a_cell_shows_what_its_bounds_support(quantity, found, english, french):
    assert cell_text(found, language="en", quantity=quantity).text == english
    assert cell_text(found, language="fr", quantity=quantity).text == french


def test_a_change_of_a_count_carries_its_sign():
    assert cell_text(value(300, 290, 310), language="en", signed=True).text == "+300"
    assert cell_text(value(-300, -310, -290), language="fr", signed=True).text == "−300"
    assert cell_text(value(0, -2, 2), language="en", signed=True).text == "0"


@given(st.floats(0, 1), st.floats(0, 0.2))
def test_a_single_number_in_a_cell_is_what_every_possible_value_rounds_to(low, width):
    found = cell_text(value(low, low, low + width), language="en", quantity=Quantity.SHARE)
    if found.is_range:
        return
    shown = float(found.text.rstrip("%"))
    unit = 0.1 if "." in found.text else 1
    for possible in (low * 100, (low + width) * 100):
        assert abs(possible - shown) <= unit / 2 + 1e-9


def test_hard_bounds_decide_where_the_newsroom_says_so():
    found = Value(0.4, Status.NORMAL, Bounds(0.35, 0.45), Bounds(0.398, 0.404))
    assert cell_text(found, language="en", quantity=Quantity.SHARE).text == "40%"
    assert cell_text(found, language="en", quantity=Quantity.SHARE, bounds="hard").text == "35–45%"


def test_possible_values_are_in_the_unit_that_is_shown():
    assert possible_text(Bounds(1401, 1449), language="en") == "1,401–1,449"
    assert possible_text(Bounds(0.401, 0.451), language="en", quantity=Quantity.SHARE) == "40.1–45.1%"
    assert possible_text(Bounds(0.4, 0.4), language="en", quantity=Quantity.SHARE) == ""
    assert ends(Bounds(0.2, math.inf), language="en", quantity=Quantity.SHARE) == ("20%", "")
    assert status_text(Status.SUPPRESSED, "en", hidden=Bounds(0, 0.031), quantity=Quantity.SHARE) == (
        "0.0 to 3.1% (suppressed)"
    )


@pytest.mark.parametrize("style", [style for style in Style if style is not Style.STATUS])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_of_a_value_without_an_upper_bound_only_the_lower_one_is_said(style, language):
    said = wording(
        value(0.5, 0.2, math.inf), style=style, language=language, quantity=Quantity.PERCENT_CHANGE
    )
    assert (
        said.text
        in {
            "en": ("at least 20%", "at least 20.0%", "more than 19%", "more than 19.5%"),
            "fr": (
                f"au moins 20{NBSP}%",
                f"au moins 20,0{NBSP}%",
                f"plus de 19{NBSP}%",
                f"plus de 19,5{NBSP}%",
            ),
        }[language]
    )


def test_a_change_that_may_be_either_way_says_so_even_without_an_upper_bound():
    said = change(value(0.5, -0.2, math.inf), language="en", quantity=Quantity.PERCENT_CHANGE)
    assert said.text == "may have risen or fallen"
    assert "inf" not in said.note.lower()
