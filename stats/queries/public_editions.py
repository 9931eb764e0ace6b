"""The editions of a dataset that readers see or saw; what waits for the data desk is its own business."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stats.codebook import Coverage, EditionFacts
from stats.models import Decision, Edition, EditionState, Verdict
from stats.models.edition import ASKABLE


@dataclass(frozen=True, slots=True)
class Span:
    """A time during which an edition counted; `until` is None while it does."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """An edition that counts or counted, and what it changed against the one that counted before."""

    facts: EditionFacts
    coverage: Coverage
    state: EditionState
    """In force, superseded or taken back."""
    kept: bool
    """Whether its figures can still be asked for."""
    cells: Mapping[str, int]
    """`new`, `revised`, `removed`, `unchanged`."""
    changes: Sequence[Mapping[str, Any]]
    """Kinds of change as `stats.classification` writes them."""
    base: int | None
    """The edition that counted before it; None for the first."""
    counted: tuple[Span, ...]
    """When it counted, by the log of decisions; several times where it was taken back and accepted again."""
    taken_back_at: datetime | None
    """When it was taken back last; None where it was not, or counts again."""

    @property
    def number(self) -> int:
        return self.facts.number

    @property
    def taken_back(self) -> bool:
        return self.state == EditionState.TAKEN_BACK

    @property
    def in_force(self) -> bool:
        return self.state == EditionState.IN_FORCE


def public_editions(slug: str) -> tuple[PublicEdition, ...]:
    """The public editions of a dataset, newest first, in two queries."""
    rows = list(
        Edition.objects.public().filter(dataset__slug=slug).defer("findings", "notes").order_by("number")
    )
    log = _Log(slug)
    found: list[PublicEdition] = []
    for row in rows:
        kept = row.state in ASKABLE
        state = EditionState(row.state) if kept else EditionState.TAKEN_BACK
        lower = [one.number for one in found if one.state != EditionState.TAKEN_BACK]
        found.append(
            PublicEdition(
                facts=row.facts,
                coverage=row.covered,
                state=state,
                kept=kept,
                cells=row.cells,
                changes=row.classification,
                base=log.base.get(row.number, lower[-1] if lower else None),
                counted=tuple(log.counted.get(row.number, ())),
                taken_back_at=log.taken_back.get(row.number) if state == EditionState.TAKEN_BACK else None,
            )
        )
    return tuple(reversed(found))


class _Log:
    """What the log of decisions says of each edition, by its number."""

    def __init__(self, slug: str) -> None:
        self.base: dict[int, int | None] = {}
        self.counted: dict[int, list[Span]] = {}
        self.taken_back: dict[int, datetime] = {}
        current: int | None = None
        rows = Decision.objects.filter(edition__dataset__slug=slug).order_by("at", "id")
        for number, verdict, at, after in rows.values_list(
            "edition__number", "verdict", "at", "in_force_after"
        ):
            if verdict == Verdict.ACCEPTED:
                self.base.setdefault(number, current)
            elif verdict == Verdict.TAKEN_BACK:
                self.taken_back[number] = at
            if after == current:
                continue
            if current is not None:
                self._end(current, at)
            if after is not None:
                self.counted.setdefault(after, []).append(Span(at, None))
            current = after

    def _end(self, number: int, at: datetime) -> None:
        spans = self.counted[number]
        spans[-1] = Span(spans[-1].since, at)
