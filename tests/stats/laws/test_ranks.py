"""Ranks hold in every completion, and what is told apart never turns round."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.periods import Period
from stats.questions import QuestionError
from tests.stats.laws.oracle import MONTHS, publications

OVER = st.sampled_from(["province", "category"])
PERIODS = st.sampled_from(["2023", "2023-02"])
MEMBERS = {"province": ["ON", "QC", "NS"], "category": ["eco", "fam", "oth"]}


def months_of(period):
    return tuple(m for m in Period.parse(period).months if m in MONTHS)


def ranks(published, over, months):
    """For every world, the rank of each member."""
    sums = {code: published.sum_of({over: code}, months) for code in MEMBERS[over]}
    for world in published.worlds():
        numbers = {code: number(world) for code, number in sums.items()}
        yield {code: 1 + sum(n > numbers[code] for n in numbers.values()) for code in numbers}


@given(publications(), OVER, PERIODS)
def test_the_bounds_of_a_rank_are_the_best_and_the_worst_of_all_completions(published, over, period):
    found = list(ranks(published, over, months_of(period)))
    for code in MEMBERS[over]:
        answer = published.cube.ask(measure="rank", over=over, where={over: code}, period=period, exclude=[])
        reached = [world[code] for world in found]
        hard = answer.figure.value.hard
        assert (hard.low, hard.high) == (min(reached), max(reached))
        assert hard.low <= answer.figure.value.sure.low <= answer.figure.value.sure.high <= hard.high
        assert answer.among == len(MEMBERS[over])


@given(publications(), OVER, PERIODS)
def test_the_bounds_of_places_gained_hold_in_all_completions(published, over, period):
    months = months_of(period)
    before = tuple(m.year_before for m in months)
    moves = [
        {code: then[code] - now[code] for code in now}
        for now, then in zip(ranks(published, over, months), ranks(published, over, before), strict=True)
    ]
    ranking = published.cube.ask(
        kind="ranking", over=over, period=period, exclude=[], against={"period": "year_before"}
    )
    for row in ranking.rows:
        answer = published.cube.ask(
            measure="rank_change", over=over, where={over: row.member.code}, period=period, exclude=[]
        )
        assert all(move[row.member.code] in answer.figure.value.hard for move in moves)
        assert answer.figure.value == row.movement.gained
        assert answer.compared.figure.value == row.movement.before


@given(publications(), OVER, PERIODS, st.sampled_from(["value", "share", "percent_change"]))
def test_neighbours_that_are_told_apart_never_turn_round(published, over, period, measure):
    ranking = published.cube.ask(
        kind="ranking", over=over, period=period, measure=measure, exclude=[], deciding="hard"
    )
    months = months_of(period)
    before = tuple(m.year_before for m in months)
    for one, two in pairwise(ranking.rows):
        if not one.distinguishable:
            continue
        now = [published.sum_of({over: row.member.code}, months) for row in (one, two)]
        then = [published.sum_of({over: row.member.code}, before) for row in (one, two)]
        for world in published.worlds():
            first, second = (number(world) for number in now)
            if measure != "percent_change":
                assert first > second
            elif all(number(world) for number in then):
                assert first / then[0](world) > second / then[1](world)


@given(publications(), OVER, PERIODS, st.integers(1, 3))
def test_the_coverage_of_the_listed_rows_is_their_share_of_all(published, over, period, top):
    ranking = published.cube.ask(kind="ranking", over=over, period=period, top=top)
    months = months_of(period)
    listed = published.sum_of({over: [row.member.code for row in ranking.rows]}, months)
    every = published.sum_of({}, months)
    shares = [listed(world) / every(world) for world in published.worlds() if every(world)]
    if not shares:
        assert ranking.coverage.status.slug == "not_applicable"
        return
    assert ranking.coverage.hard.low == pytest.approx(min(shares))
    assert ranking.coverage.hard.high == pytest.approx(max(shares))


@given(publications(), OVER, PERIODS, st.integers(1, 40))
def test_a_row_that_is_not_marked_as_small_is_never_small(published, over, period, threshold):
    ranking = published.cube.ask(
        kind="ranking", over=over, period=period, small_below=threshold, exclude=[], deciding="hard"
    )
    for row in ranking.rows:
        number = published.sum_of({over: row.member.code}, months_of(period))
        assert row.small is any(number(world) < threshold for world in published.worlds())


@pytest.mark.parametrize(
    ("question", "path", "said"),
    [
        ({"over": "province"}, "where.province", "one member is expected"),
        ({"over": "province", "where": {"province": ["ON", "QC"]}}, "where.province", "one member"),
        ({"over": "province", "where": {"province": "_T"}}, "where.province", "no rank in it"),
        ({"over": "province", "where": {"province": "NS"}}, "where.province", "left out of rankings"),
        ({"over": "provinces", "where": {"province": "ON"}}, "over", "not a dimension"),
    ],
)
@given(published=publications(most=1))
def test_what_has_no_rank_is_refused_where_it_stands(published, question, path, said):
    with pytest.raises(QuestionError, match=said) as caught:
        published.cube.ask(measure="rank", period="2023", **question)
    assert caught.value.path == path
