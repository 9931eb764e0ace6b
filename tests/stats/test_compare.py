"""Comparison: nothing between a state and itself; what is written turns the first state into the second."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from stats.codebook import Coverage, spans_of
from stats.compare import compare
from stats.periods import Period, month, span
from stats.values import Status

SERIES = range(1, 5)
PATTERNS = {1: "M", 2: "M", 3: "M", 4: "T"}
MONTHS = tuple(span(month(2024, 1), month(2024, 6)))
YEAR = Period.parse("2024-to-06")
CELLS = st.sampled_from([0, 5, 10, None])
SCHEMA = {"series": pl.Int64, "period": pl.Int32, "value": pl.Int64, "status": pl.Int8}
keys = st.tuples(st.sampled_from(SERIES), st.sampled_from((*MONTHS, YEAR)))
states = st.dictionaries(keys, CELLS, max_size=20)


def frame(state, *, zeros):
    rows = [
        (series, period.code, number, int(Status.SUPPRESSED if number is None else Status.NORMAL))
        for (series, period), number in state.items()
        if zeros or number != 0
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def coverage(months, patterns=frozenset({"M", "T"})):
    return Coverage(spans_of((*months, YEAR)), patterns)


def difference(one, other, *, before=MONTHS, now=MONTHS, absent_is_zero=True):
    return compare(
        frame(one, zeros=False),
        frame(other, zeros=True),
        before=coverage(before),
        now=coverage(now),
        patterns=PATTERNS,
        known_series=frozenset(SERIES),
        absent_was_zero=True,
        absent_is_zero=absent_is_zero,
    )


def told(state):
    return {key: number for key, number in state.items() if number != 0}


def applied(state, found):
    """The open cells after what is to be written was written."""
    after = {(series, period.code): number for (series, period), number in told(state).items()}
    for key in found.closes.iter_rows():
        del after[key]
    for series, period, number, _ in found.inserts.iter_rows():
        assert (series, period) not in after
        after[series, period] = number
    return after


@given(states)
def test_a_state_does_not_differ_from_itself(state):
    found = difference(state, state)
    assert not found.differs
    assert found.inserts.is_empty()
    assert found.closes.is_empty()
    assert found.cells.new == found.cells.revised == found.cells.removed == 0


@given(states, states)
def test_writing_the_difference_turns_the_first_state_into_the_second(one, other):
    found = difference(one, other)
    assert applied(one, found) == {(s, p.code): n for (s, p), n in told(other).items()}


@given(states, states)
def test_there_is_no_difference_where_both_say_the_same(one, other):
    assert difference(one, other).differs == (told(one) != told(other))


@given(states, states)
def test_the_difference_back_undoes_the_difference(one, other):
    there, back = difference(one, other), difference(other, one)
    assert there.cells.revised == back.cells.revised
    pairs = {(s, p): (old, new) for s, p, old, _, new, _ in there.revised.iter_rows()}
    turned = {(s, p): (new, old) for s, p, old, _, new, _ in back.revised.iter_rows()}
    assert pairs == turned


@given(states, states, st.integers(0, 6))
def test_counts_add_up_to_the_cells_that_either_says(one, other, last):
    before = MONTHS[:last]
    one = {(s, p): n for (s, p), n in one.items() if p in before or p == YEAR}
    found = difference(one, other, before=before)
    cells, totals = found.cells, found.totals
    counted = sum((cells.new, cells.revised, cells.removed, cells.unchanged))
    counted += sum((totals.new, totals.revised, totals.removed, totals.unchanged))
    assert counted == len({*told(one), *other})
    assert cells.new + totals.new == found.new.height
    assert found.new.height == len([1 for (_, p) in other if p not in before and p != YEAR])


@given(states, st.integers(1, 6))
def test_a_cell_that_is_not_printed_any_more_is_removed_where_absence_is_no_zero(state, last):
    kept = {(s, p): n for (s, p), n in state.items() if p in MONTHS[:last]}
    found = difference(state, kept, absent_is_zero=False)
    gone = {key for key in told(state) if key not in kept}
    assert found.removed.height == len(gone)
    assert found.closes.height == len(gone)
    assert found.inserts.is_empty()


def test_zero_and_hidden_are_different():
    key = (1, MONTHS[0])
    found = difference({key: 0}, {key: None})
    assert found.cells.revised == 1
    assert found.revised.row(0) == (1, MONTHS[0].code, 0, Status.NORMAL, None, Status.SUPPRESSED)


def test_periods_outside_what_the_file_covers_are_left_alone():
    """A file that begins later says nothing about earlier months."""
    found = difference({(1, MONTHS[0]): 5}, {(1, MONTHS[3]): 5}, now=MONTHS[3:])
    assert found.closes.is_empty()
    assert found.cells.removed == 0
