"""Reclassification: what one member lost others of its dimension gained, all other members being equal."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from stats.classification.extent import change_of, movers, named
from stats.classification.kinds import Change, ChangeKind, Named
from stats.classification.pair import NEW, Pair

MANY_CELLS = 20
"""In how many cells a member must have lost. In routine editions a dozen falls meet a dozen rises."""
MANY_PERIODS = 3
"""And in how many periods."""
ANSWERED = 0.7
"""What part of the loss must be found again beside it, in the same period and the same other members."""
BALANCE = 1.5
"""How many times the loss all gains beside it may be. Where everything grows, each fall meets rises."""
ONE_WAY = 0.8
"""What part of all that the member moved must be losses. Routine revisions go both ways."""
CONFINED = 0.9
"""What part of the loss must lie in one member of another dimension for it to be named."""
MOST = 5
"""How many reclassifications of one edition are told apart."""


@dataclass(frozen=True)
class _Shift:
    """A member that lost (or, seen from the other side, gained) what others gained."""

    cells: pl.DataFrame
    axis: str
    volume: int


def reclassified(pair: Pair, moved: pl.DataFrame) -> tuple[list[Change], pl.DataFrame]:
    """The reclassifications among the moved cells, and their cells; rows that have come are among these."""
    changes: list[Change] = []
    left = _with_new_rows(pair, moved)
    taken = [left.clear()]
    while len(changes) < MOST and (shift := _largest(pair, left)) is not None:
        changes.append(_change(pair, shift))
        taken.append(shift.cells.select(left.columns))
        left = left.join(shift.cells, on="cell", how="anti")
    return changes, pl.concat(taken)


def _with_new_rows(pair: Pair, moved: pl.DataFrame) -> pl.DataFrame:
    """The moved cells of leaves, and those of rows that have come, in periods that were there before."""
    come = pair.finest.filter((pl.col("what") == NEW) & pl.col("period_before")).with_columns(
        old=pl.lit(0, pl.Int64), delta=pl.col("value")
    )
    return pl.concat([moved, come.select(moved.columns)]).filter(
        pl.col("leaf") & pl.col("delta").is_not_null()
    )


def _largest(pair: Pair, cells: pl.DataFrame) -> _Shift | None:
    found = [
        shift
        for axis in pair.axes
        for sign in (1, -1)
        if (shift := _shift(pair, cells.with_columns(loss=-sign * pl.col("delta")), axis)) is not None
    ]
    return max(found, key=lambda shift: shift.volume, default=None)


def _shift(pair: Pair, cells: pl.DataFrame, axis: str) -> _Shift | None:
    """The member of a dimension with the largest answered loss."""
    members = _losing(cells, axis)
    if members.is_empty():
        return None
    group = ["period", *(other for other in pair.axes if other != axis)]
    gains = cells.filter(pl.col("loss") < 0).group_by(group).agg(gain=-pl.col("loss").sum())
    losses = (
        cells.filter((pl.col("loss") > 0) & pl.col(axis).is_in(members.implode()))
        .join(gains, on=group, how="left")
        .with_columns(pl.col("gain").fill_null(0))
    )
    by_member = (
        losses.group_by(axis)
        .agg(
            answered=pl.min_horizontal("loss", "gain").sum(),
            lost=pl.col("loss").sum(),
            gained=pl.col("gain").sum(),
        )
        .filter(
            (pl.col("answered") >= ANSWERED * pl.col("lost")) & (pl.col("gained") <= BALANCE * pl.col("lost"))
        )
        .sort("answered", axis, descending=[True, False])
    )
    if by_member.is_empty():
        return None
    member, volume = by_member.select(axis, "answered").row(0)
    mine = losses.filter(pl.col(axis) == member)
    beside = cells.filter(pl.col("loss") < 0).join(mine.select(group).unique(), on=group, how="semi")
    return _Shift(pl.concat([mine.select(cells.columns), beside]), axis, volume)


def _losing(cells: pl.DataFrame, axis: str) -> pl.Series:
    """Members whose movements are many and nearly all losses, no larger than all gains could answer."""
    lost = pl.col("loss").clip(0).sum()
    gained = -cells["loss"].clip(None, 0).sum()
    return (
        cells.group_by(axis)
        .agg(
            fits=(lost >= ONE_WAY * pl.col("loss").abs().sum()) & (ANSWERED * lost <= gained),
            cells=(pl.col("loss") > 0).sum(),
            periods=pl.col("period").filter(pl.col("loss") > 0).n_unique(),
        )
        .filter(pl.col("fits") & (pl.col("cells") >= MANY_CELLS) & (pl.col("periods") >= MANY_PERIODS))[axis]
    )


def _change(pair: Pair, shift: _Shift) -> Change:
    return change_of(
        ChangeKind.RECLASSIFICATION,
        shift.cells,
        volume=shift.volume,
        members=movers(pair, shift.cells, shift.axis),
        within=_confined(pair, shift),
    )


def _confined(pair: Pair, shift: _Shift) -> Named | None:
    """The member of another dimension that holds nearly all of it."""
    whole = int(shift.cells["delta"].abs().sum())
    for axis, dimension in zip(pair.axes, pair.dimensions, strict=True):
        sums = shift.cells.group_by(axis).agg(held=pl.col("delta").abs().sum()).sort("held", descending=True)
        member, held = sums.row(0)
        if axis != shift.axis and len(dimension.members) > 1 and held >= CONFINED * whole:
            return named(dimension, member)
    return None
