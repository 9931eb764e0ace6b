"""What printed parts can add up to, and the stated totals that lie outside of it.

A printed number stands for any whole number within the rounding, a hidden one for its range, so a sum of
parts reaches from the sum of their lowest to the sum of their highest values. Where the parts overlap (a
person is counted once in a year and in each of several months) the whole is at least the largest part and at
most the sum. A part that is blank says nothing, and then nothing is said about its total.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from stats.findings import Finding, Severity
from stats.screening.rule import SHOWN, Screened, shown
from stats.values import Disclosure, Status

FAR = 0.1
"""A total that is off by more than this share of it, and by more than `FAR_FROM`, is certainly wrong."""
FAR_FROM = 100


def reaches(cells: pl.DataFrame, disclosure: Disclosure) -> pl.DataFrame:
    """Cells with what each can stand for: row, period, number, low and high, which are null for blanks."""
    number, status = pl.col("number"), pl.col("status")
    hidden, blank = status == Status.SUPPRESSED, status == Status.MISSING
    lowest = disclosure.hidden_to + 1 if disclosure.hidden_to else 0
    low = pl.max_horizontal(number - disclosure.below, lowest)
    return cells.select(
        "row",
        "period",
        "number",
        low=pl.when(blank)
        .then(None)
        .when(hidden)
        .then(disclosure.hidden_from)
        .when(number == 0)
        .then(0)
        .otherwise(low),
        high=pl.when(blank)
        .then(None)
        .when(hidden)
        .then(disclosure.hidden_to)
        .when(number == 0)
        .then(0)
        .otherwise(number + disclosure.above),
    )


def unreachable(parts: pl.DataFrame, wholes: pl.DataFrame, *, by: list[str], disjoint: bool) -> pl.DataFrame:
    """The totals that their parts cannot reach, the largest gap first.

    `parts` has `low`, `high`, `expected` (how many parts there must be, null for as many as there are) and
    the columns `by`, which name the total; `wholes` has those and `number`, `low`, `high`. Found are the
    columns `by`, `number`, `least` and `most` (what the parts reach), `parts` (how many) and `gap`.
    """
    sums = (
        parts.group_by(by)
        .agg(
            least=pl.col("low").sum() if disjoint else pl.col("low").max(),
            most=pl.col("high").sum(),
            parts=pl.len(),
            expected=pl.col("expected").first(),
            blanks=pl.col("low").null_count(),
        )
        .filter((pl.col("blanks") == 0) & (pl.col("parts") == pl.col("expected").fill_null(pl.col("parts"))))
    )
    gap = pl.max_horizontal(pl.col("low") - pl.col("most"), pl.col("least") - pl.col("high"))
    return (
        sums.join(wholes, on=by)
        .with_columns(gap=gap)
        .filter(pl.col("gap") > 0)
        .sort("gap", *by, descending=[True, *[False] * len(by)])
    )


def findings(screened: Screened, found: pl.DataFrame, *, rule: str, made_of: str) -> Iterator[Finding]:
    """A finding for each of the first totals that are out of reach; far out of it, a refusal."""
    for total in found.head(SHOWN).iter_rows(named=True):
        printed = "--" if total["number"] is None else f"{total['number']:,}"
        message = (
            f"{screened.named(total['row'])!r} is {printed} in {shown(total['period'])}; "
            f"its {total['parts']} {made_of} give {total['least']:,} to {total['most']:,} "
            f"({found.height} such totals)"
        )
        far = total["gap"] > max(FAR_FROM, FAR * (total["number"] or 0))
        severity = Severity.REFUSAL if far else Severity.WARNING
        yield Finding(rule, severity, message, screened.cell(total["row"], total["period"]))
