"""When the next edition is due, from those that came."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stats.periods import month
from stats.queries.expectation import GRACE, Arrival, expected_by

JUNE, JULY, AUGUST = month(2024, 6), month(2024, 7), month(2024, 8)


def test_nothing_is_expected_where_nothing_came():
    """A dataset without editions is not overdue."""
    assert expected_by([]) is None


def test_the_delay_is_learned_from_the_most_timely_edition():
    """One that was late once makes nobody wait longer."""
    timely = Arrival(JUNE, date(2024, 8, 14))
    late = Arrival(JULY, date(2024, 12, 1))
    assert expected_by([timely, late]) == date(2024, 8, 31) + timedelta(days=45) + GRACE


def test_editions_that_were_loaded_long_after_say_nothing_of_the_usual_delay():
    """Two and a half months are taken for usual then."""
    history = [Arrival(JUNE, date(2026, 1, 1)), Arrival(JULY, date(2026, 1, 1))]
    assert expected_by(history) == date(2024, 11, 29)


def test_the_step_is_that_between_editions():
    """A month unless they say otherwise; here each comes thirty days after its last month."""
    june, august = Arrival(JUNE, date(2024, 7, 30)), Arrival(AUGUST, date(2024, 9, 30))
    assert expected_by([june]) == date(2024, 7, 31) + timedelta(days=30) + GRACE
    assert expected_by([june, august]) == date(2024, 10, 31) + timedelta(days=30) + GRACE


def test_a_table_of_years_is_expected_a_year_later():
    """Even after its first edition."""
    first = Arrival(month(2023, 12), date(2024, 2, 29))
    assert expected_by([first], step=12) == date(2025, 3, 1) + GRACE


_ARRIVALS = st.lists(
    st.builds(
        Arrival,
        st.builds(month, st.integers(2000, 2030), st.integers(1, 12)),
        st.dates(date(2000, 1, 1), date(2031, 1, 1)),
    ),
    min_size=1,
)


@given(_ARRIVALS)
def test_the_next_edition_is_due_after_the_newest_ones_last_month(arrivals):
    """Whatever came, and in whatever order."""
    newest = max(arrival.until for arrival in arrivals)
    due = expected_by(arrivals)
    assert due is not None
    assert due >= date(newest.year, newest.n, 28) + GRACE
    assert due == expected_by(arrivals[::-1])
