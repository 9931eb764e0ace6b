"""A page: what readers get at an address, ready-made.

It was made of one revision and of figures of named editions, and says whether it is still true to the
editions in force. A page that can no longer be made stays as it was, with its editions named on it, and is
marked broken: never a silent wrong number.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.revision import Revision


class Standing(models.TextChoices):
    """Whether a published page is true to the editions in force."""

    STANDS = "stands", _("Stands")
    """Everything on it comes from the editions in force when it was checked last."""
    BROKEN = "broken", _("Broken")
    """Something on it can no longer be answered; readers see the last page that could be made."""


class PageQuerySet(models.QuerySet["Page"]):
    """What feeds, lists and refreshing ask for."""

    def newest_first(self) -> PageQuerySet:
        """Pages in a language's order of publication, with all that lists show."""
        found = self.select_related("article", "article__author").defer("html")
        return found.order_by("-article__published_at", "-pk")

    def in_language(self, language: str) -> PageQuerySet:
        """Pages in a language."""
        return self.filter(language=language)

    def showing(self, dataset: str) -> PageQuerySet:
        """Pages that show figures of a dataset, by its slug."""
        return self.filter(article__uses__dataset=dataset).distinct()

    def broken(self) -> PageQuerySet:
        """Pages that could not be made from the editions in force."""
        return self.filter(standing=Standing.BROKEN)


class Page(models.Model):
    """The published form of an article."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="page")
    revision = models.ForeignKey(Revision, on_delete=models.RESTRICT, related_name="+")
    path = models.CharField(_("address"), max_length=200, unique=True)
    language = models.CharField(_("language"), max_length=2)
    title = models.TextField(_("title"), help_text=_("As readers see it."))
    standfirst = models.TextField(_("standfirst"), blank=True)
    description = models.TextField(_("description"), blank=True)
    html = models.TextField()
    etag = models.CharField(max_length=64)
    built_at = models.DateTimeField(_("made"))
    editions = models.JSONField(
        _("editions"),
        default=dict,
        help_text=_("The number of the edition shown, by dataset."),
    )
    checked = models.JSONField(
        _("checked against"),
        default=dict,
        help_text=_("The editions that were in force when it was checked last; others than shown if broken."),
    )
    standing = models.CharField(
        _("standing"), max_length=10, choices=Standing.choices, default=Standing.STANDS
    )
    reason = models.JSONField(_("reason"), default=list, blank=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ("path",)

    def __str__(self) -> str:
        return self.path

    @property
    def author_name(self) -> str:
        """The author as readers see the name."""
        return self.article.author_name
