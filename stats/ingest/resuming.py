"""Resuming: a new edition follows on the one in force, also where editions between them were taken back.

What was taken back stays stored, because readers saw it and may ask for it as of then. The rows that it wrote
end where the new edition begins, and those that it ended begin there again.
"""

from __future__ import annotations

import polars as pl
from django.db import connection

from stats.codebook import AXIS_FIELDS
from stats.models import OPEN, Cell, Dataset, EditionState

_COLUMNS = ("dataset_id", "series_id", *AXIS_FIELDS, "leaf", "period", "value", "status")


def resume(dataset: Dataset, *, number: int, closes: pl.DataFrame) -> None:
    """Let edition `number` begin with the cells of the edition in force, less those that it `closes`.

    `closes` has the columns series and period. Dropping edition `number` undoes this too.
    """
    after = dataset.in_force.number if dataset.in_force else 0
    if not dataset.editions.filter(state=EditionState.TAKEN_BACK, number__gt=after).exists():
        return
    table = connection.ops.quote_name(Cell._meta.db_table)
    columns = ", ".join(_COLUMNS)
    values = {"dataset": dataset.pk, "after": after, "number": number, "open": OPEN}
    begin_again = f"""
        INSERT INTO {table} ({columns}, since, until)
        SELECT {columns}, %(number)s, %(open)s FROM {table}
        WHERE dataset_id = %(dataset)s AND since <= %(after)s AND until > %(after)s AND until < %(number)s
    """  # noqa: S608 (names of our own tables and columns)
    end = f"""
        UPDATE {table} SET until = %(number)s
        WHERE dataset_id = %(dataset)s AND since > %(after)s AND since < %(number)s AND until = %(open)s
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(end, values)
        cursor.execute(begin_again, values)
        if cursor.rowcount:
            cursor.executemany(
                f"DELETE FROM {table} WHERE series_id = %s AND period = %s AND since = %s",  # noqa: S608
                [(series, period, number) for series, period in closes.iter_rows()],
            )
