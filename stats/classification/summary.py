"""What a person sees of two editions in a minute: totals, series that moved most, periods by movement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from stats.classification.pair import REVISED, SUPPRESSION, Pair
from stats.codebook import TOTAL
from stats.periods import Period

LEAST_BASE = 100
"""What a series must have had in all to be among the largest by share: ten of five more is no news."""


@dataclass(frozen=True, slots=True)
class Total:
    """The figures of one period, or of all that both editions cover (None), in both editions.

    `stated` says that the publisher printed it; otherwise printed cells were added up for the comparison.
    """

    period: Period | None
    before: int
    after: int
    stated: bool

    @property
    def delta(self) -> int:
        return self.after - self.before

    @property
    def part(self) -> float | None:
        """The change as a part of what it was."""
        return self.delta / self.before if self.before else None


@dataclass(frozen=True, slots=True)
class Mover:
    """A series whose figures moved, over all periods that both editions cover.

    `moved` adds up the movements of its cells whichever way they went; the two vintages have one number a
    period, None where none is printed.
    """

    members: tuple[int, ...]
    before: int
    after: int
    moved: int
    cells: int
    vintages: tuple[tuple[int | None, ...], tuple[int | None, ...]]

    @property
    def part(self) -> float | None:
        """All movements as a part of what the series was."""
        return self.moved / self.before if self.before else None


@dataclass(frozen=True, slots=True)
class Heat:
    """How much one period moved: `changed` of `of` cells, and the sums of its leaves in both editions."""

    period: Period
    changed: int
    of: int
    before: int
    after: int

    @property
    def part(self) -> float:
        """The part of its cells that are not the same."""
        return self.changed / self.of if self.of else 0.0


def totals(pair: Pair) -> tuple[Total, ...]:
    """The newest common period, the newest common year, and all common periods added up."""
    if not pair.periods:
        return ()
    whole = pl.all_horizontal(
        *(pl.col(axis) == d.by_code[TOTAL].id for axis, d in zip(pair.axes, pair.dimensions, strict=True))
    )
    cells = pair.cells.filter(pl.col("old_status").is_not_null() & pl.col("status").is_not_null())
    stated = cells.filter(whole)
    chosen = stated if stated.height else cells.filter("leaf")
    newest = pair.periods[-1]
    found = [_total(chosen, [newest], newest, stated=stated.height > 0)]
    if newest.last_month != newest:
        return (*found, _total(chosen, pair.periods, None, stated=False))
    years = chosen.filter(pl.col("period") < 2 * 1_000_000)["period"].unique().sort()
    if len(years):
        year = Period.from_code(years[-1])
        found.append(_total(chosen, [year], year, stated=stated.height > 0))
    return (*found, _total(chosen, pair.periods, None, stated=False))


def _total(cells: pl.DataFrame, periods: Sequence[Period], said: Period | None, *, stated: bool) -> Total:
    of = cells.filter(pl.col("period").is_in([period.code for period in periods]))
    return Total(said, int(of["old"].sum()), int(of["value"].sum()), stated)


def movers(pair: Pair, *, count: int, by_part: bool) -> tuple[Mover, ...]:
    """The series that moved most, by number or by share; rows of totals are left out."""
    moved = pair.moved.filter("leaf")
    sums = (
        pair.common.filter("leaf")
        .group_by("series")
        .agg(before=pl.col("old").sum(), after=pl.col("value").sum())
    )
    ranked = (
        moved.group_by("series")
        .agg(
            moved=pl.col("delta").abs().sum(),
            cells=pl.len(),
            **{axis: pl.col(axis).first() for axis in pair.axes},
        )
        .join(sums, on="series")
    )
    if by_part:
        ranked = ranked.filter(pl.col("before") >= LEAST_BASE).with_columns(
            rank=pl.col("moved") / pl.col("before")
        )
    else:
        ranked = ranked.with_columns(rank=pl.col("moved"))
    first = ranked.sort("rank", "series", descending=[True, False]).head(count)
    cells = pair.common.join(first.select("series"), on="series", how="semi")
    return tuple(
        Mover(
            tuple(row[axis] for axis in pair.axes),
            row["before"],
            row["after"],
            row["moved"],
            row["cells"],
            _vintages(cells.filter(pl.col("series") == row["series"]), pair.periods),
        )
        for row in first.iter_rows(named=True)
    )


def _vintages(
    cells: pl.DataFrame, periods: Sequence[Period]
) -> tuple[tuple[int | None, ...], tuple[int | None, ...]]:
    """Zeros where nothing is stored, as both editions cover the periods."""
    by_period = {
        period: (old, value) for period, old, value in cells.select("period", "old", "value").iter_rows()
    }
    found = [by_period.get(period.code, (0, 0)) for period in periods]
    return tuple(old for old, _ in found), tuple(value for _, value in found)


def heat(pair: Pair) -> tuple[Heat, ...]:
    """Every common period, in order."""
    leaf = pl.col("leaf")
    rows = pair.common.group_by("period").agg(
        changed=pl.col("what").is_in([REVISED, SUPPRESSION]).sum(),
        of=pl.len(),
        before=pl.col("old").filter(leaf).sum(),
        after=pl.col("value").filter(leaf).sum(),
    )
    return tuple(
        Heat(Period.from_code(period), changed, of, before, after)
        for period, changed, of, before, after in rows.sort("period").iter_rows()
    )
