"""Figures that cannot be: off the rounding base, too large for any count of people, out of all proportion."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from stats.findings import Finding, Severity
from stats.screening.rule import SHOWN, Screened, shown
from stats.values import Status

LARGEST = 2_000_000_000
"""No table of people has larger figures, and the store of cells no room for them."""
TIMES = 20
"""So many times what is printed around it, a figure is out of proportion.

Among IRCC's files one has such figures: the year-end table of 2024 prints 1,825 for Nunavut in 2011 and at
most 70 in the years around it.
"""
FROM = 500
"""Smaller figures jump by themselves."""
AROUND = 6
"""How many periods before and after a figure are looked at."""


class OffBase:
    """Numbers that the publisher's rounding cannot give."""

    id = "screen.off-base"
    severity = Severity.REFUSAL
    sentence = "Numbers are not multiples of the dataset's rounding base."
    example = "7 is not a multiple of 5 (1 such cells)"
    remedy = "Fetch the file from the publisher again; if it is no longer rounded, change the rounding base."

    def check(self, screened: Screened) -> Iterator[Finding]:
        base = screened.disclosure.base
        cells = screened.reading.cells.filter(
            (pl.col("status") == Status.NORMAL) & ((pl.col("number") % base) != 0)
        )
        for row, period, number in cells.select("row", "period", "number").head(SHOWN).iter_rows():
            message = f"{number!r} is not a multiple of {base} ({cells.height} such cells)"
            yield Finding(self.id, self.severity, message, screened.cell(row, period))


class TooLarge:
    """Numbers that count more people than there could be."""

    id = "screen.too-large"
    severity = Severity.REFUSAL
    sentence = "Numbers are larger than any count of people."
    example = "2,000,000,005 is more than 2,000,000,000 (1 such cells)"
    remedy = "Fetch the file from the publisher again; columns may have run together."

    def check(self, screened: Screened) -> Iterator[Finding]:
        cells = screened.reading.cells.filter(pl.col("number") > LARGEST)
        for row, period, number in cells.select("row", "period", "number").head(SHOWN).iter_rows():
            message = f"{number:,} is more than {LARGEST:,} ({cells.height} such cells)"
            yield Finding(self.id, self.severity, message, screened.cell(row, period))


class OutOfProportion:
    """Single figures far above all that stands around them in their row."""

    id = "screen.out-of-proportion"
    severity = Severity.WARNING
    sentence = "A figure is twenty times as large as any other of its row within six periods."
    example = "'Chad' is 1,200 in 2024-04, the months around it at most 15 (1 such cells)"
    remedy = "Compare the cell with the publisher's file; digits may have been added."

    def check(self, screened: Screened) -> Iterator[Finding]:
        leading = pl.col("period") // 1_000_000
        cells = screened.reading.cells.filter(leading == int(screened.finest))
        if len(screened.coverage.of(screened.finest)) <= AROUND:
            return
        number = pl.col("number").fill_null(0)
        around = pl.max_horizontal(
            number.shift(step).over("row") for step in range(-AROUND, AROUND + 1) if step
        )
        high = (
            cells.filter((pl.col("number").max() >= FROM).over("row"))
            .sort("row", "period")
            .with_columns(around=pl.max_horizontal(around, screened.disclosure.least))
            .filter(pl.col("number") >= pl.max_horizontal(TIMES * pl.col("around"), FROM))
        )
        word = screened.finest.name.lower()
        for row, period, value, most in high.select("row", "period", "number", "around").head(SHOWN).rows():
            message = (
                f"{screened.named(row)!r} is {value:,} in {shown(period)}, "
                f"the {word}s around it at most {most:,} ({high.height} such cells)"
            )
            yield Finding(self.id, self.severity, message, screened.cell(row, period))
