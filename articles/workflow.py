"""Workflow: how the newest words of an article pass from hand to hand before they are published.

A second pair of eyes is part of the work. With `STET_APPROVAL` at `others`, nobody approves what they were
the last to change; at `anybody`, whoever may approve may approve their own; at `none`, nothing needs it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import post
from articles.errors import NotAllowed
from articles.models import Action, Article, Revision, Schedule, Stage, Step
from articles.models.status import may_move
from stats.models import Dataset


class Approval(StrEnum):
    """Who approves what is to be published."""

    OTHERS = "others"
    ANYBODY = "anybody"
    NONE = "none"


def approval() -> Approval:
    """What the newsroom has set."""
    return Approval(settings.STET_APPROVAL)


@transaction.atomic
def submit(*, article: Article, by: User, at: datetime, note: str = "") -> None:
    """Ask for a review of the newest revision."""
    revision = _moved(article, Stage.IN_REVIEW)
    post.review_wanted(log(article, Action.SUBMITTED, revision, by=by, at=at, note=note))


@transaction.atomic
def send_back(*, article: Article, by: User, at: datetime, note: str = "") -> None:
    """Give the article back to its writer; what was scheduled is off."""
    revision = _moved(article, Stage.WRITING)
    Schedule.objects.filter(article=article).delete()
    post.sent_back(log(article, Action.SENT_BACK, revision, by=by, at=at, note=note))


@transaction.atomic
def approve(*, article: Article, by: User, at: datetime, note: str = "") -> None:
    """Let exactly the newest revision be published. NotAllowed for who changed it last, where others must."""
    article = _locked(article)
    revision = _newest(article)
    if why_not := may_not_approve(revision, by):
        raise NotAllowed(why_not)
    _move(article, Stage.APPROVED)
    post.approved(log(article, Action.APPROVED, revision, by=by, at=at, note=note))


def may_not_approve(revision: Revision, by: User) -> str:
    """Why a person may not approve a revision; empty where they may."""
    if approval() is Approval.OTHERS and revision.by_id == by.pk:
        return _("You were the last to change it: somebody else has to approve it.")
    return ""


@transaction.atomic
def schedule(
    *, article: Article, by: User, now: datetime, at: datetime | None, dataset: Dataset | None, note: str = ""
) -> Schedule:
    """Have an approved article published at a moment, with the next edition of a dataset, or after both.

    NotAllowed without either, or for a moment that has passed.
    """
    if at is None and dataset is None:
        raise NotAllowed(_("Choose a moment, or a dataset whose next edition it is published with."))
    if at is not None and at <= now:
        raise NotAllowed(_("That moment has passed: publish it, or choose a later one."))
    article = _locked(article)
    if approval() is Approval.NONE and article.stage != Stage.SCHEDULED:
        Article.objects.filter(pk=article.pk).update(stage=Stage.APPROVED)
        article.stage = Stage.APPROVED
    revision = _newest(article)
    _move(article, Stage.SCHEDULED)
    in_force = dataset.in_force if dataset is not None else None
    planned = Schedule.objects.create(
        article=article,
        at=at,
        dataset=dataset,
        after_edition=in_force.number if in_force is not None else 0,
        by=by,
    )
    log(article, Action.SCHEDULED, revision, by=by, at=now, note=note)
    return planned


def may_be_scheduled(article: Article) -> bool:
    """Whether an article can be put on the schedule as it stands."""
    return may_move(article.stage, Stage.SCHEDULED) or (
        approval() is Approval.NONE and article.stage in (Stage.WRITING, Stage.IN_REVIEW)
    )


@transaction.atomic
def unschedule(*, article: Article, by: User, at: datetime, note: str = "") -> None:
    """Take an article off the schedule; it stays approved."""
    revision = _moved(article, Stage.APPROVED, from_=Stage.SCHEDULED)
    Schedule.objects.filter(article=article).delete()
    log(article, Action.UNSCHEDULED, revision, by=by, at=at, note=note)


def changed(article: Article, revision: Revision) -> None:
    """New words were saved: what was approved of the old ones no longer holds for them.

    An article in review stays there. To be called in the transaction that saves.
    """
    if article.stage in (Stage.APPROVED, Stage.SCHEDULED):
        Schedule.objects.filter(article=article).delete()
        article.stage = Stage.IN_REVIEW
        article.save(update_fields=["stage"])
        post.approved_words_changed(
            log(article, Action.CHANGED, revision, by=revision.by, at=revision.at, note="")
        )


def why_not_publishable(article: Article) -> str:
    """Why the newest revision may not be published as things stand in the newsroom; empty where it may."""
    if approval() is Approval.NONE or article.stage in (Stage.APPROVED, Stage.SCHEDULED):
        return ""
    return _("It has not been approved.")


def published(article: Article, revision: Revision, *, by: User | None, at: datetime) -> None:
    """The newest revision is before readers: its way is at an end."""
    Schedule.objects.filter(article=article).delete()
    post.published(log(article, Action.PUBLISHED, revision.number, by=by, at=at, note=""))


def log(
    article: Article, action: Action, revision: Revision | int, *, by: User | None, at: datetime, note: str
) -> Step:
    """Record a step for good."""
    number = revision if isinstance(revision, int) else revision.number
    return Step.objects.create(article=article, revision=number, action=action, by=by, at=at, note=note)


def _moved(article: Article, wanted: Stage, *, from_: Stage | None = None) -> Revision:
    locked = _locked(article)
    _move(locked, wanted, from_=from_)
    article.stage = locked.stage
    return _newest(locked)


def _locked(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _move(article: Article, wanted: Stage, *, from_: Stage | None = None) -> None:
    if not may_move(article.stage, wanted) or (from_ is not None and article.stage != from_):
        raise NotAllowed(
            _("The article is at “%(stage)s”: this cannot be done now.")
            % {"stage": article.get_stage_display()}
        )
    article.stage = wanted
    article.save(update_fields=["stage"])


def _newest(article: Article) -> Revision:
    newest = article.revisions.select_related("by").order_by("-number").first()
    if newest is None:
        raise NotAllowed(_("The article has not been saved yet."))
    return newest
