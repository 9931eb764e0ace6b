"""Another meaning for the same cells: what a person changes about a dataset or its members counts at once."""

from __future__ import annotations

from django.db import transaction

from stats.ingest import rollups
from stats.ingest.decide import announce
from stats.models import Dataset


@transaction.atomic
def changed(dataset: Dataset, *, rounding: bool = False) -> None:
    """Renew what depends on the settings, labels and roles of a dataset, and have its pages made again.

    `rounding` says that the rounding base is another one, by which roll-ups tell the smallest printed number.
    """
    if rounding:
        rollups.rebuild(dataset)
    if dataset.in_force is not None:
        announce(dataset, dataset.in_force)
