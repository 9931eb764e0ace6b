"""Totals of quarters and years against the months and quarters in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from stats.codebook import Measures
from stats.findings import Finding, Severity
from stats.periods import Frequency, Period
from stats.screening.reach import findings, reaches, unreachable
from stats.screening.rule import Screened

_YEARS = (Frequency.YEAR, Frequency.YEAR_TO_DATE)


class PeriodTotals:
    """Stated totals of quarters and years that their parts cannot reach."""

    id = "screen.period-total"
    severity = Severity.WARNING
    sentence = (
        "A quarter or year is outside what its months, or its quarters, can add up to; far outside, by a "
        "tenth and a hundred, the file is refused. Of persons counted once, it is at least its largest part."
    )
    example = "'India' is 300 in 2024-Q1; its 3 months give 354 to 366 (1 such totals)"
    remedy = "Compare the row with the publisher's file; a cell may have lost a digit or moved."

    def check(self, screened: Screened) -> Iterator[Finding]:
        pairs = _pairs(screened.reading.periods)
        if screened.measures is Measures.STOCK or pairs.is_empty():
            return
        cells = reaches(screened.reading.cells, screened.disclosure)
        for part, made_of in ((Frequency.MONTH, "months"), (Frequency.QUARTER, "quarters")):
            parts = cells.join(pairs.filter(pl.col("of") == part), on="period").with_columns(
                period=pl.col("whole")
            )
            found = unreachable(parts, cells, by=["row", "period"], disjoint=screened.months_add)
            if not found.is_empty():
                yield from findings(screened, found, rule=self.id, made_of=made_of)
                return


def _pairs(periods: Sequence[Period]) -> pl.DataFrame:
    """For each total with all of its parts: `whole`, `period` (a part), `of` (its length) and `expected`."""
    printed = set(periods)
    pairs = [
        (whole.code, part.code, int(length), len(parts))
        for whole in periods
        if whole.frequency is not Frequency.MONTH
        for length, parts in ((Frequency.MONTH, whole.months), (Frequency.QUARTER, _quarters(whole)))
        if printed.issuperset(parts)
        for part in parts
    ]
    schema = {"whole": pl.Int32, "period": pl.Int32, "of": pl.Int8, "expected": pl.UInt32}
    return pl.DataFrame(pairs, schema=schema, orient="row")


def _quarters(year: Period) -> tuple[Period, ...]:
    """The quarters of a year, or of its beginning, of which the last one may be partial."""
    if year.frequency not in _YEARS:
        return ()
    last = year.last_month
    whole = [Period(Frequency.QUARTER, year.year, n) for n in range(1, last.n // 3 + 1)]
    rest = [Period(Frequency.QUARTER_TO_DATE, year.year, last.n)] if last.n % 3 else []
    return (*whole, *rest)
