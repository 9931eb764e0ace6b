"""Mass restatement: most figures of many periods moved in one direction, in all of a table or in a member."""

from __future__ import annotations

import polars as pl

from stats.classification.extent import change_of, named
from stats.classification.kinds import Change, ChangeKind
from stats.classification.pair import REVISED, Pair, less

LARGE = 20
"""Cells that count: four steps of rounding. Smaller ones hide what moves them: 5 less a third stays 5."""
RESTATED_PART = 0.6
"""What part of the large cells must move one way. In routine editions it is half at most, in one month."""
MANY_PERIODS = 3
"""In how many periods this must be so. Routine editions move the newest month or two as a whole."""
MANY_SERIES = 3
"""How many series must have moved."""
MANY_CELLS = 10
"""How many cells of one member must have moved for it to be called restated by itself."""


def restated(pair: Pair, moved: pl.DataFrame) -> tuple[list[Change], pl.DataFrame]:
    """The restatements among the moved cells (rows of `Pair.moved`), and their cells."""
    common = _with_moves(pair, moved)
    taken = _whole(common)
    if taken is not None:
        return [change_of(ChangeKind.RESTATEMENT, taken, of=_comparable(common, taken))], taken
    changes, cells = [], [moved.clear()]
    for axis, dimension in zip(pair.axes, pair.dimensions, strict=True):
        for member in _members(common, axis):
            mine = common.filter((pl.col(axis) == member) & (pl.col("delta").fill_null(0) != 0))
            one_way = mine.filter((pl.col("delta") > 0) == (mine["delta"].sign().sum() > 0))
            of = common.filter(pl.col(axis) == member).height
            who = named(dimension, member, int(one_way["delta"].sum()))
            changes.append(change_of(ChangeKind.RESTATEMENT, one_way, of=of, members=[who]))
            cells.append(one_way.select(moved.columns))
            moved = less(moved, one_way)
            common = _with_moves(pair, moved)
    return changes, pl.concat(cells)


def _with_moves(pair: Pair, moved: pl.DataFrame) -> pl.DataFrame:
    """All cells that both editions have, with what is still to be explained of their movement."""
    if moved.height == pair.moved.height:
        delta = pl.when(pl.col("what") == REVISED).then(pl.col("value") - pl.col("old"))
        return pair.common.with_columns(delta=delta)
    return pair.common.join(moved.select("cell", "delta"), on="cell", how="left")


def _large() -> pl.Expr:
    return pl.max_horizontal("old", "value") >= LARGE


def _one_way() -> pl.Expr:
    """The part of the large cells of a group that moved in the direction that most of them took."""
    rose, fell = (_large() & (pl.col("delta") > 0)).sum(), (_large() & (pl.col("delta") < 0)).sum()
    return pl.max_horizontal(rose, fell) / _large().sum()


def _whole(common: pl.DataFrame) -> pl.DataFrame | None:
    """The cells of the periods that were restated as a whole; None where they are too few."""
    by_period = common.group_by("period").agg(part=_one_way(), net=pl.col("delta").sign().sum())
    periods = by_period.filter(pl.col("part") >= RESTATED_PART)
    up = periods["net"].sum() > 0
    periods = periods.filter((pl.col("net") > 0) == up)
    taken = common.filter(
        pl.col("period").is_in(periods["period"].implode())
        & ((pl.col("delta") > 0) if up else (pl.col("delta") < 0))
    )
    enough = periods.height >= MANY_PERIODS and taken["series"].n_unique() >= MANY_SERIES
    return taken if enough else None


def _comparable(common: pl.DataFrame, taken: pl.DataFrame) -> int:
    return common.filter(pl.col("period").is_in(taken["period"].unique().implode())).height


def _members(common: pl.DataFrame, axis: str) -> list[int]:
    """Members of a dimension whose figures were restated, whatever became of the others."""
    sums = (
        common.filter("leaf")
        .group_by(axis)
        .agg(
            part=_one_way(),
            large=(_large() & (pl.col("delta").fill_null(0) != 0)).sum(),
            periods=pl.col("period").filter(pl.col("delta").fill_null(0) != 0).n_unique(),
        )
        .filter(
            (pl.col("part") >= RESTATED_PART)
            & (pl.col("large") >= MANY_CELLS)
            & (pl.col("periods") >= MANY_PERIODS)
        )
    )
    return sorted(sums[axis].to_list())
