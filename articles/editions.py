"""Which editions are in force: what published pages are compared with."""

from __future__ import annotations

from collections.abc import Iterable

from stats.models import Dataset


def in_force(datasets: Iterable[str]) -> dict[str, int | None]:
    """The number of the edition in force by the slug of its dataset; None where there is none."""
    asked: dict[str, int | None] = dict.fromkeys(datasets)
    found = Dataset.objects.in_force().filter(slug__in=asked)
    return asked | dict(found.values_list("slug", "in_force__number"))
