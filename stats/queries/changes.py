"""Changes: the cells that say something else in one edition than in an earlier one, as they are stored.

A cell that is stored on one side only is a zero on the other, inside what that edition covers; outside, it
was not printed. Zeros that an edition is the first to print are not stored and so not among its changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import polars as pl
from django.db import connection

from stats.codebook import Codebook, Coverage
from stats.models import Cell
from stats.periods import Period
from stats.queries.tallies import AXIS_FIELDS
from stats.values import Status

SCHEMA = {
    "series": pl.Int64,
    **dict.fromkeys(AXIS_FIELDS, pl.Int64),
    "leaf": pl.Boolean,
    "period": pl.Int32,
    "value": pl.Int64,
    "status": pl.Int8,
    "later": pl.Boolean,
}
KEY = ("series", *AXIS_FIELDS, "leaf", "period")


class Kind(StrEnum):
    """What became of a cell."""

    REVISED = "revised"
    """Both editions print it, and differently."""
    NEW = "new"
    """The earlier edition did not print it."""
    REMOVED = "removed"
    """The later edition does not print it any more."""


@dataclass(frozen=True, slots=True)
class Between:
    """Two editions of a dataset: `before` and `after` are their numbers."""

    before: int
    after: int
    covered_before: Coverage
    covered_after: Coverage


def changes(book: Codebook, between: Between) -> pl.DataFrame:
    """The changed cells, in the order of members and periods.

    Columns: those of `KEY`, `old` and `new` (numbers; null where none is printed), `old_status` and
    `new_status` (null where the edition did not print the cell), and `kind`.
    """
    rows = _stored(book.dataset_id, between)
    ended = rows.filter(~pl.col("later")).drop("later").rename({"value": "old", "status": "old_status"})
    written = rows.filter("later").drop("later").rename({"value": "new", "status": "new_status"})
    both = ended.join(written, on=KEY, how="full", coalesce=True)
    if both.is_empty():
        return both.with_columns(kind=pl.lit("", dtype=pl.String))
    letters = _letters(book)
    pattern = pl.concat_str(
        pl.col(AXIS_FIELDS[d.axis]).replace_strict(letters[d.axis], default="M") for d in book.dimensions
    )
    both = both.with_columns(pattern=pattern)
    zeros = [
        _zero_where(both, covered, *names)
        for covered, names in (
            (between.covered_before, ("old", "old_status")),
            (between.covered_after, ("new", "new_status")),
        )
    ]
    both = both.with_columns(column for columns in zeros for column in columns)
    kind = (
        pl.when(pl.col("old_status").is_null())
        .then(pl.lit(Kind.NEW.value))
        .when(pl.col("new_status").is_null())
        .then(pl.lit(Kind.REMOVED.value))
        .otherwise(pl.lit(Kind.REVISED.value))
    )
    same = pl.col("old").eq_missing(pl.col("new")) & pl.col("old_status").eq_missing(pl.col("new_status"))
    return both.filter(~same).with_columns(kind=kind).drop("pattern").sort(*AXIS_FIELDS, "period")


def _stored(dataset_id: int, between: Between) -> pl.DataFrame:
    """The rows that hold in one of the two editions and not in the other."""
    table = connection.ops.quote_name(Cell._meta.db_table)
    columns = ", ".join(("series_id", *AXIS_FIELDS, "leaf", "period", "value", "status"))
    sql = f"""
        SELECT {columns}, since > %(before)s FROM {table} WHERE dataset_id = %(dataset)s AND (
            (since <= %(before)s AND until > %(before)s AND until <= %(after)s)
            OR (since > %(before)s AND since <= %(after)s AND until > %(after)s)
        )
    """  # noqa: S608 (names of our own tables and columns)
    values = {"dataset": dataset_id, "before": between.before, "after": between.after}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    frame = pl.DataFrame(
        rows, schema=SCHEMA | {"leaf": pl.Int8, "later": pl.Int8}, orient="row", strict=False
    )
    return frame.with_columns(pl.col("leaf", "later").cast(pl.Boolean))


def _letters(book: Codebook) -> list[Mapping[int, str]]:
    """The letter of each member in the patterns of a coverage, by axis and id."""
    return [
        {m.id: "G" if d.is_group(m) else "M" for m in d.members} | {d.total.id: "T"} for d in book.dimensions
    ]


def _zero_where(both: pl.DataFrame, covered: Coverage, value: str, status: str) -> tuple[pl.Expr, pl.Expr]:
    """A number and its status with zeros where the edition covers a cell that is not stored."""
    periods = [code for code in both["period"].unique() if covered.covers(Period.from_code(code))]
    zero = (
        pl.col(status).is_null()
        & pl.col("period").is_in(periods)
        & pl.col("pattern").is_in(sorted(covered.patterns))
    )
    return (
        pl.when(zero).then(0).otherwise(pl.col(value)).alias(value),
        pl.when(zero).then(int(Status.NORMAL)).otherwise(pl.col(status)).alias(status),
    )
