"""A pair of editions, cell by cell: what each of them says, side by side, as one frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from stats.classification.kinds import Named
from stats.codebook import AXIS_FIELDS, TOTAL, Coverage, Dimension
from stats.labels import Label
from stats.periods import Frequency, Period
from stats.values import Status

HELD_SCHEMA = {
    "series": pl.Int64,
    "period": pl.Int32,
    "value": pl.Int64,
    "status": pl.Int8,
    "before": pl.Boolean,
    "after": pl.Boolean,
}
"""Stored cells: what a series says at a period, and in which of the two editions."""
SERIES_SCHEMA = {
    "series": pl.Int64,
    **dict.fromkeys(AXIS_FIELDS, pl.Int64),
    "leaf": pl.Boolean,
    "since": pl.Int64,
}

NEW, GONE, REVISED, SUPPRESSION, UNCHANGED = "new", "gone", "revised", "suppression", "unchanged"
"""What can have happened to one cell."""
CHANGED = (NEW, GONE, REVISED, SUPPRESSION)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two editions. Where `absent_is_zero`, rows that its file leaves out are rows of zeros."""

    number: int
    coverage: Coverage
    absent_is_zero: bool = False
    title: Label = Label()
    notes: tuple[Label, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two editions of a dataset.

    `cells` has a row for each cell that is above zero or suppressed in one of them, numbered by `cell`:

    * `series`, its members as ids in `a1` … `a4`, `leaf`, and `known`: whether the first edition had it;
    * `period`, `period_before`: whether the first edition covers it, and `finest`: whether it is of the
      shortest length printed, in a row of a kind that both editions print;
    * `old`, `old_status`, `value`, `status`: null where an edition says nothing about the cell;
    * `what` happened to it.
    """

    cells: pl.DataFrame
    dimensions: tuple[Dimension, ...]
    before: Side
    after: Side
    rows: int
    """How many rows both editions print, those of zeros included."""
    renamed: tuple[Named, ...] = ()
    """Members that are called otherwise now, with labels such as `Solomons, The → Solomon Islands`."""

    @property
    def axes(self) -> tuple[str, ...]:
        """The columns of the members."""
        return AXIS_FIELDS[: len(self.dimensions)]

    @property
    def frequency(self) -> Frequency:
        """The shortest length that is printed."""
        return _shortest(self.before, self.after)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods of that length that both editions cover."""
        covered = set(self.before.coverage.of(self.frequency))
        return tuple(period for period in self.after.coverage.of(self.frequency) if period in covered)

    @cached_property
    def finest(self) -> pl.DataFrame:
        """The cells to be compared: of months, or of years in tables of years."""
        return self.cells.filter("finest")

    @cached_property
    def common(self) -> pl.DataFrame:
        """Those of `finest` about which both editions say something."""
        return self.finest.filter(pl.col("old_status").is_not_null() & pl.col("status").is_not_null())

    @cached_property
    def moved(self) -> pl.DataFrame:
        """Those of `common` that show two different numbers, with `delta`."""
        return self.common.filter(pl.col("what") == REVISED).with_columns(
            delta=pl.col("value") - pl.col("old")
        )


def align(
    held: pl.DataFrame,
    series: pl.DataFrame,
    dimensions: tuple[Dimension, ...],
    before: Side,
    after: Side,
    renamed: tuple[Named, ...] = (),
) -> Pair:
    """Lay two editions side by side. `held` has `HELD_SCHEMA`, `series` has `SERIES_SCHEMA`."""
    in_both = held.filter(pl.col("before") & pl.col("after")).select(
        "series", "period", old="value", old_status="status", value="value", status="status"
    )
    first = held.filter(pl.col("before") & ~pl.col("after")).select(
        "series", "period", old="value", old_status="status"
    )
    second = held.filter(~pl.col("before") & pl.col("after")).select("series", "period", "value", "status")
    cells = pl.concat([in_both, first.join(second, on=["series", "period"], how="full", coalesce=True)])
    rows = _by_series(series, dimensions, before, after)
    cells = cells.join(_by_period(cells, before, after), on="period").join(rows, on="series")
    cells = _filled(cells, "old", "old_status", pl.col("period_before") & pl.col("series_before"))
    cells = _filled(cells, "value", "status", pl.col("period_after") & pl.col("series_after"))
    cells = cells.with_columns(what=_what(), finest=pl.col("finest") & pl.col("shared")).filter(
        pl.col("what").is_not_null()
    )
    return Pair(
        cells.select(
            "series", *AXIS_FIELDS, "leaf", "known", "period", "finest", "period_before",
            "old", "old_status", "value", "status", "what",
        ).sort("series", "period").with_row_index("cell"),
        dimensions,
        before,
        after,
        rows.filter(pl.col("shared") & pl.col("series_before") & pl.col("series_after")).height,
        renamed,
    )  # fmt: skip


def _filled(cells: pl.DataFrame, value: str, status: str, said: pl.Expr) -> pl.DataFrame:
    """A cell that is not stored is zero where the edition says something, and nothing elsewhere."""
    stored = pl.col(status).is_not_null()
    return cells.with_columns(
        pl.when(~said).then(None).when(stored).then(value).otherwise(0).alias(value),
        pl.when(~said).then(None).when(stored).then(status).otherwise(int(Status.NORMAL)).alias(status),
    )


def _what() -> pl.Expr:
    old, new = pl.col("old_status"), pl.col("status")
    blank = (pl.col("old").fill_null(-1) == 0) | (pl.col("value").fill_null(-1) == 0)
    partial = pl.col("period") // 1_000_000 >= int(Frequency.YEAR_TO_DATE)
    hidden = int(Status.SUPPRESSED)
    return (
        pl.when(old.is_null() & new.is_null() | (old.is_null() | new.is_null()) & blank)
        .then(None)
        .when(old.is_null())
        .then(pl.lit(NEW))
        .when(new.is_null() & partial)
        .then(None)
        .when(new.is_null())
        .then(pl.lit(GONE))
        .when(old.eq_missing(new) & pl.col("old").eq_missing(pl.col("value")))
        .then(pl.lit(UNCHANGED))
        .when((old == hidden) | (new == hidden))
        .then(pl.lit(SUPPRESSION))
        .otherwise(pl.lit(REVISED))
    )


def _shortest(*sides: Side) -> Frequency:
    return Frequency.MONTH if any(side.coverage.of(Frequency.MONTH) for side in sides) else Frequency.YEAR


def _by_period(cells: pl.DataFrame, before: Side, after: Side) -> pl.DataFrame:
    periods = [Period.from_code(code) for code in cells["period"].unique()]
    shortest = _shortest(before, after)
    return pl.DataFrame(
        {
            "period": [period.code for period in periods],
            "period_before": [before.coverage.covers(period) for period in periods],
            "period_after": [after.coverage.covers(period) for period in periods],
            "finest": [period.frequency is shortest for period in periods],
        },
        schema={
            "period": cells.schema["period"],
            **dict.fromkeys(("period_before", "period_after", "finest"), pl.Boolean),
        },
    )


def _by_series(
    series: pl.DataFrame, dimensions: tuple[Dimension, ...], before: Side, after: Side
) -> pl.DataFrame:
    """What each edition says about rows: of kinds that it prints, and had or left out as zeros."""
    pattern = pl.concat_str(
        [
            pl.col(f"a{d.axis + 1}").replace_strict(
                {m.id: "T" if m.code == TOTAL else "G" if d.is_group(m) else "M" for m in d.by_id.values()},
                default="T",
                return_dtype=pl.String,
            )
            for d in dimensions
        ]
    )
    return series.with_columns(pattern=pattern, known=pl.col("since") <= before.number).with_columns(
        series_before=_printed(before) & _had(before),
        series_after=_printed(after) & _had(after),
        shared=_printed(before) & _printed(after),
    )


def _printed(side: Side) -> pl.Expr:
    return pl.col("pattern").is_in(sorted(side.coverage.patterns))


def _had(side: Side) -> pl.Expr:
    return (pl.col("since") <= side.number) | pl.lit(side.absent_is_zero)


def less(cells: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """The cells that are not among others."""
    if others.is_empty() or cells.is_empty():
        return cells
    return cells.join(others, on="cell", how="anti")
