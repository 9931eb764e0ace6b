"""A preview link: how somebody without an account reads an article that is not published, for a while."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """Links by whether they still lead anywhere."""

    def open(self, *, at: datetime) -> PreviewLinkQuerySet:
        """Those that have neither expired nor been revoked."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at)


class PreviewLink(models.Model):
    """A link to the newest revision of an article. `articles/sharing.py` makes its address and reads it."""

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="preview_links"
    )
    editions = models.JSONField(
        _("editions"),
        default=dict,
        blank=True,
        help_text=_("By dataset the number of the waiting edition that is shown as if it counted."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"))
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.article} ({self.pk})"
