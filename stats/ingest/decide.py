"""Deciding: which edition of a dataset counts. A decision moves one pointer or none, and is logged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from stats.findings import Refused, refuse
from stats.ingest import labels
from stats.ingest.load import drop
from stats.ingest.log import log
from stats.ingest.mapping import ensure_decided
from stats.models import Actor, Dataset, Edition, EditionState, Verdict
from stats.models.edition import DECIDABLE
from stats.signals import edition_in_force

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

STATES: Mapping[Verdict, frozenset[EditionState]] = {
    Verdict.ACCEPTED: DECIDABLE,
    Verdict.REFUSED: DECIDABLE,
    Verdict.TAKEN_BACK: frozenset({EditionState.IN_FORCE}),
    Verdict.HELD: frozenset({EditionState.WAITING}),
}
"""From which states each decision can be made."""

ABOVE: Mapping[Verdict, frozenset[EditionState]] = {
    Verdict.ACCEPTED: frozenset({EditionState.TAKEN_BACK}),
    Verdict.REFUSED: frozenset(),
    Verdict.TAKEN_BACK: frozenset({EditionState.TAKEN_BACK}),
    Verdict.HELD: frozenset(),
}
"""In which states newer editions may stand meanwhile. Refusing undoes nothing but the newest exactly."""

_WANTED = {
    Verdict.ACCEPTED: "only a waiting edition can be accepted",
    Verdict.REFUSED: "only a waiting edition can be refused",
    Verdict.TAKEN_BACK: "only the edition in force can be taken back",
    Verdict.HELD: "only a waiting edition can be held",
}


@transaction.atomic
def accept(
    edition: Edition,
    *,
    by: AbstractBaseUser | None = None,
    actor: Actor = Actor.COMMAND,
    at: datetime | None = None,
    note: str = "",
) -> None:
    """Let a waiting (or taken back) edition count.

    Refused where a newer one stands in the way or somebody has yet to say what a label of it is.
    """
    dataset, edition = _open(edition, Verdict.ACCEPTED)
    ensure_decided(edition)
    if dataset.in_force is not None:
        Edition.objects.filter(pk=dataset.in_force.pk).update(state=EditionState.SUPERSEDED)
    at = at or timezone.now()
    edition.state, edition.in_force_since = EditionState.IN_FORCE, at
    edition.save(update_fields=("state", "in_force_since"))
    labels.apply(edition)
    _point_to(dataset, edition)
    log(edition, Verdict.ACCEPTED, by=by, actor=actor, at=at, note=note, in_force=edition)


@transaction.atomic
def hold(
    edition: Edition, *, note: str, by: AbstractBaseUser | None = None, at: datetime | None = None
) -> None:
    """Say what a waiting edition waits for. It can be accepted or refused whenever that ends."""
    dataset, edition = _open(edition, Verdict.HELD)
    if not note.strip():
        raise refuse("decide.note", "a hold needs a note that says what it waits for")
    log(edition, Verdict.HELD, by=by, at=at, note=note, in_force=dataset.in_force)


@transaction.atomic
def take_back(
    edition: Edition, *, by: AbstractBaseUser | None = None, at: datetime | None = None, note: str = ""
) -> None:
    """Let the edition before count again. The figures stay stored, so that accepting again is as quick."""
    dataset, edition = _open(edition, Verdict.TAKEN_BACK)
    before = dataset.editions.filter(state=EditionState.SUPERSEDED, number__lt=edition.number)
    previous = before.order_by("-number").first()
    edition.state = EditionState.TAKEN_BACK
    edition.save(update_fields=("state",))
    if previous is not None:
        previous.state = EditionState.IN_FORCE
        previous.save(update_fields=("state",))
    labels.undo(edition)
    _point_to(dataset, previous)
    log(edition, Verdict.TAKEN_BACK, by=by, at=at, note=note, in_force=previous)


@transaction.atomic
def refuse_edition(
    edition: Edition, *, by: AbstractBaseUser | None = None, at: datetime | None = None, note: str = ""
) -> None:
    """Undo a waiting edition for good; its files and the decision stay."""
    dataset, edition = _open(edition, Verdict.REFUSED)
    drop(edition)
    log(edition, Verdict.REFUSED, by=by, at=at, note=note, in_force=dataset.in_force)


def open_to(edition: Edition) -> tuple[Verdict, ...]:
    """What can be decided about an edition as it stands."""
    return tuple(verdict for verdict in STATES if _obstacle(edition, verdict) is None)


def _open(edition: Edition, verdict: Verdict) -> tuple[Dataset, Edition]:
    """The dataset, locked, and the edition as it is stored now; refused where that is not open to it."""
    dataset = Dataset.objects.select_for_update().get(pk=edition.dataset_id)
    fresh = Edition.objects.get(pk=edition.pk)
    if obstacle := _obstacle(fresh, verdict):
        raise obstacle
    return dataset, fresh


def _obstacle(edition: Edition, verdict: Verdict) -> Refused | None:
    newer = Edition.objects.kept().filter(dataset=edition.dataset_id, number__gt=edition.number)
    first = newer.exclude(state__in=ABOVE[verdict]).order_by("-number").first()
    if first is not None:
        return refuse(
            "decide.order", f"{edition} is followed by edition {first.number}: decide about that one first"
        )
    if edition.state not in STATES[verdict]:
        return refuse("decide.state", f"{edition} is {edition.state}: {_WANTED[verdict]}")
    return None


def _point_to(dataset: Dataset, edition: Edition | None) -> None:
    dataset.in_force = edition
    dataset.save(update_fields=("in_force",))
    announce(dataset, edition)


def announce(dataset: Dataset, edition: Edition | None) -> None:
    """Tell whoever listens, after commit, that other figures than before may count."""
    number = edition.number if edition else None
    transaction.on_commit(
        lambda: edition_in_force.send_robust(sender=Dataset, dataset=dataset.slug, edition=number)
    )
