"""Frames from the database: the same on every database, with and without rows."""

import polars as pl
import pytest

from stats.queries.frames import frame_of

pytestmark = pytest.mark.django_db

SCHEMA = {"number": pl.Int64, "hidden": pl.Int8, "held": pl.Boolean}
ROWS = "(SELECT 5 AS number, NULL AS hidden UNION SELECT 10, 1) AS printed"
SQL = f"SELECT number, hidden, number > %(least)s FROM {ROWS}"


def test_rows_become_columns_with_gaps_and_truths(django_assert_num_queries):
    with django_assert_num_queries(1):
        frame = frame_of(f"{SQL} ORDER BY number", {"least": 5}, SCHEMA)
    assert frame.schema == SCHEMA
    assert frame.rows() == [(5, None, False), (10, 1, True)]


def test_no_rows_are_an_empty_frame_of_the_same_columns():
    frame = frame_of(f"{SQL} WHERE number > 10", {"least": 5}, SCHEMA)
    assert frame.schema == SCHEMA
    assert frame.is_empty()
