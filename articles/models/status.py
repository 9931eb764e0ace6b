"""The states of an article and the ways between them: one table, which verbs ask and admin pages show."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where an article stands between its writer and its readers."""

    DRAFT = "draft", _("Draft")
    """Nobody but the newsroom sees it."""
    PUBLISHED = "published", _("Published")
    """Readers see the revision that was published last; later revisions wait."""
    WITHDRAWN = "withdrawn", _("Withdrawn")
    """Readers saw it once and are told that it was taken away."""


LIVE = frozenset({Status.PUBLISHED})
"""The states in which readers can open the article."""

TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.PUBLISHED}),
    Status.PUBLISHED: frozenset({Status.PUBLISHED, Status.WITHDRAWN}),
    Status.WITHDRAWN: frozenset({Status.PUBLISHED}),
}
"""What may follow on what; publishing a published article puts its newest revision before readers."""


def may_become(current: str, wanted: Status) -> bool:
    """Whether an article may go from one state to another."""
    return wanted in TRANSITIONS[Status(current)]
