"""A former address: where readers once found an article, so that old links lead to where it is now."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class FormerAddress(models.Model):
    """A path that an article's page had. An article that is published at it takes it over."""

    path = models.CharField(_("address"), max_length=200, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ("path",)

    def __str__(self) -> str:
        return self.path
