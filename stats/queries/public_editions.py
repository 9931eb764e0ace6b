"""The editions of a dataset that readers see or saw; what waits for the data desk is its own business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stats.codebook import EditionFacts
from stats.models import Edition, EditionState


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """An edition that counts or counted, with how many cells it changed against the one before."""

    facts: EditionFacts
    in_force: bool
    cells: Mapping[str, int]
    """`new`, `revised`, `removed`, `unchanged`."""

    @property
    def number(self) -> int:
        return self.facts.number


def public_editions(slug: str) -> tuple[PublicEdition, ...]:
    """The public editions of a dataset, newest first."""
    rows = Edition.objects.seen().filter(dataset__slug=slug).defer("findings", "notes")
    return tuple(
        PublicEdition(row.facts, row.state == EditionState.IN_FORCE, row.cells)
        for row in rows.order_by("-number")
    )
