"""Periods: steps undo each other, codes sort like time, text reads back, and what is no period is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.periods import Frequency, Period, month, span, year

YEARS = st.integers(1000, 9999)
TOP = {Frequency.YEAR: 0, Frequency.QUARTER: 4}


@st.composite
def periods(draw, frequencies=tuple(Frequency), years=YEARS):
    frequency = draw(st.sampled_from(frequencies))
    n = 0 if frequency is Frequency.YEAR else draw(st.integers(1, TOP.get(frequency, 12)))
    return Period(frequency, draw(years), n)


near = periods(years=st.integers(1900, 2100))
whole = periods((Frequency.YEAR, Frequency.QUARTER, Frequency.MONTH), years=st.integers(1900, 2100))


@given(near)
def test_next_and_previous_undo_each_other(period):
    assert period.next.previous == period
    assert period.previous.next == period


@given(near, st.integers(-300, 300), st.integers(-300, 300))
def test_shifts_add(period, some, more):
    assert period.shifted(some).shifted(more) == period.shifted(some + more)
    assert period.shifted(0) == period


@given(periods())
def test_text_reads_back(period):
    assert Period.parse(str(period)) == period


@given(periods())
def test_codes_read_back(period):
    assert Period.from_code(period.code) == period


@given(periods(), periods())
def test_codes_sort_like_periods(one, other):
    assert (one.code < other.code) == (one < other)


@given(st.sampled_from(Frequency).flatmap(lambda f: st.tuples(periods((f,)), periods((f,)))))
def test_codes_of_one_length_sort_like_time(pair):
    one, other = pair
    assert (one.code < other.code) == (one.last_month < other.last_month)


@given(whole)
def test_whole_periods_follow_without_gap(period):
    assert period.next.first_month == period.last_month.next
    assert len(period.next.months) == len(period.months)


@given(near)
def test_months_run_from_the_first_to_the_last(period):
    assert period.months == tuple(span(period.first_month, period.last_month))
    assert set(period.months) <= set(Period(Frequency.YEAR, period.year).months)


@given(near)
def test_the_year_before_covers_the_same_months(period):
    before = period.year_before
    assert [m.n for m in before.months] == [m.n for m in period.months]
    assert before.frequency is period.frequency
    assert before.year == period.year - 1


@given(whole, st.integers(0, 40))
def test_a_span_holds_both_ends_and_every_step(first, steps):
    found = list(span(first, first.shifted(steps)))
    assert len(found) == steps + 1
    assert found == sorted(found)
    assert found[-1] == first.shifted(steps)


def test_a_half_year_is_never_a_year():
    half = Period.parse("2024-to-06")
    assert half.frequency.partial
    assert half != year(2024)
    assert half.last_month == month(2024, 6)
    assert half.quarter == Period.parse("2024-Q2")


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-13", "2021-00", "2021-Q5", "2021-Q0", "2021-Q3-to-02", "2021-to-13", "2021-7", "0021",
     "2021-Q3-to-00", " 2021", "2021\n", "2021-07-01", "２０２１", "\0"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match=r"period|month|year|quarter"):
        Period.parse(text)


@pytest.mark.parametrize(
    "fields", [(Frequency.YEAR, 2021, 1), (Frequency.MONTH, 2021, 13), (Frequency.YEAR, 999)]
)
def test_periods_that_do_not_exist_are_refused(fields):
    with pytest.raises(ValueError, match="no such"):
        Period(*fields)
