"""Comparison: what a new reading changes in the cells that are stored.

Pure set arithmetic on frames. A stored cell that is not there is a zero inside what its edition covers, and a
printed cell is compared with that. Only what must be written comes out as `inserts` and `closes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from stats.codebook import Coverage
from stats.periods import Frequency, Period
from stats.values import Status

CHANGE_COLUMNS = ("series", "period", "old", "old_status", "value", "status")


@dataclass(frozen=True)
class Counts:
    """How many cells are new, revised, removed and unchanged."""

    new: int = 0
    revised: int = 0
    removed: int = 0
    unchanged: int = 0

    def as_json(self) -> dict[str, int]:
        return {
            "new": self.new,
            "revised": self.revised,
            "removed": self.removed,
            "unchanged": self.unchanged,
        }


@dataclass(frozen=True)
class Difference:
    """What a reading changes.

    `cells` counts cells of the shortest length that is printed (months, or years in annual tables), `totals`
    those of quarters and years above them. The frames have `CHANGE_COLUMNS`. `inserts` are the rows to write
    and `closes` the (series, period) whose open row ends.
    """

    cells: Counts
    totals: Counts
    new: pl.DataFrame
    revised: pl.DataFrame
    removed: pl.DataFrame
    inserts: pl.DataFrame
    closes: pl.DataFrame
    appeared: int = 0
    """How many new cells above zero stand in rows of a kind, and in periods, that were covered before."""

    @property
    def differs(self) -> bool:
        """Whether a figure that both cover is not the same, or one has come where there was no row."""
        return bool(self.revised.height or self.removed.height or self.appeared)


def compare(
    stored: pl.DataFrame,
    printed: pl.DataFrame,
    *,
    before: Coverage,
    now: Coverage,
    patterns: Mapping[int, str],
    known_series: frozenset[int],
    absent_was_zero: bool,
    absent_is_zero: bool,
) -> Difference:
    """Compare printed cells with the stored open ones, both with columns series, period, value, status.

    `before` and `now` say what the edition in force and the reading cover; `patterns` the kind of row of each
    series. `known_series` are those that the edition before had; cells of others are new, unless its absent
    rows meant zeros.
    """
    both = stored.rename({"value": "old", "status": "old_status"}).join(
        printed.with_columns(printed=pl.lit(value=True)), on=["series", "period"], how="full", coalesce=True
    )
    counted = frozenset(patterns) if absent_was_zero else known_series
    both = _with_coverage(both, before=before, now=now, patterns=patterns, counted=counted)
    both = both.with_columns(
        printed=pl.col("printed").fill_null(value=False),
        held=pl.col("old_status").is_not_null(),
    ).filter(pl.col("printed") | pl.col("now"))
    zero = (pl.col("status") == Status.NORMAL) & (pl.col("value") == 0)
    both = both.with_columns(
        gone=~pl.col("printed"),
        blank=~pl.col("printed") | zero,
        same_as_held=pl.col("held")
        & pl.col("old").eq_missing(pl.col("value"))
        & pl.col("old_status").eq_missing(pl.col("status")),
    )
    same = pl.when(pl.col("held")).then(pl.col("same_as_held")).otherwise(pl.col("blank"))
    kind = (
        pl.when(~pl.col("before") & pl.col("printed"))
        .then(pl.lit("new"))
        .when(pl.col("gone") & pl.col("before") & pl.lit(not absent_is_zero))
        .then(pl.lit("removed"))
        .when(pl.col("gone") & ~pl.col("before"))
        .then(pl.lit("stale"))
        .when(same)
        .then(pl.lit("unchanged"))
        .otherwise(pl.lit("revised"))
    )
    both = both.with_columns(kind=kind, finest=_finest(now))
    inserts = both.filter(~pl.col("blank") & ~pl.col("same_as_held"))
    closes = both.filter(pl.col("held") & ~pl.col("same_as_held"))
    return Difference(
        cells=_counts(both.filter("finest")),
        totals=_counts(both.filter(~pl.col("finest"))),
        new=_changes(both, "new"),
        revised=_changes(both, "revised").with_columns(
            old=pl.when(pl.col("old_status").is_null()).then(0).otherwise(pl.col("old")),
            old_status=pl.col("old_status").fill_null(int(Status.NORMAL)),
            value=pl.when(pl.col("status").is_null()).then(0).otherwise(pl.col("value")),
            status=pl.col("status").fill_null(int(Status.NORMAL)),
        ),
        removed=_changes(both, "removed"),
        inserts=inserts.select("series", "period", "value", "status").sort("series", "period"),
        closes=closes.select("series", "period").sort("series", "period"),
        appeared=inserts.filter(
            (pl.col("kind") == "new") & pl.col("period_before") & pl.col("pattern_before")
        ).height,
    )


def _with_coverage(
    both: pl.DataFrame,
    *,
    before: Coverage,
    now: Coverage,
    patterns: Mapping[int, str],
    counted: frozenset[int],
) -> pl.DataFrame:
    """Add `before` and `now`: whether the edition before, and the reading, say something about a cell."""
    codes = both["period"].unique().to_list()
    periods = {code: Period.from_code(code) for code in codes}
    by_period = pl.DataFrame(
        {
            "period": codes,
            "period_before": [before.covers(periods[code]) for code in codes],
            "period_now": [now.covers(periods[code]) for code in codes],
        },
        schema={"period": both.schema["period"], "period_before": pl.Boolean, "period_now": pl.Boolean},
    )
    ids = both["series"].unique().to_list()
    by_series = pl.DataFrame(
        {
            "series": ids,
            "pattern_before": [patterns[i] in before.patterns for i in ids],
            "series_before": [i in counted and patterns[i] in before.patterns for i in ids],
            "series_now": [patterns[i] in now.patterns for i in ids],
        },
        schema={"series": both.schema["series"]}
        | dict.fromkeys(("pattern_before", "series_before", "series_now"), pl.Boolean),
    )
    return (
        both.join(by_period, on="period")
        .join(by_series, on="series")
        .with_columns(
            before=pl.col("period_before") & pl.col("series_before"),
            now=pl.col("period_now") & pl.col("series_now"),
        )
    )


def _finest(coverage: Coverage) -> pl.Expr:
    monthly = bool(coverage.of(Frequency.MONTH))
    leading = pl.col("period") // 1_000_000
    return leading == int(Frequency.MONTH) if monthly else leading.is_in([int(Frequency.YEAR)])


def _changes(both: pl.DataFrame, kind: str) -> pl.DataFrame:
    return both.filter(pl.col("kind") == kind).select(CHANGE_COLUMNS).sort("series", "period")


def _counts(both: pl.DataFrame) -> Counts:
    found = dict(both["kind"].value_counts().iter_rows())
    return Counts(*(found.get(kind, 0) for kind in ("new", "revised", "removed", "unchanged")))
