"""A revision: what an article said after one save. Nothing that was saved is ever lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.document.line import as_written
from articles.document.words import LINES, Words, words_of
from articles.models.article import Article


class Revision(models.Model):
    """The words of an article at one time; immutable once written."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    at = models.DateTimeField(_("saved"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("saved by"),
    )
    title = models.TextField(_("title"))
    standfirst = models.TextField(_("standfirst"), blank=True)
    summary = models.TextField(_("summary for search engines"), blank=True)
    social = models.TextField(_("text for social media"), blank=True)
    body = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ("article", "-number")
        constraints = (models.UniqueConstraint(fields=("article", "number"), name="revision_number"),)

    def __str__(self) -> str:
        return f"{self.headline} ({self.number})"

    @property
    def headline(self) -> str:
        """The title as its writer saw it."""
        return as_written(self.title)

    @property
    def words(self) -> Words:
        """What it says, parsed."""
        return words_of({name: getattr(self, name) for name in (*LINES, "body")})
