"""A use: that a published page rests on the figures of a question.

Made when a page is made, from the same questions that were asked for it, so "which pages use this dataset"
cannot drift from what the pages show.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class UseQuerySet(models.QuerySet["Use"]):
    """Questions about dependencies."""

    def of_dataset(self, dataset: str) -> UseQuerySet:
        """The uses of a dataset's figures, by its slug."""
        return self.filter(dataset=dataset)


class Use(models.Model):
    """One question of one published article, with its place in the text."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="uses")
    dataset = models.CharField(_("dataset"), max_length=100, db_index=True)
    question = models.TextField(_("question"), help_text=_("The canonical JSON of the question."))
    path = models.CharField(_("place in the text"), max_length=200)

    objects = UseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use")
        verbose_name_plural = _("uses")
        ordering = ("article", "pk")
        constraints = (models.UniqueConstraint(fields=("article", "path"), name="use_place"),)

    def __str__(self) -> str:
        return f"{self.dataset} @ {self.path}"
