"""Writing in bulk: frames of series and cells, by COPY on PostgreSQL and by prepared statements elsewhere.

Rows never become objects: a first edition brings a hundred thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import polars as pl
from django.db import connection
from django.db.models import Model

from stats.codebook import AXIS_FIELDS
from stats.ingest.progress import EVERY
from stats.models import OPEN, Cell, Edition, Series

COLUMNS = ("dataset_id", "series_id", *AXIS_FIELDS, "leaf", "period", "value", "status", "since", "until")

Told = Callable[[int], None]
"""Hears how many rows are written."""


def write_series(
    edition: Edition, new: Mapping[tuple[str, ...], bool], members: Sequence[Mapping[str, int]]
) -> pl.DataFrame:
    """Write series by the codes of their members, each a leaf or not; give what cells repeat of all series.

    The columns are `series` (as differences call it: -1, -2, … are the new ones), `series_id`, the axes and
    `leaf`.
    """
    blank = [0] * (len(AXIS_FIELDS) - len(members))
    axes = [(*map(dict.__getitem__, map(dict, members), codes), *blank) for codes in new]
    made = pl.DataFrame(axes, schema=dict.fromkeys(AXIS_FIELDS, pl.Int64), orient="row").with_columns(
        leaf=pl.Series(list(new.values()), dtype=pl.Boolean),
        series=-1 - pl.int_range(pl.len(), dtype=pl.Int64),
        dataset_id=pl.lit(edition.dataset_id),
        since=pl.lit(edition.number),
    )
    insert(Series, made.select("dataset_id", *AXIS_FIELDS, "leaf", "since"))
    rows = Series.objects.filter(dataset_id=edition.dataset_id).values_list("pk", *AXIS_FIELDS, "leaf")
    kinds = {"series_id": pl.Int64, **dict.fromkeys(AXIS_FIELDS, pl.Int64), "leaf": pl.Boolean}
    stored = pl.DataFrame(list(rows), schema=kinds, orient="row")
    called = stored.join(made.select("series", *AXIS_FIELDS), on=AXIS_FIELDS, how="left")
    return called.with_columns(series=pl.col("series").fill_null(pl.col("series_id")))


def write_cells(edition: Edition, inserts: pl.DataFrame, series: pl.DataFrame, *, told: Told) -> None:
    """Write the cells that an edition brings, with the members of their series."""
    cells = inserts.join(series, on="series", maintain_order="left").with_columns(
        dataset_id=pl.lit(edition.dataset_id), since=pl.lit(edition.number), until=pl.lit(OPEN)
    )
    insert(Cell, cells.select(COLUMNS), told=told)


def close_cells(edition: Edition, closes: pl.DataFrame, *, told: Told) -> None:
    """End the rows of cells that an edition replaces."""
    number, written = edition.number, 0
    with connection.cursor() as cursor:
        for part in closes.iter_slices(EVERY):
            series, periods = part["series"].to_list(), part["period"].to_list()
            if connection.vendor == "postgresql":
                cursor.execute(_CLOSE_TOGETHER, (number, series, periods, number, number))
            else:
                rows = [(number, *key, number, number) for key in zip(series, periods, strict=True)]
                cursor.executemany(_CLOSE, rows)
            written += part.height
            told(written)


_TABLE = Cell._meta.db_table
_CLOSE = f"UPDATE {_TABLE} SET until = %s WHERE series_id = %s AND period = %s AND until > %s AND since < %s"  # noqa: S608
_CLOSE_TOGETHER = f"""
    UPDATE {_TABLE} c SET until = %s FROM unnest(%s::bigint[], %s::integer[]) AS k(series, period)
    WHERE c.series_id = k.series AND c.period = k.period AND c.until > %s AND c.since < %s
"""  # noqa: S608 - the name of a table


def end(model: type[Model], keys: pl.Series, number: int) -> None:
    """Let the rows of these primary keys hold until edition `number`."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"UPDATE {table} SET until = %s WHERE id = ANY(%s)", (number, keys.to_list()))  # noqa: S608
        else:
            rows = [(number, key) for key in keys]
            cursor.executemany(f"UPDATE {table} SET until = %s WHERE id = %s", rows)  # noqa: S608


def _same_everywhere(rows: pl.DataFrame) -> set[str]:
    """Columns that say one thing in all rows, so that it can stand in the statement and need not be bound.

    Binding costs as much as writing. The first column always is, or a lone row would have nothing to bind.
    """
    return {name for name in rows.columns[1:] if rows[name].n_unique() == 1 and not rows[name].has_nulls()}


def insert(model: type[Model], rows: pl.DataFrame, *, told: Told = lambda rows: None) -> None:
    """Write rows of numbers whose columns are called as in the database."""
    table = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(rows.columns)
    written = 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            statement = f"COPY {table} ({columns}) FROM STDIN (FORMAT csv)"
            # What goes wrong while copying comes as the same errors as in any other statement.
            with connection.wrap_database_errors, cursor.copy(statement) as copy:
                for part in rows.iter_slices(EVERY):
                    copy.write(part.write_csv(include_header=False))
                    written += part.height
                    told(written)
            return
        same = _same_everywhere(rows)
        values = ", ".join(str(int(rows[name][0])) if name in same else "%s" for name in rows.columns)
        statement = f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608
        for part in rows.drop(same).iter_slices(EVERY):
            cursor.executemany(statement, part.rows())
            written += part.height
            told(written)
