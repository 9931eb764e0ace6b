"""Headings in both languages and in what spreadsheets make of them."""

from datetime import date, datetime

import pytest

from stats.periods import Period
from stats.readers.headings import Heading, Kind, heading, period


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2015", Heading(Kind.YEAR, 2015)),
        (2015.0, Heading(Kind.YEAR, 2015)),
        ("2015 Total", Heading(Kind.YEAR_TOTAL, 2015)),
        ("Total 2015", Heading(Kind.YEAR_TOTAL, 2015)),
        ("Total de 2015", Heading(Kind.YEAR_TOTAL, 2015)),
        ("Total pour l'année 2015", Heading(Kind.YEAR_TOTAL, 2015)),
        ("2015 - Total", Heading(Kind.YEAR_TOTAL, 2015)),
        ("Q1", Heading(Kind.QUARTER, None, 1)),
        ("T4", Heading(Kind.QUARTER, None, 4)),
        ("Q1 Total", Heading(Kind.QUARTER_TOTAL, None, 1)),
        ("Total T2", Heading(Kind.QUARTER_TOTAL, None, 2)),
        ("T3 Total", Heading(Kind.QUARTER_TOTAL, None, 3)),
        ("2015-Q2", Heading(Kind.QUARTER, 2015, 2)),
        ("Q2 2015", Heading(Kind.QUARTER, 2015, 2)),
        ("Sep", Heading(Kind.MONTH, None, 9)),
        ("sept.", Heading(Kind.MONTH, None, 9)),
        ("févr.", Heading(Kind.MONTH, None, 2)),
        ("fév.", Heading(Kind.MONTH, None, 2)),
        ("Août", Heading(Kind.MONTH, None, 8)),
        ("December", Heading(Kind.MONTH, None, 12)),
        ("15-Jan", Heading(Kind.MONTH, 2015, 1, short=True)),
        ("Jan-15", Heading(Kind.MONTH, 2015, 1, short=True)),
        ("janv.-15", Heading(Kind.MONTH, 2015, 1, short=True)),
        ("Jan 2015", Heading(Kind.MONTH, 2015, 1)),
        ("2015-01", Heading(Kind.MONTH, 2015, 1)),
        ("2015-01-01", Heading(Kind.MONTH, 2015, 1)),
        ("2015-01-01 00:00:00", Heading(Kind.MONTH, 2015, 1)),
        (date(2015, 1, 1), Heading(Kind.MONTH, 2015, 1)),
        (datetime(2015, 1, 1), Heading(Kind.MONTH, 2015, 1)),  # noqa: DTZ001 a cell of a sheet has no zone
        ("Jan-Jul 2024", Heading(Kind.YEAR_TO, 2024, 7)),
        ("janv. à juil. 2024", Heading(Kind.YEAR_TO, 2024, 7)),
        ("January to July 2024", Heading(Kind.YEAR_TO, 2024, 7)),
    ],
)
def test_headings(cell, expected):
    assert heading(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "",
        None,
        "Total",
        "Ontario",
        "1,085",
        "0",
        5.0,
        "Q5",
        "15-Foo",
        "2015-13",
        "Mar-Jul 2024",
        date(2015, 1, 15),
        "x" * 50,
    ],
)
def test_everything_else_is_no_heading(cell):
    assert heading(cell) is None


@pytest.mark.parametrize(
    ("text", "last_month", "expected"),
    [
        ("2024 Total", 12, "2024"),
        ("2024 Total", 6, "2024-to-06"),
        ("Q2 Total", 6, "2024-Q2"),
        ("Q3 Total", 7, "2024-Q3-to-07"),
        ("Q3 Total", 8, "2024-Q3-to-08"),
        ("Q1 Total", 7, "2024-Q1"),
        ("Jul", 7, "2024-07"),
        ("Jan-Jul 2024", 12, "2024-to-07"),
        ("Jan-Dec 2024", 12, "2024"),
    ],
)
def test_totals_of_unfinished_years_and_quarters_are_partial_periods(text, last_month, expected):
    found = heading(text)
    assert found is not None
    assert period(found, of_year=2024, last_month=last_month) == Period.parse(expected)


def test_a_month_without_a_year_has_no_period():
    with pytest.raises(ValueError, match="no year"):
        period(Heading(Kind.MONTH, None, 1), of_year=None, last_month=12)
