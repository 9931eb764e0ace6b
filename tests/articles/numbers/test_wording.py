"""Wordings: a table of cases in both languages, and the laws that hold for every value."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.numbers import DESCRIPTIONS, NBSP, Quantity, Style, Wording, wording
from articles.numbers.styles import OFFERED
from articles.numbers.wording import FALLBACKS
from stats.values import MISSING, NOT_APPLICABLE, Bounds, Status, Value

CASES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def _value(printed: str, possible: str) -> Value:
    number = None if printed == "--" else float(printed)
    low, high = (number, number) if possible == "exact" else map(float, possible.split(" to "))
    bounds = Bounds(low, high)
    return Value(number, Status.SUPPRESSED if number is None else Status.NORMAL, bounds, bounds)


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_case(case):
    quantity, printed, possible, style, used, english, french = case
    value = _value(printed, possible)
    for language, text in (("en", english.replace("~", NBSP)), ("fr", french.replace("~", NBSP))):
        said = wording(value, style=Style(style), language=language, quantity=Quantity(quantity))
        assert said.text == text
        assert said.style_used == (used or style)
        if quantity != "rank":
            assert bool(said.note) == bool(used and used != "status")


def test_there_are_enough_cases():
    assert len(CASES) >= 150


@st.composite
def values(draw):
    low = draw(st.integers(1, 10**7))
    high = low + draw(st.integers(0, 10**6))
    number = draw(st.integers(max(0, low - 100), high + 100))
    return Value(number, Status.NORMAL, Bounds(low, high), Bounds(low, high))


def _numbers_in(said: Wording) -> list[int]:
    text = said.text.replace(",", "")
    return [int(word) for word in text.replace("–", " ").split() if word.isdigit()]


@given(
    value=values(), style=st.sampled_from([s for s in OFFERED if s not in (Style.ORDINAL, Style.IN_WORDS)])
)
def test_what_is_said_is_true_of_every_possible_value(value, style):
    said = wording(value, style=style, language="en")
    low, high = value.sure.low, value.sure.high
    numbers = _numbers_in(said)
    match said.style_used:
        case Style.MORE_THAN:
            assert numbers[0] < low
        case Style.AT_LEAST:
            assert numbers[0] <= low
        case Style.FEWER_THAN | Style.NEARLY:
            assert numbers[0] > high
        case Style.AT_MOST:
            assert numbers[0] >= high
        case Style.BETWEEN | Style.RANGE:
            assert numbers[0] <= low
            assert numbers[-1] >= high
        case Style.ABOUT:
            assert max(high - numbers[0], numbers[0] - low) <= 0.1 * numbers[0]
        case Style.PRINTED:
            assert low <= numbers[0] <= high


@given(value=values(), style=st.sampled_from(OFFERED), language=st.sampled_from(["en", "fr"]))
def test_every_style_finds_words_and_says_when_they_are_others(value, style, language):
    said = wording(value, style=style, language=language)
    assert said.text
    assert bool(said.note) == (said.style_used is not style)


@given(share=st.floats(0, 1), width=st.floats(0, 0.2))
def test_more_than_half_is_said_only_above_half(share, width):
    bounds = Bounds(share, min(1, share + width))
    value = Value(share, Status.NORMAL, bounds, bounds)
    said = wording(value, style=Style.IN_WORDS, language="en", quantity=Quantity.SHARE)
    if said.text == "more than half":
        assert bounds.low > 0.5
    if said.text == "half":
        assert bounds.low >= 0.495
        assert bounds.high < 0.505


@given(ratio=st.floats(0.1, 12), width=st.floats(0, 1))
def test_twice_is_said_only_if_the_whole_interval_rounds_to_two(ratio, width):
    bounds = Bounds(ratio, ratio + width)
    value = Value(ratio, Status.NORMAL, bounds, bounds)
    said = wording(value, style=Style.IN_WORDS, language="en", quantity=Quantity.RATIO)
    if said.text == "twice":
        assert round(bounds.low, 1) == round(bounds.high, 1) == 2
    if said.text == "more than double":
        assert bounds.low > 2


def test_hard_bounds_decide_where_they_are_told_to():
    value = Value(520, Status.NORMAL, hard=Bounds(300, 700), sure=Bounds(510, 530))
    assert wording(value, style=Style.MORE_THAN, language="en").text == "more than 500"
    assert wording(value, style=Style.AT_LEAST, language="en", bounds="hard").text == "at least 300"


def test_a_value_without_bounds_is_exact():
    assert wording(Value(7, Status.NORMAL), style=Style.IN_WORDS, language="en").text == "seven"


@pytest.mark.parametrize("style", OFFERED)
def test_what_is_not_known_is_never_a_number(style):
    assert wording(MISSING, style=style, language="en") == Wording("not available", Style.STATUS)
    assert wording(NOT_APPLICABLE, style=style, language="fr") == Wording("sans objet", Style.STATUS)


def test_the_note_names_both_styles_and_what_is_possible():
    value = Value(145_560, Status.NORMAL, sure=Bounds(145_822, 152_708))
    said = wording(value, style=Style.PRINTED, language="en")
    assert said.note == (
        "“as printed” would say more than the figures support (145,822–152,708); “about” is used instead."
    )
    assert said.note != wording(value, style=Style.PRINTED, language="en", note_language="fr").note


def test_places_that_cannot_be_told_apart_are_noted():
    value = Value(4, Status.NORMAL, sure=Bounds(4, 5))
    said = wording(value, style=Style.ORDINAL, language="en", quantity=Quantity.RANK)
    assert said == Wording("4th or 5th", Style.ORDINAL, "The figures do not tell these places apart.")


def test_every_style_is_described_and_every_fallback_ends_in_truth():
    assert set(DESCRIPTIONS) == set(Style)
    assert {chain[-1] for chain in FALLBACKS.values()} <= {Style.BETWEEN, Style.AT_MOST}
