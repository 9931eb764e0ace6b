"""A schedule: when an approved article is published, by the clock or with the next edition of a dataset."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    """What the timetable asks for."""

    def due(self, *, at: datetime) -> ScheduleQuerySet:
        """Those whose time has come and whose edition counts, if they wait for one."""
        timely = self.filter(models.Q(at__isnull=True) | models.Q(at__lte=at))
        return timely.filter(
            models.Q(dataset__isnull=True) | models.Q(dataset__in_force__number__gt=models.F("after_edition"))
        )

    def by_the_clock(self, *, until: datetime) -> ScheduleQuerySet:
        """Those that a moment publishes which has come, or comes until then."""
        return self.filter(dataset__isnull=True, at__lte=until)


class Schedule(models.Model):
    """When an article is to be published. Both a moment and a dataset: when the later of the two has come."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="schedule")
    at = models.DateTimeField(_("at"), null=True, blank=True)
    dataset = models.ForeignKey(
        "stats.Dataset",
        verbose_name=_("with the next edition of"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    after_edition = models.PositiveIntegerField(
        default=0, help_text=_("The number of the edition in force when it was scheduled.")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("scheduled by"), on_delete=models.PROTECT, related_name="+"
    )

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("schedule")
        verbose_name_plural = _("schedules")
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(at__isnull=False) | models.Q(dataset__isnull=False),
                name="schedule_has_a_moment_or_an_edition",
            ),
        )

    def __str__(self) -> str:
        return str(self.article)
