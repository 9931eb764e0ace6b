"""Deciding: which edition of a dataset counts. Every decision moves one pointer and is logged for good."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from stats.findings import refuse
from stats.ingest.load import drop
from stats.models import Dataset, Decision, Edition, EditionState
from stats.models.edition import DECIDABLE, Verdict
from stats.signals import edition_in_force

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@transaction.atomic
def accept(
    edition: Edition, *, by: AbstractBaseUser | None = None, at: datetime | None = None, note: str = ""
) -> None:
    """Let a waiting (or taken back) edition count. Refused unless it is the newest one."""
    dataset, edition = _locked(edition)
    if edition.state not in DECIDABLE:
        raise refuse("decide.state", f"{edition} is {edition.state}: only a waiting edition can be accepted")
    if dataset.in_force is not None:
        Edition.objects.filter(pk=dataset.in_force.pk).update(state=EditionState.SUPERSEDED)
    at = at or timezone.now()
    edition.state, edition.in_force_since = EditionState.IN_FORCE, at
    edition.save(update_fields=("state", "in_force_since"))
    _point_to(dataset, edition)
    _log(edition, Verdict.ACCEPTED, by=by, at=at, note=note, in_force=edition)


@transaction.atomic
def take_back(
    edition: Edition, *, by: AbstractBaseUser | None = None, at: datetime | None = None, note: str = ""
) -> None:
    """Let the edition before count again. The figures stay stored, so that accepting again is as quick."""
    dataset, edition = _locked(edition)
    if dataset.in_force_id != edition.pk:
        raise refuse(
            "decide.state", f"{edition} is {edition.state}: only the edition in force can be taken back"
        )
    before = dataset.editions.filter(state=EditionState.SUPERSEDED, number__lt=edition.number)
    previous = before.order_by("-number").first()
    edition.state = EditionState.TAKEN_BACK
    edition.save(update_fields=("state",))
    if previous is not None:
        previous.state = EditionState.IN_FORCE
        previous.save(update_fields=("state",))
    _point_to(dataset, previous)
    _log(edition, Verdict.TAKEN_BACK, by=by, at=at or timezone.now(), note=note, in_force=previous)


@transaction.atomic
def refuse_edition(
    edition: Edition, *, by: AbstractBaseUser | None = None, at: datetime | None = None, note: str = ""
) -> None:
    """Undo a waiting edition for good; its files and the decision stay."""
    dataset, edition = _locked(edition)
    if edition.state not in DECIDABLE:
        raise refuse("decide.state", f"{edition} is {edition.state}: only a waiting edition can be refused")
    drop(edition)
    _log(edition, Verdict.REFUSED, by=by, at=at or timezone.now(), note=note, in_force=dataset.in_force)


def _locked(edition: Edition) -> tuple[Dataset, Edition]:
    dataset = Dataset.objects.select_for_update().get(pk=edition.dataset_id)
    fresh = Edition.objects.get(pk=edition.pk)
    newest = dataset.editions.kept().order_by("-number").first()
    if newest is not None and newest.pk != fresh.pk:
        raise refuse(
            "decide.order", f"{fresh} is followed by edition {newest.number}: decide about that one first"
        )
    return dataset, fresh


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


def _log(
    edition: Edition,
    verdict: Verdict,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    note: str,
    in_force: Edition | None,
) -> None:
    Decision.objects.create(
        edition=edition,
        verdict=verdict,
        at=at,
        by_id=by.pk if by else None,
        note=note,
        in_force_after=in_force.number if in_force else None,
    )
