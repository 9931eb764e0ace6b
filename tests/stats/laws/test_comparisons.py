"""Comparisons that a sentence makes with certainty are true in every completion of what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.numbers import Quantity, Style, change, wording
from stats.periods import month
from stats.values import Status
from tests.stats.laws.oracle import publications

WHERE = st.sampled_from([{}, {"province": "ON"}, {"category": "eco"}])
NOW, THEN = (month(2023, 2),), (month(2022, 2),)


@given(publications(), WHERE)
def test_what_rose_or_fell_did_so_whatever_is_hidden(published, where):
    value = published.cube.ask(where=where, period="2023-02", measure="change").figure.value
    said = change(value, language="en", bounds="hard").text
    now, then = (published.sum_of(where, months) for months in (NOW, THEN))
    moves = [now(world) - then(world) for world in published.worlds()]
    if said.startswith("rose"):
        assert min(moves) > 0
    elif said.startswith("fell"):
        assert max(moves) < 0
    elif said == "did not change":
        assert set(moves) == {0}
    elif value.status is Status.NORMAL:
        assert min(moves) <= 0 <= max(moves)


MULTIPLES = {"twice": 2, "three times": 3, "four times": 4, "five times": 5}


@given(publications(largest=60), st.sampled_from([Style.IN_WORDS, Style.MORE_THAN, Style.NEARLY]))
def test_a_multiple_in_words_is_one_whatever_is_hidden(published, style):
    question = {"measure": "ratio", "against": {"period": "previous"}, "period": "2023-02"}
    value = published.cube.ask(**question).figure.value
    if value.hard is None or value.hard.high == float("inf"):
        return
    said = wording(value, style=style, language="en", quantity=Quantity.RATIO, bounds="hard").text
    now, then = published.sum_of({}, NOW), published.sum_of({}, (month(2023, 1),))
    times = [now(world) / then(world) for world in published.worlds() if then(world)]
    for word, size in MULTIPLES.items():
        if said == word:
            assert all(round(number) == size for number in times)
    if said.startswith("more than double"):
        assert min(times) > 2
    if said.startswith("nearly double"):
        assert max(times) < 2


@given(publications())
def test_a_majority_is_one_whatever_is_hidden(published):
    value = published.cube.ask(where={"province": "ON"}, period="2023-02", measure="share").figure.value
    if value.hard is None:
        return
    said = wording(value, style=Style.MORE_THAN, language="en", quantity=Quantity.SHARE, bounds="hard").text
    part, whole = (published.sum_of(where, NOW) for where in ({"province": "ON"}, {}))
    shares = [part(world) / whole(world) for world in published.worlds() if whole(world)]
    if said.startswith("more than"):
        assert min(shares) > stated_in(said)


def stated_in(said):
    """The share that a wording names."""
    words = {"half": 1 / 2, "a third": 1 / 3, "a quarter": 1 / 4, "two thirds": 2 / 3}
    number = said.removeprefix("more than ")
    if number.endswith("%"):
        return float(number[:-1]) / 100
    return next((size for word, size in words.items() if number == word), -1)


def test_the_words_that_are_looked_for_are_said():
    assert stated_in("more than 40%") == pytest.approx(0.4)
