"""Post: mail to those concerned when an article passes from hand to hand, sent after commit.

A mail that cannot be sent is logged and nothing else: the desk shows the same.
"""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.models import Article, Step

log = structlog.get_logger(__name__)


def review_wanted(step: Step) -> None:
    """To all who may approve, but the one who asks."""
    _send(step, _may("approve_article"))


def sent_back(step: Step) -> None:
    """To those who wrote it."""
    _send(step, _writers(step.article))


def approved(step: Step) -> None:
    """To those who wrote it and those who may publish it."""
    _send(step, [*_writers(step.article), *_may("publish_article")])


def approved_words_changed(step: Step) -> None:
    """To all who may approve: it needs approval again."""
    _send(step, _may("approve_article"))


def published(step: Step) -> None:
    """To those who wrote it."""
    _send(step, _writers(step.article))


def could_not_publish(step: Step) -> None:
    """To those who wrote it and those who may publish it."""
    _send(step, [*_writers(step.article), *_may("publish_article")])


def _writers(article: Article) -> list[User]:
    writers = User.objects.filter(pk__in=article.revisions.values("by"))
    return [article.author, *writers]


def _may(codename: str) -> list[User]:
    granted = Q(user_permissions__codename=codename) | Q(groups__permissions__codename=codename)
    return list(User.objects.filter(granted, is_staff=True).distinct())


def _send(step: Step, people: Iterable[User]) -> None:
    concerned = {person.email for person in people if person.is_active and person.pk != step.by_id}
    addresses = sorted(concerned - {""})
    if not addresses:
        return
    with override(step.article.language):
        message = EmailMessage(
            subject=f"[{settings.STET_SITE_NAME}] {step.get_action_display()}: {step.article.headline}",
            body=_body(step),
            to=addresses,
        )
    transaction.on_commit(lambda: _deliver(message))


def _body(step: Step) -> str:
    address = settings.STET_BASE_URL + reverse("admin:articles_article_change", args=[step.article_id])
    by = step.by.get_full_name() or step.by.get_username() if step.by else _("The timetable")
    return "\n\n".join(filter(None, (f"{by}: {step.get_action_display()}", step.note, address)))


def _deliver(message: EmailMessage) -> None:
    for address in message.to:
        # One message each: nobody learns the others' addresses.
        one = EmailMessage(message.subject, message.body, to=[address])
        try:
            one.send()
        except OSError as error:
            log.warning("mail could not be sent", subject=message.subject, error=str(error))
