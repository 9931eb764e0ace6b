"""Decisions about editions: the log of who let which figures count, when, and why. Rows are only ever added.

The models refuse to change or delete one, and so does the database (`stats/models/unchangeable.py`). An
edition that was decided about cannot be deleted, nor can its dataset, nor the person who decided.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What was decided about an edition."""

    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    TAKEN_BACK = "taken_back", _("Taken back")
    HELD = "held", _("Held")
    LEFT = "left", _("Left to a person")
    """The dataset's rule did not let it through."""


class Actor(models.TextChoices):
    """Who or what decided."""

    PERSON = "person", _("A person")
    RULE = "rule", _("The dataset’s rule")
    COMMAND = "command", _("A command")


class Unchangeable(Exception):
    """A decision is a record: it cannot be changed or deleted."""

    def __init__(self) -> None:
        super().__init__("a decision is never changed or deleted: decide anew, and both are on record")


class DecisionQuerySet(models.QuerySet["Decision"]):
    """The log, read and added to."""

    def update(self, **_kwargs: Any) -> NoReturn:
        """Refused."""
        raise Unchangeable

    def delete(self) -> NoReturn:
        """Refused."""
        raise Unchangeable

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused."""
        raise Unchangeable


class Decision(models.Model):
    """One verdict about an edition, and which one readers saw afterwards.

    `by_name` is what the person was called then; `in_force_after` is None where none was in force.
    """

    edition = models.ForeignKey(
        "stats.Edition", verbose_name=_("edition"), on_delete=models.PROTECT, related_name="decisions"
    )
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict.choices)
    at = models.DateTimeField(_("at"), db_index=True)
    actor = models.CharField(_("decided by"), max_length=8, choices=Actor.choices, default=Actor.COMMAND)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    by_name = models.CharField(_("by"), max_length=150, blank=True)
    note = models.TextField(_("note"), blank=True)
    in_force_after = models.PositiveIntegerField(_("edition in force afterwards"), null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.edition}: {self.verdict} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it to the log. Refused for one that is there."""
        if not self._state.adding:
            raise Unchangeable
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused."""
        raise Unchangeable

    @property
    def decider(self) -> str:
        """The name of the person, or what decided instead of one."""
        return self.by_name or str(Actor(self.actor).label)


def number_in_force_on(dataset_id: int, at: datetime) -> int | None:
    """The number of the edition that counted at a moment, by the log of decisions."""
    last = (
        Decision.objects.filter(edition__dataset_id=dataset_id, at__lte=at)
        .order_by("-at", "-id")
        .values_list("in_force_after", flat=True)
    )
    return last.first()
