"""Rankings: competition ranks, ties, what has no number, and which neighbours can be told apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.answers import Figure, Made, Origin
from stats.assembly import ranked
from stats.bounds import NOTHING, tally_of_cell, value_of
from stats.codebook import Member
from stats.labels import Label
from stats.periods import month
from stats.values import IRCC, MISSING, Status
from tests.stats.cubes import Cube
from tests.stats.laws.oracle import publications

MEMBERS = [Member(n, f"m{n}", Label(f"Member {n}")) for n in range(12)]
sums = st.lists(st.sampled_from([0, 5, 10, 15, 1410, 1425, None]), max_size=4)


def figure(cells):
    tallies = (tally_of_cell(n, Status.SUPPRESSED if n is None else Status.NORMAL, IRCC) for n in cells)
    return Figure(value_of(sum(tallies, NOTHING), IRCC), Made(Origin.SUM))


def figures(rows):
    return [(member, figure(cells)) for member, cells in zip(MEMBERS, rows, strict=False)]


@given(st.lists(sums, max_size=12))
def test_ranks_count_those_that_are_larger(rows):
    given_figures = figures(rows)
    numbers = [f.value.number for _, f in given_figures if f.value.number is not None]
    for row in ranked(given_figures, deciding="sure"):
        number = row.figure.value.number
        if number is None:
            assert (row.rank, row.tied) == (None, False)
        else:
            assert row.rank == 1 + sum(other > number for other in numbers)
            assert row.tied == (numbers.count(number) > 1)


@given(st.lists(sums, max_size=12))
def test_every_member_is_there_once_and_those_without_a_number_come_last(rows):
    found = ranked(figures(rows), deciding="sure")
    assert sorted(row.member.code for row in found) == sorted(m.code for m in MEMBERS[: len(rows)])
    hidden = [row.rank is None for row in found]
    assert hidden == sorted(hidden)


@given(st.lists(sums, max_size=12), st.randoms())
def test_the_order_in_which_members_come_matters_only_among_equals(rows, chance):
    one = figures(rows)
    other = list(one)
    chance.shuffle(other)
    ways = [
        {row.member.code: (row.rank, row.tied) for row in ranked(way, deciding="sure")}
        for way in (one, other)
    ]
    assert ways[0] == ways[1]


@given(st.lists(sums, max_size=12), st.sampled_from(["sure", "hard"]))
def test_neighbours_are_told_apart_exactly_where_their_bounds_do_not_meet(rows, deciding):
    found = ranked(figures(rows), deciding=deciding)
    for row, after in pairwise(found):
        one, other = (getattr(r.figure.value, deciding) for r in (row, after))
        assert row.distinguishable == (one.low > other.high)
        if row.rank is not None and row.rank == after.rank:
            assert not row.distinguishable or one != other
    assert [row.distinguishable for row in found[-1:]] == [None] * bool(found)


def test_what_is_missing_is_never_told_apart():
    found = ranked(
        [(MEMBERS[0], figure([500])), (MEMBERS[1], Figure(MISSING, Made(Origin.STATED)))], deciding="sure"
    )
    assert [(row.rank, row.distinguishable) for row in found] == [(1, False), (None, None)]


def test_ties_share_a_rank_and_the_next_one_is_passed_over():
    cells = {
        (("ON", "oth"), month(2024, 1)): 10,
        (("QC", "oth"), month(2024, 1)): 10,
        (("NS", "oth"), month(2024, 1)): 5,
    }
    answer = Cube(cells, (month(2024, 1),)).ask(kind="ranking", over="province", period="2024-01", exclude=[])
    assert [(row.rank, row.tied) for row in answer.rows] == [(1, True), (1, True), (3, False)]


@pytest.mark.parametrize("top", [1, 2, 3, 10])
def test_the_first_rows_are_those_of_the_whole_ranking(top):
    cells = {(("ON", "oth"), month(2024, 1)): 10, (("QC", "oth"), month(2024, 1)): 10}
    cube = Cube(cells, (month(2024, 1),))
    whole = cube.ask(kind="ranking", over="province", period="2024-01", exclude=[])
    some = cube.ask(kind="ranking", over="province", period="2024-01", exclude=[], top=top)
    assert some.rows == whole.rows[:top]
    assert some.count == 3


def test_a_table_says_how_many_rows_it_left_away():
    cube = Cube({}, (month(2024, 1),))
    table = cube.ask(kind="table", over="province", period="2024-01", top=1)
    assert (len(table.rows), table.cropped) == (1, 2)


@given(publications(), st.sampled_from(["value", "share", "change"]), st.integers(1, 4))
def test_a_short_ranking_is_the_beginning_of_the_long_one(published, measure, top):
    question = {"kind": "ranking", "over": "province", "period": "2023", "measure": measure}
    long, short = published.cube.ask(**question), published.cube.ask(top=top, **question)
    assert short.rows == long.rows[:top]
    assert short.count == long.count
