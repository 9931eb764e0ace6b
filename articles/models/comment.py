"""A comment: what somebody says about a passage before it is published, and what others answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments by what is asked of them."""

    def threads(self) -> CommentQuerySet:
        """Those that answer no other."""
        return self.filter(answer_to__isnull=True)

    def open(self) -> CommentQuerySet:
        """Those that nobody has resolved."""
        return self.filter(resolved_at__isnull=True)


class Comment(models.Model):
    """What is said about some words of an article; about all of it where there are none."""

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="comments"
    )
    revision = models.PositiveIntegerField(
        _("revision"), help_text=_("The newest one when the comment was made.")
    )
    path = models.CharField(_("place in the text"), max_length=200, blank=True)
    quote = models.CharField(_("words"), max_length=300, blank=True)
    text = models.TextField(_("comment"), max_length=4000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"))
    answer_to = models.ForeignKey(
        "self", verbose_name=_("answer to"), null=True, on_delete=models.CASCADE, related_name="answers"
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("resolved by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def by_name(self) -> str:
        """Who made it, as the newsroom calls them."""
        return self.by.get_full_name() or self.by.get_username()
