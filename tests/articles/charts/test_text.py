"""Widths of text, and wrapping."""

from hypothesis import given
from hypothesis import strategies as st

from articles.charts.text import ELLIPSIS, fitted, width_of, wrapped


def test_accents_are_as_wide_as_their_letters():
    assert width_of("Éàç", 10) == width_of("Eac", 10)
    assert width_of("e\u0301", 10) == width_of("é", 10)


def test_unknown_letters_are_taken_to_be_wide():
    assert width_of("漢", 100) > width_of("W", 100)


def test_wrapping():
    assert wrapped("Software engineers and designers", 140, 15) == ("Software engineers", "and designers")
    assert wrapped("Ontario", 500, 15) == ("Ontario",)


@given(st.text(max_size=80), st.floats(40, 300), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(text, width, most):
    lines = wrapped(text, width, 15, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, 15) <= width + 0.5 for line in lines)


@given(st.text(max_size=80))
def test_what_fits_is_not_cut(text):
    assert fitted(text, width_of(text, 12), 12) == text


def test_what_is_cut_says_so():
    assert fitted("Newfoundland and Labrador", 60, 15).endswith(ELLIPSIS)
