"""Import jobs. The row is the truth about background work; a broker only says that there may be some."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from stats.pace import Pace


class JobState(models.TextChoices):
    """How far a job has come."""

    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


ACTIVE = frozenset({JobState.QUEUED, JobState.RUNNING})


class Stage(models.TextChoices):
    """The steps of the recipe, in order."""

    READ = "read", _("Reading the file")
    RESOLVE = "resolve", _("Matching members")
    SCREEN = "screen", _("Screening")
    COMPARE = "compare", _("Comparing with the edition before")
    LOAD = "load", _("Loading")
    ANNOUNCE = "announce", _("Announcing")


STALE_AFTER = timedelta(seconds=90)
"""A running job that has said nothing for so long has lost its worker."""


class JobQuerySet(models.QuerySet["ImportJob"]):
    """Jobs by what has to be done about them."""

    def active(self) -> JobQuerySet:
        """Those that are queued or running."""
        return self.filter(state__in=ACTIVE)

    def lost(self, *, at: datetime) -> JobQuerySet:
        """Those whose message or worker has gone, to be handed to a worker again."""
        return self.active().filter(heartbeat__lt=at - STALE_AFTER)


class ImportJob(models.Model):
    """One import, from the upload to the edition."""

    dataset = models.ForeignKey(
        "stats.Dataset",
        verbose_name=_("dataset"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="jobs",
    )
    files = models.ManyToManyField("stats.SourceFile", related_name="jobs")
    accept = models.BooleanField(_("accept at once"), default=False)
    state = models.CharField(_("state"), max_length=12, choices=JobState.choices, default=JobState.QUEUED)
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    outcome = models.JSONField(_("outcome"), default=dict, blank=True)
    edition = models.ForeignKey(
        "stats.Edition", null=True, blank=True, on_delete=models.SET_NULL, related_name="jobs"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    heartbeat = models.DateTimeField(_("last sign of life"), auto_now_add=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    timings = models.JSONField(default=dict, blank=True, editable=False)
    """Seconds by stage, once it is done."""
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("cancelled by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("import job")
        verbose_name_plural = _("import jobs")
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.pk}: {self.state}"

    @property
    def pace(self) -> Pace:
        """How long each stage is expected to take, by the last import of the same dataset."""
        done = ImportJob.objects.filter(dataset=self.dataset_id, state=JobState.DONE).exclude(timings={})
        last = done.order_by("-finished_at").values_list("timings", flat=True).first()
        return Pace.of(last if self.dataset_id else None)

    @property
    def waits_for(self) -> ImportJob | None:
        """The import of the same dataset that was asked for before this one and is not over."""
        if self.dataset_id is None or self.state != JobState.QUEUED:
            return None
        earlier = ImportJob.objects.active().filter(dataset=self.dataset_id, pk__lt=self.pk)
        return earlier.order_by("-pk").first()
