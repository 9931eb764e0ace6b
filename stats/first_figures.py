"""First figures: how much they move in later editions, by how many editions later.

A first figure is one whose first printing is kept: of a period that an edition was the first to cover, or of
the last period of the first edition. Older periods of the first edition had been printed, and perhaps
revised, before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from stats.codebook import Coverage
from stats.periods import Frequency, Period
from stats.values import Status

_KEY = ["series", "period"]


@dataclass(frozen=True, slots=True)
class Later:
    """First figures against what they were some editions later. Cells that are zero in both do not count."""

    editions: int
    """How many editions later."""
    cells: int
    changed: int
    """Cells that say something else, whether a number or that it is suppressed."""
    median: float | None
    """By how much those moved that changed from one number to another; None where none did."""
    largest: int | None
    first: int
    """The sum of the printed first figures."""
    then: int
    """The sum of the same cells as they are printed later."""


@dataclass(frozen=True, slots=True)
class FirstFigures:
    """How first figures moved, and how many of all cells were ever revised."""

    later: tuple[Later, ...]
    cells: int
    revised: int


def first_figures(editions: Sequence[tuple[int, Coverage]], rows: pl.DataFrame) -> FirstFigures:
    """How first figures of the shortest periods moved over editions, numbers and coverages in order.

    `rows` are histories of cells without stated totals of members, with columns series, period, value,
    status, since, until.
    """
    covered = {number: _finest(coverage) for number, coverage in editions}
    numbers = [number for number, _ in editions]
    first = _first_printed(numbers, covered)
    printed = rows.filter(pl.col("period").is_in(list(first)))
    held = printed.filter(pl.any_horizontal(pl.lit(value=False), *(_holds(pl.lit(n)) for n in numbers)))
    fresh = _fresh(numbers, covered, first)
    later = []
    for steps in range(1, len(numbers)):
        after = {
            period: numbers[numbers.index(number) + steps]
            for period, number in fresh.items()
            if numbers.index(number) + steps < len(numbers)
        }
        after = {period: number for period, number in after.items() if period in covered[number]}
        if after:
            later.append(_compared(steps, _as_of(held, fresh, after), _as_of(held, after, after)))
    return FirstFigures(
        later=tuple(one for one in later if one.cells),
        cells=held.select(_KEY).n_unique(),
        revised=_ever_revised(held, numbers, covered, first),
    )


def _finest(coverage: Coverage) -> frozenset[int]:
    """The codes of the months that an edition covers, or of the years where it has no months."""
    found = coverage.of(Frequency.MONTH) or coverage.of(Frequency.YEAR)
    return frozenset(period.code for period in found)


def _holds(number: pl.Expr) -> pl.Expr:
    return (pl.col("since") <= number) & (pl.col("until") > number)


def _first_printed(numbers: Sequence[int], covered: Mapping[int, frozenset[int]]) -> dict[int, int]:
    """The first edition that covers each period."""
    found: dict[int, int] = {}
    for number in numbers:
        for period in covered[number]:
            found.setdefault(period, number)
    return found


def _fresh(
    numbers: Sequence[int], covered: Mapping[int, frozenset[int]], first: Mapping[int, int]
) -> dict[int, int]:
    """The edition in which each period with first figures was printed first."""
    oldest = numbers[0] if numbers else 0
    last = max(covered.get(oldest, ()), default=0)
    newer = {p: n for p, n in first.items() if n != oldest and Period.from_code(p) > Period.from_code(last)}
    return newer | ({last: oldest} if last else {})


def _as_of(rows: pl.DataFrame, numbers: Mapping[int, int], periods: Mapping[int, int]) -> pl.DataFrame:
    """The cells of some periods as of an edition for each."""
    wanted = pl.DataFrame(
        {"period": list(periods), "number": [numbers[period] for period in periods]},
        schema={"period": rows.schema["period"], "number": pl.Int64},
    )
    found = rows.join(wanted, on="period").filter(_holds(pl.col("number")))
    return found.select(*_KEY, "value", "status")


def _compared(steps: int, first: pl.DataFrame, then: pl.DataFrame) -> Later:
    both = first.join(then, on=_KEY, how="full", coalesce=True, suffix="_then")
    absent, absent_then = pl.col("status").is_null(), pl.col("status_then").is_null()
    both = both.with_columns(
        value=pl.when(absent).then(0).otherwise(pl.col("value")),
        value_then=pl.when(absent_then).then(0).otherwise(pl.col("value_then")),
        status=pl.col("status").fill_null(int(Status.NORMAL)),
        status_then=pl.col("status_then").fill_null(int(Status.NORMAL)),
    )
    differs = pl.col("value").ne_missing(pl.col("value_then")) | (pl.col("status") != pl.col("status_then"))
    changed = both.filter(differs)
    moves = changed.select((pl.col("value_then") - pl.col("value")).abs().alias("by"))["by"].drop_nulls()
    return Later(
        editions=steps,
        cells=both.height,
        changed=changed.height,
        median=float(str(moves.median())) if len(moves) else None,
        largest=int(str(moves.max())) if len(moves) else None,
        first=int(both["value"].sum()),
        then=int(both["value_then"].sum()),
    )


def _ever_revised(
    held: pl.DataFrame,
    numbers: Sequence[int],
    covered: Mapping[int, frozenset[int]],
    first: Mapping[int, int],
) -> int:
    """How many cells said different things in editions that print their period."""
    if not numbers:
        return 0
    spans = pl.DataFrame(
        {
            "period": list(first),
            "printed": [[n for n in numbers if period in covered[n]] for period in first],
        },
        schema={"period": held.schema["period"], "printed": pl.List(pl.Int64)},
    )
    # Most cells hold from their first printing until today: only the others are looked at edition by edition.
    begun_later = pl.col("since") > pl.col("printed").list.first()
    moved = held.join(spans, on="period").filter(begun_later | (pl.col("until") <= numbers[-1]))
    several = held.join(moved, on=_KEY, how="semi").join(spans, on="period")
    by_cell = several.explode("printed").filter(_holds(pl.col("printed")))
    said = by_cell.group_by(_KEY).agg(
        kinds=pl.struct("value", "status").n_unique(), editions=pl.col("printed").n_unique()
    )
    said = said.join(spans.with_columns(of=pl.col("printed").list.len()), on="period")
    return said.filter((pl.col("kinds") > 1) | (pl.col("editions") < pl.col("of"))).height
