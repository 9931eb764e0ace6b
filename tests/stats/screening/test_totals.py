"""Stated totals: within what their parts can add up to nothing is said, outside of it the place is named."""

import pytest

from stats.codebook import Measures
from stats.findings import Severity
from stats.periods import Frequency, Period, month
from stats.screening import screen
from stats.values import EXACT
from tests.stats.screening.screened import screened

QUARTER = Period(Frequency.QUARTER, 2024, 1)
JANUARY, FEBRUARY, MARCH = (month(2024, n) for n in (1, 2, 3))
FIRST = (JANUARY, FEBRUARY, MARCH, QUARTER)
PERSONS = {"measures": Measures.UNIQUE_PERSONS, "months_add": False}


def quarter(months, total, **how):
    """The findings about one row with three months and their total."""
    cells = dict(zip([(0, at) for at in FIRST], [*months, total], strict=True))
    return screen(screened(("India",), known=(), cells=cells, periods=FIRST, **how))


@pytest.mark.parametrize(("total", "told"), [(350, True), (355, False), (365, False), (370, True)])
def test_a_total_may_be_what_rounding_allows(total, told):
    """Three times 118 to 122 are 354 to 366; a printed 350 stands for 348 to 352."""
    assert bool(quarter((120, 120, 120), total)) is told


def test_the_finding_names_row_column_number_and_reach():
    (finding,) = quarter((120, 120, 120), 300)
    assert (finding.rule, finding.severity) == ("screen.period-total", Severity.WARNING)
    assert (finding.where.sheet, finding.where.row, finding.where.column) == ("Table", 6, 5)
    assert finding.message == "'India' is 300 in 2024-Q1; its 3 months give 354 to 366 (1 such totals)"


def test_hidden_parts_stand_for_one_to_four_and_zeros_for_zero():
    assert quarter((None, None, 0), 5) == []
    assert quarter((None, None, 0), None) == []
    assert "give 2 to 8" in quarter((None, None, 0), 15)[0].message
    assert "give 0 to 0" in quarter((0, 0, 0), None)[0].message


@pytest.mark.parametrize(("total", "severity"), [(1000, Severity.WARNING), (3000, Severity.REFUSAL)])
def test_a_total_that_is_far_off_is_refused(total, severity):
    (finding,) = quarter((300, 300, 300), total)
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("total", "told"), [(110, True), (120, False), (240, False), (305, False), (320, True)]
)
def test_persons_counted_once_are_at_least_the_largest_month_and_at_most_all(total, told):
    assert bool(quarter((120, 60, 120), total, **PERSONS)) is told


def test_a_stock_at_the_end_of_periods_has_no_sum():
    assert quarter((120, 120, 120), 120, measures=Measures.STOCK, months_add=False) == []


def test_exact_figures_have_exact_sums():
    assert quarter((1, 2, 3), 6, disclosure=EXACT) == []
    assert "give 6 to 6" in quarter((1, 2, 3), 7, disclosure=EXACT)[0].message


def test_a_year_of_which_only_quarters_are_printed():
    quarters = [Period(Frequency.QUARTER, 2023, n) for n in (1, 2, 3, 4)]
    year = Period(Frequency.YEAR, 2023)
    cells = {(0, at): 100 for at in quarters} | {(0, year): 500}
    (finding,) = screen(screened(("India",), known=(), cells=cells, periods=(*quarters, year)))
    assert "its 4 quarters give 392 to 408" in finding.message


def test_a_grand_total_is_held_against_its_members():
    cells = {(0, JANUARY): 120, (1, JANUARY): 120, (2, JANUARY): 300}
    (finding,) = screen(screened(("India", "France", None), known=(), cells=cells, periods=(JANUARY,)))
    assert (finding.rule, finding.where.row, finding.where.column) == ("screen.member-total", 8, 2)
    assert "'the grand total' is 300 in 2024-01; its 2 members give 236 to 244" in finding.message


def test_members_that_overlap_may_add_up_to_more_than_their_total():
    rows, periods = ("India", "France", None), (JANUARY,)
    for total, told in ((120, False), (240, False), (100, True), (300, True)):
        cells = {(0, JANUARY): 120, (1, JANUARY): 120, (2, JANUARY): total}
        found = screen(screened(rows, known=(), cells=cells, periods=periods, members_add=False))
        assert bool(found) is told
