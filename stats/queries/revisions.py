"""Revisions: the cells of an edition that say something else than the edition before, as they are stored.

The preview shows the same before an edition is loaded; here it is read back from the histories of cells, so
that whoever decides later sees it too.
"""

from __future__ import annotations

from dataclasses import dataclass

from stats.models import Cell, Edition
from stats.periods import span
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

    @property
    def moved(self) -> int:
        """By how much; -1 where one side is suppressed, so that such cells come last."""
        if self.old is None or self.value is None:
            return -1
        return abs(self.value - self.old)


def edition_before(edition: Edition) -> Edition | None:
    """The edition that another one was compared with when it was loaded."""
    kept = edition.dataset.editions.kept().filter(number__lt=edition.number)
    return kept.order_by("-number").first()


def largest_revisions(edition: Edition, *, count: int) -> tuple[Revision, ...]:
    """The cells that moved most against the edition before, in two queries; none of the first edition."""
    before = edition_before(edition)
    if before is None:
        return ()
    cells = Cell.objects.filter(dataset_id=edition.dataset_id).values_list(
        "series_id", "period", "value", "status", "a1", "a2", "a3", "a4"
    )
    known = cells.filter(series__since__lt=edition.number)
    written = {row[:2]: row[2:] for row in known.filter(since=edition.number)}
    ended = {row[:2]: row[2:] for row in known.filter(until=edition.number)}
    covered = {period.code for first, last in before.covered.spans for period in span(first, last)}
    found = [
        _revision(key, ended.get(key), written.get(key))
        for key in {*written, *ended}
        if key in ended or key[1] in covered
    ]
    return tuple(sorted(found, key=lambda one: (-one.moved, one.period, one.members))[:count])


_Cell = tuple[int | None, int, int, int, int, int]
_ZERO = (0, int(Status.NORMAL))


def _revision(key: tuple[int, int], ended: _Cell | None, written: _Cell | None) -> Revision:
    members = (ended or written or (None, 0, 0, 0, 0, 0))[2:]
    old, old_status = ended[:2] if ended else _ZERO
    value, status = written[:2] if written else _ZERO
    return Revision(members, key[1], old, Status(old_status), value, Status(status))
