"""A draft: what somebody has typed and not saved yet, kept by the server so that no accident loses it.

There is one for each window that an article is written in. It becomes a revision when it is saved; until then
it is nobody's business but its writer's, whom it is offered to the next time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article

PRESENT = timedelta(seconds=40)
"""A window that has said nothing for so long is closed, asleep or offline."""


class DraftQuerySet(models.QuerySet["Draft"]):
    """Drafts by what is done with them."""

    def present(self, *, at: datetime) -> DraftQuerySet:
        """Those of windows that are open now."""
        return self.filter(seen_at__gt=at - PRESENT)

    def unsaved(self) -> DraftQuerySet:
        """Those that hold words which no revision has."""
        return self.exclude(words={})


class Draft(models.Model):
    """The words in one window, by the names of their fields; none while they are those of the revision."""

    window = models.CharField(max_length=40, primary_key=True)
    article = models.ForeignKey(
        Article, null=True, on_delete=models.CASCADE, related_name="drafts", verbose_name=_("article")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("by")
    )
    started_from = models.PositiveIntegerField(
        _("revision"), default=0, help_text=_("The revision that the writer started from; 0 for none.")
    )
    words = models.JSONField(_("words"), default=dict, blank=True)
    at = models.DateTimeField(_("at"), help_text=_("When words were last typed."))
    seen_at = models.DateTimeField(_("seen"), help_text=_("When its window was last heard of."))

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ("-at",)

    def __str__(self) -> str:
        return str(self.article or self.said.get("title", ""))

    @property
    def said(self) -> Mapping[str, str]:
        """The words by field."""
        found: Mapping[str, str] = self.words
        return found
