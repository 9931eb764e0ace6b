"""Saving what was written: every save is a revision, and nobody overwrites another's words unseen."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles import workflow
from articles.errors import EditConflict
from articles.models import Article, Revision


@transaction.atomic
def save(*, article: Article, by: User, at: datetime, expected: int | None = None) -> Revision:
    """Keep the article's words and the revision that records them; the newest revision where nothing changed.

    `expected` is the number of the revision that the writer started from. EditConflict if another one was
    saved since; then nothing is changed.
    """
    newest = _newest(article)
    number = newest.number if newest is not None else 0
    if expected is not None and newest is not None and expected != number:
        raise EditConflict(expected=expected, found=number, by=newest.by.get_username())
    article.save()
    if newest is not None and _words(newest) == _words(article):
        return newest
    revision = Revision.objects.create(article=article, number=number + 1, at=at, by=by, **_words(article))
    workflow.changed(article, revision)
    return revision


def restore(*, article: Article, revision: Revision, by: User, at: datetime) -> Revision:
    """Say again what an earlier revision said, as the newest one; those in between stay in the history."""
    for name, words in _words(revision).items():
        setattr(article, name, words)
    return save(article=article, by=by, at=at)


def _newest(article: Article) -> Revision | None:
    if article.pk is None:
        return None
    Article.objects.select_for_update().filter(pk=article.pk).first()
    return article.revisions.select_related("by").order_by("-number").first()


def _words(of: Article | Revision) -> dict[str, str]:
    return {
        "title": of.title,
        "standfirst": of.standfirst,
        "summary": of.summary,
        "social": of.social,
        "body": of.body,
    }
