"""The states of an article and the ways between them: two tables, which verbs ask and admin pages show.

What readers get (`Status`) and how far the newest words have come in the newsroom (`Stage`) are two things: a
published article is revised, reviewed and approved while readers go on reading what was published.
"""

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


class Stage(models.TextChoices):
    """How far the newest revision has come on its way to readers."""

    WRITING = "writing", _("Being written")
    """Its writer has not handed it on."""
    IN_REVIEW = "in_review", _("In review")
    """Somebody else is asked to read it."""
    APPROVED = "approved", _("Approved")
    """Somebody who may has read exactly this revision and lets it be published."""
    SCHEDULED = "scheduled", _("Scheduled")
    """It is approved and will be published at its time, or with its edition."""


UNDER_WAY = frozenset({Stage.IN_REVIEW, Stage.APPROVED, Stage.SCHEDULED})
"""The stages in which somebody other than the writer has the article in hand."""

STAGES: Mapping[Stage, frozenset[Stage]] = {
    Stage.WRITING: frozenset({Stage.IN_REVIEW}),
    Stage.IN_REVIEW: frozenset({Stage.WRITING, Stage.APPROVED}),
    Stage.APPROVED: frozenset({Stage.WRITING, Stage.SCHEDULED}),
    Stage.SCHEDULED: frozenset({Stage.APPROVED, Stage.WRITING}),
}
"""What a person may do with an article at a stage. New words and publication move it by themselves."""


def may_become(current: str, wanted: Status) -> bool:
    """Whether an article may go from one state to another."""
    return wanted in TRANSITIONS[Status(current)]


def may_move(current: str, wanted: Stage) -> bool:
    """Whether an article may go from one stage to another."""
    return wanted in STAGES[Stage(current)]
