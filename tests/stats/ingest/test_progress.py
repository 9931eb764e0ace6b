"""Rows are counted as they go by."""

from stats.ingest.progress import EVERY, counted


def test_rows_go_by_unchanged_and_some_are_told():
    told = []
    assert list(counted(range(2 * EVERY + 1), told.append)) == list(range(2 * EVERY + 1))
    assert told == [0, EVERY, 2 * EVERY]
