"""Revisions that are not of the usual kind.

Between the editions of 2024 and 2025, IRCC revised 0.1 to 2 % of the cells it printed before, mostly by 5 or
10, and of those that moved by more than 10 none by more than a quarter. Only the asylum tables of 2025, in
which offices were sorted anew, did otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from stats.findings import Finding, Severity
from stats.screening.change import Changed, printed
from stats.screening.rule import SHOWN, shown

STEP = 10
"""A step up to this is usual whatever it is a share of."""
SHARE = 0.3
"""A step of more than this share of the larger number is unusual."""
MANY = 0.05
"""More than this share of the cells that both editions print is unusual."""


class SamePeriods:
    """Other figures for the same periods."""

    id = "screen.same-periods"
    severity = Severity.WARNING
    sentence = "The file covers the same periods as the edition in force, and some of its figures are others."
    example = "'India' is 40 in 2024-01, in force 45 (1 cells differ, no period is new)"
    remedy = "Ask why the same months were published again; look at each of these cells."

    def check(self, changed: Changed) -> Iterator[Finding]:
        before, finest = changed.screened.before, changed.screened.finest
        if before is None or set(changed.screened.coverage.of(finest)) - set(before.coverage.of(finest)):
            return
        tail = f"{changed.revised.height} cells differ, no period is new"
        yield from _named(self, changed, changed.revised, tail)


class UnusualRevision:
    """Single steps larger than revisions are."""

    id = "screen.unusual-revision"
    severity = Severity.WARNING
    sentence = "A figure moved by more than ten and by more than three tenths."
    example = "'India' is 400 in 2024-01, in force 45 (1 cells moved so far)"
    remedy = "Compare the cell with the publisher's file, and ask why it moved."

    def check(self, changed: Changed) -> Iterator[Finding]:
        far = changed.revised.filter(
            (pl.col("by") > STEP) & (pl.col("by") > SHARE * pl.max_horizontal("was", "now"))
        )
        yield from _named(self, changed, far, f"{far.height} cells moved so far")


class ManyRevised:
    """More revisions than an edition brings."""

    id = "screen.many-revised"
    severity = Severity.WARNING
    sentence = "More than a twentieth of the figures that were printed before are others now."
    example = "'India' is 40 in 2024-01, in force 45 (4 of 8 cells, more than 5 %)"
    remedy = "Look at the comparison: columns or rows may have moved, or the series was restated."

    def check(self, changed: Changed) -> Iterator[Finding]:
        cells = changed.difference.cells
        both = cells.revised + cells.unchanged
        if cells.revised > MANY * both:
            tail = f"{cells.revised:,} of {both:,} cells, more than {MANY:.0%}".replace("%", " %")
            yield from _named(self, changed, changed.revised, tail)


def _named(
    rule: SamePeriods | UnusualRevision | ManyRevised, changed: Changed, cells: pl.DataFrame, tail: str
) -> Iterator[Finding]:
    """A finding for each of the first cells."""
    columns = ("series", "period", "old", "old_status", "value", "status")
    for series, period, old, old_status, value, status in cells.select(columns).head(SHOWN).iter_rows():
        message = (
            f"{changed.named(series)!r} is {printed(value, status)} in {shown(period)}, "
            f"in force {printed(old, old_status)} ({tail})"
        )
        yield Finding(rule.id, rule.severity, message, changed.where(series, period))
