"""Drafting: what is typed is kept while it is typed, and those who write at once are told of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from articles.document.words import LINES
from articles.models import Article, Draft, Revision
from articles.models.draft import PRESENT

FIELDS = (*LINES, "body", "slug", "language")
"""The fields whose words are kept."""

LONGEST = 1_000_000
"""How many characters a draft may have in all."""

FORGOTTEN_AFTER = timedelta(days=90)
"""After so long nobody comes back to words that were never saved."""


@dataclass(frozen=True, slots=True)
class Company:
    """Who else is in an article, and its newest revision: what a window is told when it is heard of."""

    others: tuple[str, ...]
    newest: int
    newest_by: str


class NotKept(ValueError):
    """A draft that cannot be kept, and why."""


@transaction.atomic
def keep(
    *,
    window: str,
    article: Article | None,
    by: User,
    words: Mapping[str, str] | None,
    started_from: int,
    at: datetime,
    closed: bool = False,
) -> Company:
    """Keep what a window holds; with None for words it only says that it is open, or closes now.

    NotKept for somebody else's window, and for words that are not those of an article.
    """
    made = {"article": article, "by": by, "at": at, "seen_at": at}
    # A window may send twice at once: whichever comes first makes the row.
    draft, _new = Draft.objects.select_for_update().get_or_create(window=window, defaults=made)
    if draft.by_id != by.pk:
        raise NotKept("this window is somebody else's")
    draft.seen_at, draft.started_from = at - PRESENT if closed else at, started_from
    draft.article = draft.article or article
    if words is not None:
        draft.words, draft.at = _checked(words), at
    draft.save()
    return _company(draft, at=at)


def saved(*, window: str, by: User) -> None:
    """What a window held is in a revision now."""
    Draft.objects.filter(pk=window, by=by).delete()


def discard(*, window: str, by: User) -> None:
    """Let go of what somebody does not want back."""
    Draft.objects.filter(pk=window, by=by).delete()


def unsaved(*, article: Article | None, by: User, at: datetime) -> list[Draft]:
    """What a person has typed into an article, or into a new one, and never saved; newest first.

    Words in a window that is still open are not offered to another one.
    """
    mine = Draft.objects.filter(article=article, by=by).unsaved()
    return list(mine.exclude(pk__in=Draft.objects.present(at=at).values("pk")))


def forget(*, at: datetime) -> int:
    """Let go of old drafts and of empty ones of closed windows; how many they were."""
    old = Draft.objects.filter(seen_at__lt=at - FORGOTTEN_AFTER)
    closed = Draft.objects.filter(words={}, seen_at__lt=at - timedelta(days=1))
    return int(old.delete()[0] + closed.delete()[0])


def _checked(words: Mapping[str, str]) -> dict[str, str]:
    if unknown := sorted(set(words) - set(FIELDS)):
        raise NotKept(f"unknown fields: {', '.join(unknown)}; accepted are {', '.join(FIELDS)}")
    if not all(isinstance(text, str) for text in words.values()):
        raise NotKept("every field is text")
    if sum(map(len, words.values())) > LONGEST:
        raise NotKept(f"a draft has at most {LONGEST} characters")
    return dict(words)


def _company(draft: Draft, *, at: datetime) -> Company:
    if draft.article_id is None:
        return Company((), 0, "")
    others = Draft.objects.filter(article_id=draft.article_id).present(at=at).exclude(by_id=draft.by_id)
    names = {one.by.get_full_name() or one.by.get_username() for one in others.select_related("by")}
    revisions = Revision.objects.filter(article_id=draft.article_id).select_related("by")
    newest = revisions.order_by("-number").first()
    if newest is None:
        return Company(tuple(sorted(names)), 0, "")
    return Company(tuple(sorted(names)), newest.number, newest.by.get_full_name() or newest.by.get_username())
