"""A step: what somebody did with an article besides writing it. Steps are only ever added."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Action(models.TextChoices):
    """What was done."""

    SUBMITTED = "submitted", _("Asked for a review")
    SENT_BACK = "sent_back", _("Sent back to the writer")
    APPROVED = "approved", _("Approved")
    CHANGED = "changed", _("Changed after it was approved")
    SCHEDULED = "scheduled", _("Scheduled")
    UNSCHEDULED = "unscheduled", _("Taken off the schedule")
    MISSED = "missed", _("Could not be published when it was due")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    COMMENTED = "commented", _("Commented")
    RESOLVED = "resolved", _("Resolved a comment")
    SHARED = "shared", _("Made a preview link")
    REVOKED = "revoked", _("Revoked a preview link")
    REOPENED = "reopened", _("Opened a comment again")


class Step(models.Model):
    """One action on one revision, with who did it, when, and what was said."""

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="steps"
    )
    revision = models.PositiveIntegerField(_("revision"))
    action = models.CharField(_("action"), max_length=12, choices=Action.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Nobody where the timetable did it."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.article}: {self.get_action_display()} ({self.revision})"
