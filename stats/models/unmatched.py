"""Labels of a waiting edition that match no member, and what the data desk decided about each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from stats.labels import Label
from stats.models.codelist import LONGEST, Dimension, Member
from stats.suggesting import Suggestion

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


class Mapped(models.TextChoices):
    """What a label turned out to be."""

    UNDECIDED = "", _("Not decided")
    NEW = "new", _("A new member")
    SAME = "same", _("The same as a member")


class UnmatchedQuerySet(models.QuerySet["Unmatched"]):
    """Unmatched labels by what was decided."""

    def undecided(self) -> UnmatchedQuerySet:
        """Those that keep their edition from counting."""
        return self.filter(decision=Mapped.UNDECIDED)

    def decided(self) -> UnmatchedQuerySet:
        """Those that somebody decided about."""
        return self.exclude(decision=Mapped.UNDECIDED)


class Unmatched(models.Model):
    """A label that an edition brought and no member had, by code, exactly or by alias.

    `code` is the one that it has as a new member; `parent` the code of the known member that it stands under.
    `suggestions` are `stats.suggesting.Suggestion` as JSON, the best first.
    """

    edition = models.ForeignKey("stats.Edition", on_delete=models.CASCADE, related_name="unmatched")
    dimension = models.ForeignKey(Dimension, on_delete=models.CASCADE, related_name="unmatched")
    code = models.CharField(_("code"), max_length=LONGEST)
    parent = models.CharField(_("part of"), max_length=LONGEST, blank=True)
    label_en = models.CharField(_("label (English)"), max_length=LONGEST, blank=True)
    label_fr = models.CharField(_("label (French)"), max_length=LONGEST, blank=True)
    line = models.PositiveIntegerField(_("row in the file"), null=True, blank=True)
    suggestions = models.JSONField(_("suggestions"), default=list, blank=True)
    decision = models.CharField(
        _("decision"), max_length=8, choices=Mapped.choices, default=Mapped.UNDECIDED, blank=True
    )
    member = models.ForeignKey(
        Member,
        verbose_name=_("the same as"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="unmatched",
    )
    renames = models.BooleanField(_("the member is called so from this edition on"), default=False)
    at = models.DateTimeField(_("at"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    log = models.JSONField(_("log"), default=list, blank=True)
    """Every decision and its undoing: `decision`, `code` of the member, `renames`, `by`, `at`."""

    objects = UnmatchedQuerySet.as_manager()

    class Meta:
        verbose_name = _("unmatched label")
        verbose_name_plural = _("unmatched labels")
        ordering = ("edition", "dimension", "line", "id")
        constraints = (
            models.UniqueConstraint(fields=("edition", "dimension", "code"), name="one_question_a_label"),
        )

    def __str__(self) -> str:
        return self.label.in_language("en")

    @property
    def label(self) -> Label:
        return Label(self.label_en, self.label_fr)

    @property
    def suggested(self) -> tuple[Suggestion, ...]:
        """The members that it may be, the likeliest first."""
        return tuple(Suggestion.from_json(raw) for raw in self.suggestions)

    @property
    def spellings(self) -> set[str]:
        """What finds the member that it is the same as in later files: its official code, or its labels."""
        coded = self.dimension.coded and self.code.isdigit()
        return {self.code} if coded else {self.label_en, self.label_fr} - {""}

    def decide(
        self,
        decision: Mapped,
        *,
        member: Member | None = None,
        renames: bool = False,
        by: AbstractBaseUser | None,
        at: datetime,
    ) -> None:
        """Write down what was decided; the verbs of `stats.ingest.mapping` do what follows of it."""
        self.decision, self.member, self.renames = decision, member, renames
        self.at, self.by_id = at, by.pk if by else None
        entry: dict[str, Any] = {
            "decision": decision.value,
            "code": member.code if member else None,
            "renames": renames,
            "by": by.get_username() if by else None,
            "at": at.isoformat(),
        }
        self.log = [*self.log, entry]
        self.save()
