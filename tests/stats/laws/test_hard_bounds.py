"""Hard bounds hold in every completion of what is printed, and are no wider than the completions reach."""

import math
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.periods import Period, month, span
from tests.stats.laws.oracle import MONTHS, publications

WHERE = (
    {},
    {"province": "ON"},
    {"province": "QC"},
    {"province": ["ON", "QC"]},
    {"category": "eco"},
    {"province": "ON", "category": "oth"},
    {"province": ["QC", "NS"], "category": ["eco/fsw", "oth"]},
)
PERIODS = ("2023", "2023-02", "2023-Q1", "2024-to-02", "2024")
somewhere = st.sampled_from(WHERE)
sometime = st.sampled_from(PERIODS)


def months_of(period):
    """The months that a period has in these cubes, which end in February 2024."""
    return tuple(m for m in Period.parse(period).months if m in MONTHS)


def reaches(published, result):
    """The least and the greatest of a result over all worlds in which it exists; None where it never does."""
    found = [r for r in map(result, published.worlds()) if r is not None]
    return (min(found), max(found)) if found else None


def quotient(one, two):
    return one / two if two else None


def holds(value, reached, *, exactly):
    """Whether the bounds of a value hold what is reached, and no more than that."""
    if reached is None:
        assert value.status.slug == "not_applicable"
        return
    assert value.hard.low <= reached[0] + 1e-9
    assert reached[1] <= value.hard.high + 1e-9
    if exactly and math.isfinite(value.hard.high):
        assert (value.hard.low, value.hard.high) == pytest.approx(reached)


@given(publications(), somewhere, sometime)
def test_a_sum(published, where, period):
    value = published.cube.ask(where=where, period=period).figure.value
    holds(value, reaches(published, published.sum_of(where, months_of(period))), exactly=True)


def everything(other):
    """A selection that names what it means on both dimensions, so that nothing is kept of another one."""
    return {"province": "_T", "category": "_T"} | other


@given(publications(), somewhere, somewhere, sometime)
def test_a_difference_of_any_two_selections_however_they_overlap(published, where, other, period):
    question = {"measure": "change", "against": {"where": everything(other)}}
    value = published.cube.ask(where=where, period=period, **question).figure.value
    one, two = (published.sum_of(selection, months_of(period)) for selection in (where, other))
    holds(value, reaches(published, lambda world: one(world) - two(world)), exactly=True)


@given(publications(), somewhere, somewhere, sometime)
def test_a_share_of_any_other_selection(published, where, other, period):
    """As narrow as can be for a part of a whole, and never too narrow for anything else."""
    value = published.cube.ask(where=where, period=period, measure="share", of=everything(other)).figure.value
    one, two = (published.sum_of(selection, months_of(period)) for selection in (where, other))
    reached = reaches(published, lambda world: quotient(one(world), two(world)))
    holds(value, reached, exactly=other in ({}, where))


@given(publications(), somewhere, somewhere, *[st.sampled_from(["2023", "2023-02", "2023-Q1"])] * 2)
def test_a_ratio_of_any_two_selections_and_periods(published, where, other, period, before):
    against = {"where": everything(other), "period": before}
    value = published.cube.ask(where=where, period=period, measure="ratio", against=against).figure.value
    one, two = published.sum_of(where, months_of(period)), published.sum_of(other, months_of(before))
    holds(value, reaches(published, lambda world: quotient(one(world), two(world))), exactly=False)


@given(publications(), somewhere, st.sampled_from(["2023", "2023-02", "2024"]))
def test_a_change_since_the_year_before_counts_the_same_months(published, where, period):
    now = months_of(period)
    one, two = (published.sum_of(where, months) for months in (now, tuple(m.year_before for m in now)))
    asked = {"where": where, "period": period}
    change = published.cube.ask(measure="change", **asked).figure.value
    holds(change, reaches(published, lambda world: one(world) - two(world)), exactly=True)
    percent = published.cube.ask(measure="percent_change", **asked).figure.value
    reached = reaches(published, lambda world: quotient(one(world) - two(world), two(world)))
    holds(percent, reached, exactly=True)


@given(publications(), somewhere)
def test_an_index_is_a_hundred_in_its_base_period_and_bounded_elsewhere(published, where):
    question = {"kind": "series", "measure": "index", "against": {"period": "2023-02"}, "where": where}
    series = published.cube.ask(period={"from": "2023-01", "to": "2023-03"}, **question)
    base = published.sum_of(where, (month(2023, 2),))
    for n, figure in enumerate(series.rows[0].figures, start=1):
        now = published.sum_of(where, (month(2023, n),))
        reached = reaches(published, partial(hundred_times, now, base))
        holds(figure.value, reached, exactly=n == 2)
        if n == 2 and reached:
            assert figure.value.hard.low == figure.value.hard.high == 100


def hundred_times(one, two, world):
    return quotient(100 * one(world), two(world))


@given(publications(), st.sampled_from(WHERE[1:3]), st.sampled_from(["2023", "2023-02"]))
def test_a_contribution_is_the_parts_change_over_the_whole_before(published, where, period):
    before = tuple(m.year_before for m in months_of(period))
    value = published.cube.ask(where=where, period=period, measure="contribution").figure.value
    one, two = (published.sum_of(where, months) for months in (months_of(period), before))
    whole = published.sum_of({}, before)
    reached = reaches(published, lambda world: quotient(one(world) - two(world), whole(world)))
    holds(value, reached, exactly=True)


@given(publications(), somewhere)
def test_a_moving_sum_is_that_of_twelve_months(published, where):
    series = published.cube.ask(
        kind="series", measure="moving_sum", where=where, period={"from": "2022-11", "to": "2023-02"}
    )
    missing, *figures = series.rows[0].figures
    assert missing.value.status.slug == "missing"
    for last, figure in zip(span(month(2022, 12), month(2023, 2)), figures, strict=True):
        twelve = published.sum_of(where, tuple(span(last.shifted(-11), last)))
        holds(figure.value, reaches(published, twelve), exactly=True)


@given(publications(), somewhere, sometime)
def test_a_monthly_mean_is_the_sum_of_its_months_by_their_number(published, where, period):
    months = months_of(period)
    value = published.cube.ask(where=where, period=period, measure="monthly_mean").figure.value
    total = published.sum_of(where, months)
    holds(value, reaches(published, lambda world: total(world) / len(months)), exactly=True)


@given(publications(), st.sampled_from(["province", "category"]))
def test_shares_in_a_table_are_those_of_single_figures(published, dimension):
    """Of the total of the row, or of that of the column."""
    share = {"period": "2023", "measure": "share", "of": {dimension: "_T"}}
    table = published.cube.ask(kind="table", over="province", by="category", **share)
    for row in table.rows:
        for column, figure in zip(table.columns, row.figures, strict=True):
            chosen = {"province": row.member.code, "category": column.member.code}
            assert figure == published.cube.ask(where=chosen, **share).figure
