"""Finding what an address names; what is not there is said with the nearest that is."""

from __future__ import annotations

from stats.api.problems import Missing
from stats.labels import nearest
from stats.models import Dataset


def dataset_in_force(slug: str) -> Dataset:
    """The dataset of a slug with its edition in force; Missing where readers see none."""
    datasets = Dataset.objects.in_force()
    found = datasets.select_related("in_force").filter(slug=slug).first()
    if found is None:
        known = list(datasets.values_list("slug", flat=True))
        raise Missing(f"{slug!r} is not a dataset.", field="slug", accepted=nearest(slug, known))
    return found
