"""Another edition of a dataset of `permits` waits for a decision, with some figures changed."""

from __future__ import annotations

from stats.ingest import rollups
from stats.models import Cell, Dataset, Edition, EditionState, Member


def waiting_edition(dataset: Dataset, *, province: str = "ON", times: int = 2) -> Edition:
    """The next edition, in which a province has so many times its permits, as importing leaves it."""
    assert dataset.in_force is not None
    edition = Edition.objects.create(
        dataset=dataset,
        number=dataset.in_force.number + 1,
        state=EditionState.WAITING,
        coverage=dataset.in_force.coverage,
    )
    member = Member.objects.get(dimension__dataset=dataset, code=province)
    before = Cell.objects.filter(dataset=dataset, a1=member.pk, value__isnull=False)
    after = list(before)
    before.update(until=edition.number)
    for cell in after:
        cell.pk, cell.value, cell.since = None, cell.value * times, edition.number
    Cell.objects.bulk_create(after)
    rollups.rebuild(dataset)
    return edition
