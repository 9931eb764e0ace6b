"""The extent of a change: what all kinds of it say about the cells that they hold."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from stats.classification.kinds import Change, ChangeKind, Named
from stats.classification.pair import Pair
from stats.codebook import Dimension
from stats.periods import Period

NAMED = 5
"""How many members are named one by one."""


def change_of(
    kind: ChangeKind,
    cells: pl.DataFrame,
    *,
    of: int = 0,
    volume: int = 0,
    members: Iterable[Named] = (),
    within: Named | None = None,
) -> Change:
    """The change that some rows of `Pair.moved` make, or of `Pair.cells` where nothing moved."""
    periods = cells["period"]
    moves = cells if "delta" in cells.columns else cells.clear().with_columns(delta=pl.lit(0))
    rose, fell = (moves.filter(moved).height for moved in (pl.col("delta") > 0, pl.col("delta") < 0))
    median = moves.filter(pl.col("old") > 0).select((pl.col("delta") / pl.col("old")).abs().median()).item()
    return Change(
        kind=kind,
        cells=cells.height,
        series=cells["series"].n_unique(),
        periods=periods.n_unique(),
        of=of,
        first=_period(periods.min()),
        last=_period(periods.max()),
        rose=rose,
        fell=fell,
        median=None if median is None else round(-median if fell > rose else median, 4),
        volume=volume,
        members=tuple(members)[:NAMED],
        within=within,
    )


def _period(code: object) -> str:
    return str(Period.from_code(code)) if isinstance(code, int) else ""


def named(dimension: Dimension, member: int, delta: int = 0) -> Named:
    """A member by its id."""
    found = dimension.by_id[member]
    return Named(dimension.slug, found.code, found.label, delta)


def movers(pair: Pair, cells: pl.DataFrame, axis: str) -> list[Named]:
    """The members of one dimension by how much the cells moved, the most first."""
    dimension = pair.dimensions[pair.axes.index(axis)]
    sums = (
        cells.group_by(axis)
        .agg(delta=pl.col("delta").sum())
        .sort(pl.col("delta").abs(), axis, descending=True)
    )
    return [named(dimension, member, delta) for member, delta in sums.iter_rows()]
