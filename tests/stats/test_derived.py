"""What follows from two sums, held against every completion of three small sets of cells."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats import derived
from stats.bounds import NOTHING, Tally, tally_of_cell
from stats.values import IRCC, MISSING, NOT_APPLICABLE, Bounds, Status
from tests.stats.laws.oracle import DISCLOSURES, kept, printed, truths_of

truths = st.lists(st.integers(0, 25), max_size=2)


def tally_of(cells, disclosure):
    status = {None: Status.SUPPRESSED}
    return sum((tally_of_cell(n, status.get(n, Status.NORMAL), disclosure) for n in cells), NOTHING)


@st.composite
def three_sums(draw):
    """Cells of x, y and z as printed, with their rule."""
    disclosure = draw(st.sampled_from(DISCLOSURES))
    sums = [[printed(t, disclosure) for t in draw(truths) if kept(t, disclosure)] for _ in range(3)]
    return disclosure, sums


def worlds(disclosure, sums):
    """Every (x, y, z) that prints the same."""
    each = [{sum(world) for world in product(*(truths_of(n, disclosure) for n in cells))} for cells in sums]
    return list(product(*each))


@given(three_sums())
def test_a_difference_is_exactly_as_wide_as_its_completions(drawn):
    disclosure, sums = drawn
    x, y, z = (tally_of(cells, disclosure) for cells in sums)
    found = derived.difference(x + z, y + z, disclosure, common=z)
    reached = [one - two for one, two, _ in worlds(disclosure, sums)]
    assert found.hard == Bounds(min(reached), max(reached))
    assert found.hard.low <= found.sure.low <= found.sure.high <= found.hard.high


@given(three_sums())
def test_a_quotient_is_as_wide_as_its_completions_where_nothing_is_divided_by_zero(drawn):
    disclosure, sums = drawn
    x, y, z = (tally_of(cells, disclosure) for cells in sums)
    found = derived.ratio(x + z, y + z, disclosure, common=z)
    every = worlds(disclosure, sums)
    reached = [(one + both) / (two + both) for one, two, both in every if two + both]
    if not reached:
        assert found == NOT_APPLICABLE
        return
    assert found.hard.low == min(reached)
    assert found.hard.high == (max(reached) if len(reached) == len(every) else found.hard.high)
    assert max(reached) <= found.hard.high
    assert found.hard.low <= found.sure.low <= found.sure.high <= found.hard.high


@given(three_sums())
def test_a_share_is_exactly_as_wide_as_its_completions(drawn):
    disclosure, (part, rest, _) = drawn
    found = derived.share(tally_of(part, disclosure), tally_of(rest, disclosure), disclosure)
    reached = [z / (y + z) for z, y, _ in worlds(disclosure, [part, rest, []]) if y + z]
    if reached:
        assert (found.hard.low, found.hard.high) == (min(reached), max(reached))
        assert 0 <= found.hard.low <= found.hard.high <= 1


@given(three_sums())
def test_a_contribution_is_exactly_as_wide_as_its_completions(drawn):
    disclosure, sums = drawn
    now, before, rest = (tally_of(cells, disclosure) for cells in sums)
    found = derived.contribution(now, before, before + rest, disclosure, contained=True)
    every = worlds(disclosure, sums)
    reached = [(a - b) / (b + r) for a, b, r in every if b + r]
    if not reached:
        assert found == NOT_APPLICABLE
    elif len(reached) == len(every):
        assert (found.hard.low, found.hard.high) == (min(reached), max(reached))
    else:
        assert min(reached) in found.hard
        assert max(reached) in found.hard


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_contributions_of_exact_parts_add_up_to_the_percent_change_of_the_whole(now, before, rest):
    def exact(n):
        return Tally(n * 5, 0)

    if before + rest == 0:
        return
    whole = exact(before + rest)
    parts = [
        derived.contribution(exact(now), exact(before), whole, IRCC, contained=True),
        derived.contribution(exact(1), exact(rest), whole, IRCC, contained=True),
    ]
    change = derived.percent_change(exact(now + 1), whole, IRCC)
    assert sum(part.number for part in parts) == pytest.approx(change.number)


def test_a_blank_cell_leaves_nothing_to_say():
    blank, known = Tally(blank=1), Tally(100, 1)
    assert derived.difference(blank, known, IRCC) == MISSING
    assert derived.ratio(known, blank, IRCC) == MISSING
    assert derived.contribution(known, known, blank, IRCC, contained=False) == MISSING


def test_by_what_may_be_zero_there_is_no_upper_bound():
    found = derived.ratio(Tally(100, 1), Tally(0, 0, 0, 0), IRCC)
    assert found == NOT_APPLICABLE
    found = derived.percent_change(Tally(100, 1), Tally(hidden=1), IRCC)
    assert (found.number, found.status) == (None, Status.SUPPRESSED)
    assert found.hard.high == 101
    assert math.isfinite(derived.index(Tally(100, 1), Tally(50, 1), IRCC).hard.high)


def test_a_part_of_a_stated_whole_is_no_more_than_it():
    found = derived.ratio(Tally(100, 1), Tally(100, 1), IRCC, inside=True)
    assert (found.number, found.hard.high) == (1, 1)
    assert derived.difference(Tally(100, 1), Tally(100, 1), IRCC, inside=True).hard.high == 0
