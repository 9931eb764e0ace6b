"""Sharing: links by which people without an account read an article before it is published, for a while.

The address of a link is its number with a signature, which only who holds the site's secret key can make: it
cannot be guessed, the database does not betray it, and it can be shown again. Whether a link still leads
anywhere is asked of the database each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.translation import gettext as _

from articles import workflow
from articles.errors import NotAllowed
from articles.models import Action, Article, PreviewLink

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=30)

_SIGNER = Signer(salt="articles.preview_link", sep=".")


@transaction.atomic
def share(
    *,
    article: Article,
    by: User,
    at: datetime,
    lasts: timedelta,
    editions: Mapping[str, int] | None = None,
) -> PreviewLink:
    """Make a link that lasts an hour at least and thirty days at most; NotAllowed otherwise.

    `editions` are numbers of editions by dataset, shown as if they counted, decided about or not.
    """
    if not SHORTEST <= lasts <= LONGEST:
        raise NotAllowed(_("A preview link lasts between one hour and thirty days."))
    number = article.revision_number
    if not number:
        raise NotAllowed(_("The article has not been saved yet."))
    link = PreviewLink.objects.create(
        article=article, by=by, at=at, expires_at=at + lasts, editions=dict(editions or {})
    )
    workflow.log(article, Action.SHARED, number, by=by, at=at, note="")
    return link


@transaction.atomic
def revoke(*, link: PreviewLink, by: User, at: datetime) -> None:
    """Let a link lead nowhere from now on; once is enough."""
    if link.revoked_at is None:
        link.revoked_at = at
        link.save(update_fields=["revoked_at"])
        workflow.log(link.article, Action.REVOKED, link.article.revision_number, by=by, at=at, note="")


def key_of(link: PreviewLink) -> str:
    """What stands in the address of a link."""
    return _SIGNER.sign(str(link.pk))


def link_of(key: str, *, at: datetime) -> PreviewLink | None:
    """The link of a key; None for a key that nobody made, or a link that has expired or been revoked."""
    try:
        number = int(_SIGNER.unsign(key))
    except (BadSignature, ValueError):
        return None
    return PreviewLink.objects.open(at=at).select_related("article__author").filter(pk=number).first()
