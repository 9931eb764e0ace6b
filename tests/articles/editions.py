"""Another edition of a dataset of `permits` comes into force, with some figures changed."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from stats.ingest import rollups
from stats.models import Cell, Dataset, Edition, EditionState, Member
from stats.signals import edition_in_force


def next_edition(dataset: Dataset, *, province: str = "ON", times: int = 2, tell: bool = False) -> Edition:
    """The next edition, in which a province has so many times its permits. `tell` sends the signal."""
    before = dataset.in_force
    assert before is not None
    edition = Edition.objects.create(
        dataset=dataset,
        number=before.number + 1,
        state=EditionState.IN_FORCE,
        coverage=before.coverage,
        in_force_since=timezone.now(),
    )
    member = Member.objects.get(dimension__dataset=dataset, code=province)
    Cell.objects.filter(dataset=dataset, a1=member.pk, value__isnull=False).update(value=F("value") * times)
    rollups.rebuild(dataset)
    dataset.in_force = edition
    dataset.save(update_fields=["in_force"])
    if tell:
        edition_in_force.send(sender=Edition, dataset=dataset.slug, edition=edition.number)
    return edition
