"""Digits, signs and units in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.numbers import number, percent, percentage_points, range_of, times
from articles.numbers.digits import rounded


def shown(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "?")


@pytest.mark.parametrize(
    ("x", "decimals", "english", "french"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (1234.5, 1, "1,234.5", "1~234,5"),
        (1234567, 0, "1,234,567", "1~234~567"),
        (-1234.5, 1, "−1,234.5", "−1~234,5"),
        (-0.04, 1, "0.0", "0,0"),
        (0.25, 1, "0.3", "0,3"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "−3", "−3"),
        (1.005, 2, "1.01", "1,01"),
        (680965, -3, "681,000", "681~000"),
    ],
)
def test_number(x, decimals, english, french):
    assert number(x, "en", decimals) == english
    assert shown(number(x, "fr", decimals)) == french


def test_percent():
    assert percent(0.401, "en") == "40.1%"
    assert shown(percent(0.401, "fr")) == "40,1~%"
    assert percent(0.29, "en", 0) == "29%"


@pytest.mark.parametrize(
    ("x", "decimals", "english", "french"),
    [
        (0.01, 0, "1 percentage point", "1 point de pourcentage"),
        (0.015, 1, "1.5 percentage points", "1,5 point de pourcentage"),
        (0.02, 0, "2 percentage points", "2 points de pourcentage"),
        (-0.031, 1, "−3.1 percentage points", "−3,1 points de pourcentage"),
    ],
)
def test_percentage_points(x, decimals, english, french):
    assert percentage_points(x, "en", decimals) == english
    assert percentage_points(x, "fr", decimals) == french


def test_times_and_ranges():
    assert shown(times(2.3, "en")) == "2.3~times"
    assert shown(times(2.3, "fr")) == "2,3~fois"
    assert shown(range_of(1401, 1449, "fr")) == "1~401–1~449"
    assert range_of(-5, 5, "en") == "−5 to 5"
    assert range_of(7, 7, "en") == "7"


@given(st.integers(-(10**12), 10**12), st.sampled_from(["en", "fr"]))
def test_a_printed_whole_number_reads_back(x, language):
    text = number(x, language).replace("−", "-").replace(",", "").replace("\u00a0", "")
    assert int(text) == x


@given(st.floats(-1e9, 1e9), st.integers(-4, 3))
def test_rounding_moves_a_number_by_half_a_unit_at_most(x, decimals):
    assert abs(float(rounded(x, decimals)) - x) <= 0.5 * 10**-decimals * (1 + 1e-9)
