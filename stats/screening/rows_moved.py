"""Rows that the edition in force has and the file has not, and the reverse."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from stats.findings import Finding, Severity
from stats.periods import Period
from stats.screening.change import Changed
from stats.screening.rule import SHOWN, shown


class RowsLost:
    """Figures in force for which the file has nothing."""

    id = "screen.rows-lost"
    severity = Severity.WARNING
    sentence = "Rows or cells that the edition in force has are no longer there."
    example = "'Chad' is gone, with 2 cells (1 such rows)"
    remedy = "Check whether the publisher dropped the row, joined it with another, or renamed it."

    def check(self, changed: Changed) -> Iterator[Finding]:
        lost = changed.difference.removed.group_by("series", maintain_order=True).agg(
            pl.len(), pl.col("period").first()
        )
        for series, cells, period in lost.head(SHOWN).iter_rows():
            message = f"{changed.named(series)!r} is gone, with {cells} cells ({lost.height} such rows)"
            yield Finding(self.id, self.severity, message, changed.where(series, period))


class RowsWithPast:
    """New rows with figures for periods that the edition in force covers."""

    id = "screen.rows-with-past"
    severity = Severity.WARNING
    sentence = "A new row has figures for periods that were published without it."
    example = "'Chad' is new and has 10 in 2024-01 already (1 such rows)"
    remedy = "Look where these people were counted before."

    def check(self, changed: Changed) -> Iterator[Finding]:
        before = changed.screened.before
        if before is None or not changed.difference.appeared:
            return
        new = changed.difference.new.filter((pl.col("value") > 0) | pl.col("value").is_null())
        covered = [code for code in new["period"].unique() if before.coverage.covers(Period.from_code(code))]
        past = (
            new.filter(pl.col("period").is_in(covered))
            .group_by("series", maintain_order=True)
            .agg(pl.col("period").first(), pl.col("value").first())
        )
        for series, period, value in past.head(SHOWN).iter_rows():
            said = "--" if value is None else f"{value:,}"
            message = (
                f"{changed.named(series)!r} is new and has {said} in {shown(period)} already "
                f"({past.height} such rows)"
            )
            yield Finding(self.id, self.severity, message, changed.where(series, period))
