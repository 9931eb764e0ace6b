"""From two editions side by side to the kinds of change between them, each quantified."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from stats.classification.extent import NAMED, change_of
from stats.classification.kinds import Change, ChangeKind
from stats.classification.pair import GONE, SUPPRESSION, UNCHANGED, Pair, less
from stats.classification.reclassified import reclassified
from stats.classification.restated import restated
from stats.classification.rows import come, gone, gone_cells, new_periods, suppression
from stats.classification.sentence import english
from stats.classification.texts import annotated, retitled

STRUCTURAL = frozenset({ChangeKind.RESTATEMENT, ChangeKind.RECLASSIFICATION})
"""Kinds after which figures mean something else than before."""


@dataclass(frozen=True)
class Sorted:
    """The kinds of change between two editions, and the kind of every cell that is not the same in both.

    `cells` has the rows of `Pair.finest` that changed, with `delta` where a number moved, and `kind`.
    """

    changes: tuple[Change, ...]
    cells: pl.DataFrame


def classify(pair: Pair) -> tuple[Change, ...]:
    """What the second edition changes of the first, what weighs most first; nothing where they are equal."""
    return _sorted(pair)[0]


def sort_out(pair: Pair) -> Sorted:
    """Sort all that changed into kinds."""
    changes, kinds = _sorted(pair)
    return Sorted(changes, _by_kind(pair, kinds))


def _sorted(pair: Pair) -> tuple[tuple[Change, ...], dict[ChangeKind, pl.DataFrame]]:
    """The kinds of change, and the moved cells that are of some of them.

    A moved cell is of one kind: of a reclassification, else of a row that is gone, else of a restatement,
    else of a revision.
    """
    shifts, shifted = reclassified(pair, pair.moved)
    lost = gone_cells(pair)
    kept = less(less(pair.moved, shifted), lost)
    restatements, lowered = restated(pair, kept)
    left = less(kept, lowered)
    revisions = [change_of(ChangeKind.REVISION, left, of=pair.common.height)] if left.height else []
    found = [
        *restatements,
        *shifts,
        *_announced(pair, restatements + shifts),
        *gone(pair),
        *come(pair),
        *suppression(pair),
        *revisions,
        *new_periods(pair),
    ]
    kinds = {
        ChangeKind.RECLASSIFICATION: shifted,
        ChangeKind.ROWS_GONE: lost,
        ChangeKind.RESTATEMENT: lowered,
        ChangeKind.REVISION: left,
    }
    return tuple(replace(change, said=english(change)) for change in found), kinds


def _by_kind(pair: Pair, kinds: Mapping[ChangeKind, pl.DataFrame]) -> pl.DataFrame:
    """The changed cells with the kind of each: of moved numbers as they were sorted, else as it happened."""
    known = pl.concat(cells.select("cell", kind=pl.lit(kind.value)) for kind, cells in kinds.items()).unique(
        "cell", keep="first"
    )
    otherwise = (
        pl.when(pl.col("what") == SUPPRESSION)
        .then(pl.lit(ChangeKind.SUPPRESSION.value))
        .when(pl.col("what") == GONE)
        .then(pl.lit(ChangeKind.PERIODS_GONE.value))
        .when(pl.col("period_before"))
        .then(pl.lit(ChangeKind.ROWS_COME.value))
        .otherwise(pl.lit(ChangeKind.NEW_PERIODS.value))
    )
    return (
        pair.finest.filter(pl.col("what") != UNCHANGED)
        .join(known, on="cell", how="left")
        .with_columns(kind=pl.col("kind").fill_null(otherwise), delta=pl.col("value") - pl.col("old"))
    )


def _announced(pair: Pair, structural: list[Change]) -> list[Change]:
    """Whether figures moved under the same title and notes, and which words changed."""
    spoken = retitled(pair.before, pair.after) or annotated(pair.before, pair.after)
    found = []
    if structural and not spoken:
        most = max(structural, key=lambda change: change.cells)
        first, last = min(change.first for change in structural), max(change.last for change in structural)
        cells = sum(change.cells for change in structural)
        found.append(Change(ChangeKind.UNANNOUNCED, cells, most.series, most.periods, first=first, last=last))
    if spoken and not structural:
        found.append(Change(ChangeKind.RELABELLED, 0, 0, 0))
    if pair.renamed:
        members = pair.renamed[:NAMED]
        found.append(Change(ChangeKind.RELABELLED, 0, len(pair.renamed), 0, members=members))
    return found
