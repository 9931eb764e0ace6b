"""Rows and periods that came or went, and cells whose suppression changed."""

from __future__ import annotations

import polars as pl

from stats.classification.extent import change_of, named
from stats.classification.kinds import Change, ChangeKind, Named
from stats.classification.pair import GONE, NEW, SUPPRESSION, Pair
from stats.values import Status

_Members = list[tuple[str, int]]
"""Members by their axes."""


def new_periods(pair: Pair) -> list[Change]:
    """Periods that the edition before did not cover."""
    cells = pair.finest.filter((pl.col("what") == NEW) & ~pl.col("period_before"))
    return [change_of(ChangeKind.NEW_PERIODS, cells)] if cells.height else []


def come(pair: Pair) -> list[Change]:
    """Series that the edition before did not have, with the members that are new with them."""
    before = pair.finest.filter(_figure("old", "old_status"))
    now = pair.finest.filter(_figure("value", "status"))
    members = _without_any(pair, now, before)
    cells = now.filter((pl.col("what") == NEW) & ~pl.col("known") | _of(members))
    return [change_of(ChangeKind.ROWS_COME, cells, members=_named(pair, members))] if cells.height else []


def gone(pair: Pair) -> list[Change]:
    """Series that had figures and have none any more, and periods that are no longer covered."""
    members, lost = _gone(pair)
    past = pair.finest.filter(pl.col("what") == GONE)
    return [
        *([change_of(ChangeKind.ROWS_GONE, lost, members=_named(pair, members))] if lost.height else []),
        *([change_of(ChangeKind.PERIODS_GONE, past)] if past.height else []),
    ]


def gone_cells(pair: Pair) -> pl.DataFrame:
    """What the series had that have no figures any more: rows of `Pair.common`."""
    return _gone(pair)[1]


def _gone(pair: Pair) -> tuple[_Members, pl.DataFrame]:
    """Members without any figure now, and the cells of series without any.

    A file that leaves out rows of zeros says nothing by leaving one out, so that only whole members are gone.
    """
    before = pair.finest.filter(_figure("old", "old_status"))
    now = pair.finest.filter(_figure("value", "status"))
    members = _without_any(pair, before, now)
    lost = before.filter(pl.col("what") != GONE).join(now, on="series", how="anti")
    return members, lost.filter(_of(members)) if pair.after.absent_is_zero else lost


def suppression(pair: Pair) -> list[Change]:
    """Cells that are hidden now, or were and are shown."""
    hidden = pl.col("status") == int(Status.SUPPRESSED)
    cells = pair.common.filter(pl.col("what") == SUPPRESSION).with_columns(
        old=pl.lit(0), delta=pl.when(hidden).then(-1).otherwise(1)
    )
    return [change_of(ChangeKind.SUPPRESSION, cells, of=pair.common.height)] if cells.height else []


def _figure(value: str, status: str) -> pl.Expr:
    """Whether a cell is above zero or hidden."""
    return (pl.col(value).fill_null(0) > 0) | (pl.col(status).fill_null(-1) == int(Status.SUPPRESSED))


def _without_any(pair: Pair, some: pl.DataFrame, none: pl.DataFrame) -> _Members:
    """Members that have figures in the first frame and none in the second."""
    return [
        (axis, member)
        for axis in pair.axes
        for member in sorted(set(some[axis].unique()) - set(none[axis].unique()))
    ]


def _of(members: _Members) -> pl.Expr:
    """Whether a cell is one of some members."""
    return pl.any_horizontal(pl.lit(value=False), *(pl.col(axis) == member for axis, member in members))


def _named(pair: Pair, members: _Members) -> list[Named]:
    return [named(pair.dimensions[pair.axes.index(axis)], member) for axis, member in members]
