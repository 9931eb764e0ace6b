"""Commenting: what is said about passages, answered and resolved; each step stands in the article's log.

A comment keeps the words that it is about, so that it is found again where the text has moved.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import workflow
from articles.errors import NotAllowed
from articles.models import Action, Article, Comment

LONGEST = 4000
LONGEST_QUOTE = 300
LONGEST_PATH = 200


@transaction.atomic
def comment(
    *, article: Article, by: User, at: datetime, text: str, path: str = "", quote: str = ""
) -> Comment:
    """Say something about words at a place, or about the whole article. NotAllowed for saying nothing."""
    if len(path) > LONGEST_PATH:
        raise NotAllowed(_("There is no such place in a text."))
    said = Comment.objects.create(
        article=article,
        revision=article.revision_number,
        path=path,
        quote=quote[:LONGEST_QUOTE],
        text=_checked(text),
        by=by,
        at=at,
    )
    workflow.log(article, Action.COMMENTED, said.revision, by=by, at=at, note=said.text)
    return said


@transaction.atomic
def answer(*, to: Comment, by: User, at: datetime, text: str) -> Comment:
    """Answer a comment. NotAllowed for one that is resolved: it is opened again first."""
    if to.resolved_at is not None:
        raise NotAllowed(_("The comment is resolved: open it again to answer it."))
    thread = to.answer_to or to
    number = thread.article.revision_number
    said = Comment.objects.create(
        article=thread.article, revision=number, answer_to=thread, text=_checked(text), by=by, at=at
    )
    workflow.log(thread.article, Action.COMMENTED, number, by=by, at=at, note=said.text)
    return said


def resolve(*, comment: Comment, by: User, at: datetime) -> None:
    """Say that a comment is dealt with; once is enough."""
    if comment.resolved_at is None:
        _turn(comment, Action.RESOLVED, by=by, at=at, resolved_at=at, resolved_by=by)


def reopen(*, comment: Comment, by: User, at: datetime) -> None:
    """Say that a resolved comment is not dealt with after all."""
    if comment.resolved_at is not None:
        _turn(comment, Action.REOPENED, by=by, at=at, resolved_at=None, resolved_by=None)


@transaction.atomic
def _turn(
    comment: Comment,
    action: Action,
    *,
    by: User,
    at: datetime,
    resolved_at: datetime | None,
    resolved_by: User | None,
) -> None:
    comment.resolved_at, comment.resolved_by = resolved_at, resolved_by
    comment.save(update_fields=["resolved_at", "resolved_by"])
    number = comment.article.revision_number
    workflow.log(comment.article, action, number, by=by, at=at, note=comment.text)


def _checked(text: str) -> str:
    if not (said := text.strip()):
        raise NotAllowed(_("A comment says something."))
    if len(said) > LONGEST:
        raise NotAllowed(_("A comment has at most %(count)s characters.") % {"count": LONGEST})
    return said
