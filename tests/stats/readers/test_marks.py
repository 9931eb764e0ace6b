"""Printed cells become numbers with a status, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.readers.marks import Unreadable, as_text, figures, number
from stats.values import Status


@given(
    st.integers(0, 10**14), st.sampled_from([",", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", ""])
)
def test_a_number_reads_the_same_with_any_thousands_separator(n, separator):
    assert number(f"{n:,}".replace(",", separator)) == (n, Status.NORMAL)


@pytest.mark.parametrize("text", ["--", " -- ", "- -", "—", "––"])
def test_two_dashes_are_suppressed(text):
    assert number(text) == (None, Status.SUPPRESSED)


@pytest.mark.parametrize("text", ["", "  ", "\N{NO-BREAK SPACE}"])
def test_nothing_is_missing(text):
    assert number(text) == (None, Status.MISSING)


@pytest.mark.parametrize(
    "text",
    [
        "n/a",
        "x",
        "-5",
        "(5)",
        "-",
        "1,08",
        "10,85",
        "12.5",
        "1e3",
        "5*",
        "9" * 16,
        "½",
        "٣٣٣",
        "5.000",
        "1.085",
        "1,085 000",
    ],
)
def test_other_marks_are_refused_with_what_would_be_accepted(text):
    with pytest.raises(ValueError, match="a whole number such as 1,085, the mark --") as caught:
        number(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    ("cell", "text"), [(2015.0, "2015"), (12.5, "12.5"), (" 5 ", "5"), (None, ""), (True, "True"), (7, "7")]
)
def test_cells_of_a_sheet_as_text(cell, text):
    assert as_text(cell) == text


def test_many_cells_keep_their_order():
    frame = figures(["5", "--", "", "0", "5", "1,085"])
    assert frame["number"].to_list() == [5, None, None, 0, 5, 1085]
    assert frame["status"].to_list() == [0, 1, 2, 0, 0, 0]


def test_the_first_cell_that_is_no_figure_is_named_by_its_index():
    with pytest.raises(Unreadable, match="'n/a' is not a figure") as caught:
        figures(["5", "0", "n/a", "n/a"])
    assert caught.value.index == 2
