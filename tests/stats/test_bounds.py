"""Bounds held against an oracle: all completions of small sets of cells, and drawings of larger ones."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.bounds import NOTHING, Tally, hard_bounds, sure_bounds, tally_of_cell, value_of
from stats.values import EXACT, IRCC, Bounds, Disclosure, Status

DISCLOSURES = (
    IRCC,
    EXACT,
    Disclosure(10, 1, 4),
    Disclosure(10, 1, 9),
    Disclosure(5, 1, 0),
    Disclosure(1, 1, 4),
)
LARGEST = 40


def printed(truth: int, disclosure: Disclosure) -> int | None:
    """What a publisher prints for a true number, None where it hides it. Halves round up."""
    if disclosure.hidden_from <= truth <= disclosure.hidden_to:
        return None
    return (2 * truth + disclosure.base) // (2 * disclosure.base) * disclosure.base


def completions(shown: int | None, disclosure: Disclosure) -> list[int]:
    """Every true number that is printed so; a printed zero is taken as exact."""
    if shown == 0:
        return [0]
    return [truth for truth in range(1, LARGEST + 20) if printed(truth, disclosure) == shown]


def tally_of(shown: list[int | None], disclosure: Disclosure) -> Tally:
    return sum(
        (
            tally_of_cell(number, Status.SUPPRESSED if number is None else Status.NORMAL, disclosure)
            for number in shown
        ),
        NOTHING,
    )


truths = st.lists(st.integers(0, LARGEST), max_size=4)
tallies = st.builds(
    Tally, *(st.integers(0, 10_000) for _ in range(2)), st.just(0), *(st.integers(0, 100) for _ in range(2))
)


@given(truths, st.sampled_from(DISCLOSURES))
def test_hard_bounds_are_the_least_and_the_greatest_completion(hidden_figures, disclosure):
    shown = [printed(truth, disclosure) for truth in hidden_figures]
    sums = [sum(c) for c in product(*(completions(number, disclosure) for number in shown))]
    assert hard_bounds(tally_of(shown, disclosure), disclosure) == Bounds(min(sums), max(sums))


@given(truths, st.sampled_from(DISCLOSURES))
def test_sure_bounds_are_never_wider_than_hard_ones(hidden_figures, disclosure):
    tally = tally_of([printed(truth, disclosure) for truth in hidden_figures], disclosure)
    hard, sure = hard_bounds(tally, disclosure), sure_bounds(tally, disclosure)
    assert hard.low <= sure.low <= sure.high <= hard.high


@given(
    st.integers(0, 10**6),
    st.integers(0, 5000),
    st.integers(0, 5000),
    st.sampled_from([d for d in DISCLOSURES if d.hidden_to]),
)
def test_sure_bounds_of_many_cells_stay_within_hard_ones(extra, free, hidden, disclosure):
    tally = Tally(printed=free * disclosure.base + extra, rounded=free, hidden=hidden)
    hard, sure = hard_bounds(tally, disclosure), sure_bounds(tally, disclosure)
    assert hard.low <= sure.low <= sure.high <= hard.high


@given(tallies, tallies, tallies)
def test_tallies_add_in_any_order(one, other, third):
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)
    assert one + NOTHING == one


@given(truths, truths, st.sampled_from(DISCLOSURES))
def test_hard_bounds_of_a_sum_are_the_sums_of_hard_bounds(one, other, disclosure):
    first, second = (tally_of([printed(t, disclosure) for t in part], disclosure) for part in (one, other))
    a, b = hard_bounds(first, disclosure), hard_bounds(second, disclosure)
    assert hard_bounds(first + second, disclosure) == Bounds(a.low + b.low, a.high + b.high)


@pytest.mark.parametrize("disclosure", [IRCC, Disclosure(10, 1, 4)])
@pytest.mark.parametrize("cells", [1, 10, 300, 3000])
def test_drawn_completions_lie_within_sure_bounds(disclosure, cells):
    drawn = random.Random(cells)
    shown = [disclosure.base * drawn.randint(1, 40) for _ in range(cells)]
    sure = sure_bounds(tally_of(shown, disclosure), disclosure)
    for _ in range(max(20, 6000 // cells)):
        free = sum(
            number + drawn.randint(-disclosure.below, disclosure.above)
            for number in shown
            if number != disclosure.least
        )
        low = sum(number for number in shown if number == disclosure.least)
        worst = low - shown.count(disclosure.least) * (disclosure.below - disclosure.lift_of_least)
        assert free + worst >= sure.low
        assert free + low + shown.count(disclosure.least) * disclosure.above <= sure.high


@pytest.mark.parametrize(
    ("tally", "hard"),
    [
        (Tally(145_560, rounded=790, least=225, hidden=1_392), Bounds(145_822, 152_708)),
        (Tally(63_710, rounded=566, least=219, hidden=1_384), Bounds(64_400, 70_378)),
        (Tally(327_395, rounded=3_246, least=1_112, hidden=9_136), Bounds(332_263, 370_431)),
    ],
    ids=["Ontario", "British Columbia", "Canada"],
)
def test_permits_in_2021_are_more_than_printed_cells_add_up_to(tally, hard):
    """What imp-province-noc shows for 2021: the printed sum lies below what its hidden cells must add."""
    assert hard_bounds(tally, IRCC) == hard
    assert tally.printed < hard.low < sure_bounds(tally, IRCC).low


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [(0, 0, 0), (5, 5, 7), (10, 8, 12), (1425, 1423, 1427)],
)
def test_a_printed_number_stands_for_what_rounds_to_it(number, low, high):
    assert hard_bounds(tally_of_cell(number, Status.NORMAL, IRCC), IRCC) == Bounds(low, high)


def test_a_hidden_cell_is_suppressed_with_bounds_and_never_zero_or_two():
    value = value_of(tally_of_cell(None, Status.SUPPRESSED, IRCC), IRCC)
    assert (value.number, value.status) == (None, Status.SUPPRESSED)
    assert value.hard == value.sure == Bounds(1, 4)


def test_a_sum_of_hidden_cells_and_zeros_is_suppressed():
    value = value_of(tally_of([None, 0, None], IRCC), IRCC)
    assert (value.status, value.hard) == (Status.SUPPRESSED, Bounds(2, 8))


def test_a_sum_with_a_blank_cell_is_missing():
    tally = tally_of_cell(None, Status.MISSING, IRCC) + tally_of_cell(100, Status.NORMAL, IRCC)
    assert value_of(tally, IRCC).status is Status.MISSING
    assert value_of(tally, IRCC).hard is None


def test_a_sum_of_nothing_is_a_true_zero():
    value = value_of(NOTHING, IRCC)
    assert (value.number, value.status, value.hard) == (0, Status.NORMAL, Bounds(0, 0))


def test_the_value_of_a_sum_is_what_printed_figures_add_up_to_even_outside_its_bounds():
    value = value_of(tally_of([5, *[None] * 9], IRCC), IRCC)
    assert value.number == 5
    assert value.number not in value.hard
