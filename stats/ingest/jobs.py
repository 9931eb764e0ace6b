"""Jobs: imports in the background. The row is the truth; a message only wakes a worker.

No broker hands a task to another worker soon after its worker was killed, so a sweep looks for jobs that have
said nothing for a while and sends their message again. Running a job twice does no harm: what is in force is
nothing new the second time, and what an edition and its job say is written in one transaction.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import structlog
from django.db import models, transaction
from django.utils import timezone

from stats.ingest import recipe
from stats.ingest.outcome import Outcome, Status
from stats.models import Dataset, Edition, ImportJob, JobState, SourceFile, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

log = structlog.get_logger(__name__)

ATTEMPTS = 3
"""How many workers may die of a job before it is given up."""


def create(
    *,
    sources: Sequence[SourceFile],
    dataset: Dataset | None,
    accept: bool = False,
    by: AbstractBaseUser | None = None,
) -> ImportJob:
    """A queued job. The caller sends its message after commit (`stats.tasks.enqueue`)."""
    with transaction.atomic():
        job = ImportJob.objects.create(dataset=dataset, accept=accept, created_by_id=by.pk if by else None)
        job.files.set(sources)
    return job


def run(job_id: int) -> None:
    """Do a job, unless somebody else does it or it is done."""
    job = _claimed(job_id, at=timezone.now())
    if job is None:
        return
    sources = list(job.files.order_by("pk"))
    try:
        recipe.run(
            sources,
            dataset=job.dataset,
            accept_at_once=job.accept,
            by=job.created_by,
            progress=lambda stage: _heard(job_id, stage),
            within=lambda outcome: _finish(job_id, outcome),
        )
    except Exception:  # a job that fails in any way says so in its row; the worker lives on
        log.exception("import failed", job=job_id)
        _fail(job_id, traceback.format_exc(limit=-1).strip().splitlines()[-1])


def sweep(*, at: datetime, send: Callable[[int], object]) -> int:
    """Send the messages of lost jobs again; give up those that have cost too many workers."""
    lost = list(ImportJob.objects.lost(at=at))
    for job in lost:
        if job.attempts >= ATTEMPTS:
            _fail(job.pk, f"{job.attempts} workers were lost at this import")
            continue
        ImportJob.objects.filter(pk=job.pk).update(state=JobState.QUEUED, heartbeat=at)
        send(job.pk)
    return len(lost)


def _claimed(job_id: int, *, at: datetime) -> ImportJob | None:
    """The job, if this worker may do it: the row changes from queued to running for exactly one of them."""
    claimed = ImportJob.objects.filter(pk=job_id, state=JobState.QUEUED).update(
        state=JobState.RUNNING, stage=Stage.READ, heartbeat=at, attempts=models.F("attempts") + 1
    )
    return ImportJob.objects.select_related("dataset", "created_by").get(pk=job_id) if claimed else None


def _heard(job_id: int, stage: Stage) -> None:
    ImportJob.objects.filter(pk=job_id).update(stage=stage, heartbeat=timezone.now())


def _finish(job_id: int, outcome: Outcome) -> None:
    edition = None
    if outcome.edition is not None:
        edition = Edition.objects.get(dataset__slug=outcome.dataset, number=outcome.edition)
    ImportJob.objects.filter(pk=job_id).update(
        state=JobState.REFUSED if outcome.status is Status.REFUSED else JobState.DONE,
        dataset=edition.dataset if edition else models.F("dataset"),
        outcome=outcome.as_json(),
        edition=edition,
        finished_at=timezone.now(),
    )


def _fail(job_id: int, message: str) -> None:
    ImportJob.objects.filter(pk=job_id).update(
        state=JobState.FAILED, outcome={"error": message}, finished_at=timezone.now()
    )
