"""What a file would change in the edition in force, as the rules about changes see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import polars as pl

from stats.codebook import TOTAL
from stats.compare import Difference
from stats.findings import Finding, Severity, Where
from stats.screening.rule import Screened
from stats.values import Status


@dataclass(frozen=True)
class Changed:
    """A screened file beside the difference that it makes, whose series are known by the ids of `series`."""

    screened: Screened
    difference: Difference
    series: Mapping[tuple[str, ...], int]

    @cached_property
    def revised(self) -> pl.DataFrame:
        """Revised cells with `was`, `now` and `by`, the size of the step; largest first, totals last.

        A hidden number counts as the middle of its range.
        """
        hidden = self.screened.disclosure.hidden_to // 2

        def number(value: str, status: str) -> pl.Expr:
            return (
                pl.when(pl.col(status) == Status.SUPPRESSED)
                .then(hidden)
                .otherwise(pl.col(value))
                .fill_null(0)
            )

        finest = pl.col("period") // 1_000_000 == int(self.screened.finest)
        return (
            self.difference.revised.with_columns(finest=finest)
            .with_columns(was=number("old", "old_status"), now=number("value", "status"))
            .with_columns(by=(pl.col("now") - pl.col("was")).abs())
            .sort("finest", "by", "series", "period", descending=[True, True, False, False])
        )

    def where(self, series: int, period: int) -> Where:
        """The place of a cell; of one whose row is gone the file alone."""
        row = self._rows.get(series)
        return self.screened.where() if row is None else self.screened.cell(row, period)

    def named(self, series: int) -> str:
        """The labels of a series where the file has them, its codes otherwise."""
        row = self._rows.get(series)
        if row is not None:
            return self.screened.named(row)
        codes = self._codes[series]
        labels = [
            dimension.by_code[code].label.in_language("en") if code in dimension.by_code else code
            for dimension, code in zip(self.screened.printed.known, codes, strict=True)
            if code != TOTAL
        ]
        return " / ".join(labels) or "the grand total"

    @cached_property
    def _codes(self) -> dict[int, tuple[str, ...]]:
        return {series: codes for codes, series in self.series.items()}

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {self.series[codes]: row for row, codes in enumerate(self.screened.matching.rows)}


class ChangeRule(Protocol):
    """One thing about a change that a person should look at. `example` is a message that it has given."""

    id: str
    severity: Severity
    sentence: str
    example: str
    remedy: str

    def check(self, changed: Changed) -> Iterator[Finding]:
        """The findings; none where the change is routine."""


def printed(value: int | None, status: int | None) -> str:
    """A number as messages show it."""
    if status == Status.SUPPRESSED:
        return "--"
    return "blank" if value is None else f"{value:,}"
