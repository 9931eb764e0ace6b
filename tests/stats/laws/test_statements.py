"""Statements say what is true in every completion, or that another truth is possible; held to all of them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats import statements
from stats.periods import month
from stats.values import MISSING, Bounds, Status, Value
from tests.stats.cubes import Cube
from tests.stats.laws.oracle import MONTHS, publications

LOWEST = st.integers(0, 6)


@st.composite
def values(draw):
    """A whole number with bounds, sometimes without a number, and its number sometimes outside of them."""
    low = draw(LOWEST)
    bounds = Bounds(low, low + draw(st.integers(0, 3)))
    number = draw(st.none() | st.integers(int(bounds.low), int(bounds.high)) | st.integers(0, 9))
    return Value(number, Status.SUPPRESSED if number is None else Status.NORMAL, bounds, bounds)


series = st.lists(values(), min_size=1, max_size=5)


def worlds(figures):
    return list(product(*(range(int(v.hard.low), int(v.hard.high) + 1) for v in figures)))


def first(numbers, holds):
    return next((i for i, number in enumerate(numbers) if holds(number)), None)


def last(numbers, holds):
    return next((i for i in reversed(range(len(numbers))) if holds(numbers[i])), None)


def since(numbers, reaches):
    return last(numbers[:-1], lambda number: reaches(number, numbers[-1]))


def in_a_row(numbers, further):
    count = 0
    while count + 1 < len(numbers) and further(numbers[-2 - count], numbers[-1 - count]):
        count += 1
    return count


@given(series, LOWEST)
def test_the_first_and_the_last_time(figures, threshold):
    cases = [
        (statements.first_above, first, lambda n: n > threshold),
        (statements.first_below, first, lambda n: n < threshold),
        (statements.last_above, last, lambda n: n > threshold),
        (statements.last_below, last, lambda n: n < threshold),
    ]
    for say, brute, holds in cases:
        found = say(figures, threshold, "hard")
        assert set(found.possible) == {brute(world, holds) for world in worlds(figures)}
        printed = [v.number for v in figures]
        assert found.index == brute(printed, lambda n, holds=holds: n is not None and holds(n))
        assert (found.verdict == "certain") == (set(found.possible) == {found.index})


@given(series)
def test_the_highest_and_the_lowest_since(figures):
    highest, lowest = statements.highest_since(figures, "hard"), statements.lowest_since(figures, "hard")
    assert set(highest.possible) == {since(world, lambda n, now: n >= now) for world in worlds(figures)}
    assert set(lowest.possible) == {since(world, lambda n, now: n <= now) for world in worlds(figures)}


@given(series)
def test_how_often_in_a_row_it_rose_or_fell(figures):
    for say, further in ((statements.rises, lambda a, b: a < b), (statements.falls, lambda a, b: a > b)):
        found = say(figures, "hard", whole=True)
        counts = [in_a_row(world, further) for world in worlds(figures)]
        assert (found.bounds.low, found.bounds.high) == (min(counts), max(counts))
        assert (found.verdict == "certain") == (set(counts) == {found.number})


@given(series)
def test_what_is_no_whole_number_rises_wherever_it_can(figures):
    """Between two whole numbers there is room for a rise of any length, so no fewer can be possible."""
    wide, narrow = (statements.rises(figures, "hard", whole=whole).bounds for whole in (False, True))
    assert wide.low <= narrow.low
    assert narrow.high <= wide.high


@given(series)
def test_the_place_of_the_last_period(figures):
    for say, beats in (
        (statements.highest_place, lambda a, b: a > b),
        (statements.lowest_place, lambda a, b: a < b),
    ):
        found = say(figures, "hard")
        ranks = [1 + sum(beats(n, world[-1]) for n in world[:-1]) for world in worlds(figures)]
        assert (found.bounds.low, found.bounds.high) == (min(ranks), max(ranks))


@given(series, series)
def test_a_gap_ends_a_row_and_has_no_place(figures, before):
    with_gap = [*before, MISSING, *figures]
    for say in (statements.rises, statements.falls):
        assert say(with_gap, "hard", whole=True) == say(figures, "hard", whole=True)
    for say in (statements.highest_place, statements.lowest_place):
        assert say([*figures, MISSING], "hard").number is None


def test_nothing_is_said_of_nothing():
    assert statements.highest_since([MISSING], "hard").possible == ()
    assert statements.rises([MISSING], "hard", whole=True).verdict == "no"
    assert statements.first_above([], 5, "hard").possible == (None,)


SAYS = ["rises", "falls", "highest_since", "lowest_since", "highest_place", "lowest_place"]


@given(publications(), st.sampled_from(SAYS), st.sampled_from([{}, {"province": "ON"}]))
def test_a_question_says_what_is_true_of_its_series(published, says, where):
    answer = published.cube.ask(
        kind="statement", says=says, where=where, period={"from": "2023-01", "to": "2023-03"}, deciding="hard"
    )
    months = [column.period.answered for column in answer.columns]
    assert months == list(MONTHS[12:15])
    figures = [published.sum_of(where, (m,)) for m in months]
    results = {tuple(number(world) for number in figures) for world in published.worlds()}
    brute = {
        "rises": lambda w: in_a_row(w, lambda a, b: a < b),
        "falls": lambda w: in_a_row(w, lambda a, b: a > b),
        "highest_since": lambda w: since(w, lambda n, now: n >= now),
        "lowest_since": lambda w: since(w, lambda n, now: n <= now),
        "highest_place": lambda w: 1 + sum(n > w[-1] for n in w),
        "lowest_place": lambda w: 1 + sum(n < w[-1] for n in w),
    }[says]
    outcomes = {brute(world) for world in results}
    if "since" in says:
        possible = {p and months.index(p.answered) for p in answer.possible}
        assert possible == outcomes
    else:
        assert (answer.number.hard.low, answer.number.hard.high) == (min(outcomes), max(outcomes))
    if answer.verdict == "certain":
        assert len(outcomes) == 1


@pytest.mark.parametrize(("number", "said"), [(20, "2023-02"), (60, None)])
def test_the_first_time_above_a_number_is_a_period_or_never(number, said):
    cells = {(("ON", "oth"), month(2023, n)): 15 * n for n in (1, 2, 3)}
    answer = Cube(cells, MONTHS).ask(
        kind="statement", says={"first_above": number}, period={"from": "2023-01", "to": "2023-03"}
    )
    assert answer.as_json()["verdict"] == "certain"
    assert (answer.period and str(answer.period.answered)) == said
    assert len(answer.as_json()["cells"]) == 3
