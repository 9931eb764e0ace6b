"""Revisions: the cells of an edition that say something else than the edition before, as they are stored.

The preview shows the same before an edition is loaded; here it is read back from the histories of cells, so
that whoever decides later sees it too.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from stats.classification.pair import REVISED, SUPPRESSION
from stats.codebook import AXIS_FIELDS
from stats.models import Decision, Edition
from stats.queries.pairs import changes_of
from stats.values import Status


@dataclass(frozen=True, slots=True)
class Revision:
    """One cell before and after. `members` are ids by axis, 0 where the dataset has no such axis.

    A cell that is stored on one side only was, or has become, a zero inside what its edition covers.
    """

    members: tuple[int, ...]
    period: int
    old: int | None
    old_status: Status
    value: int | None
    status: Status


def edition_before(edition: Edition) -> Edition | None:
    """The edition that was in force when another one was loaded, with which that was compared."""
    log = Decision.objects.filter(edition__dataset_id=edition.dataset_id).order_by("id")
    later = log.filter(edition__number__gte=edition.number).values_list("id", flat=True).first()
    earlier = log.filter(id__lt=later) if later is not None else log
    number = earlier.values_list("in_force_after", flat=True).last()
    return edition.dataset.editions.kept().filter(number=number).first() if number is not None else None


def largest_revisions(edition: Edition, *, count: int) -> tuple[Revision, ...]:
    """The cells that moved most against the edition before; none of the first edition."""
    before = edition_before(edition)
    if before is None:
        return ()
    cells = changes_of(before, edition).cells
    revised = cells.filter(pl.col("what").is_in((REVISED, SUPPRESSION)))
    # Cells of which one side is suppressed come last.
    moved = (pl.col("value") - pl.col("old")).abs().fill_null(-1)
    order = [moved.neg(), pl.col("period"), *AXIS_FIELDS]
    largest = revised.sort(order).head(count)
    fields = largest.select(*AXIS_FIELDS, "period", "old", "old_status", "value", "status")
    return tuple(
        Revision(tuple(row[:4]), row[4], row[5], Status(row[6]), row[7], Status(row[8]))
        for row in fields.iter_rows()
    )
