"""Finding what an address names; what is not there is said with the nearest that is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from stats.api.problems import Missing
from stats.labels import nearest
from stats.models import Dataset
from stats.queries.codebooks import codebook
from stats.queries.published import Ids, Published, published


def dataset_in_force(slug: str) -> Dataset:
    """The dataset of a slug with its edition in force; Missing where readers see none."""
    datasets = Dataset.objects.in_force()
    found = datasets.select_related("in_force").filter(slug=slug).first()
    if found is None:
        known = list(datasets.values_list("slug", flat=True))
        raise Missing(f"{slug!r} is not a dataset.", field="slug", accepted=nearest(slug, known))
    return found


def published_as_of(slug: str, as_of: int | date | None, codes: Collection[str]) -> tuple[Published, Ids]:
    """A dataset as of an edition that readers see or saw, and its members with some codes.

    Missing or QuestionError where there is none.
    """
    if not isinstance(as_of, date) and (found := published(slug, as_of, codes)) is not None:
        return found
    dataset_in_force(slug)
    number = codebook(slug, as_of).edition.number
    if (found := published(slug, number, codes)) is None:
        raise Missing(f"{slug!r} has no dimensions.", field="slug")
    return found
