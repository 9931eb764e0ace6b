"""Jobs: imports in the background. The row is the truth; a message only wakes a worker.

No broker hands a task to another worker soon after its worker was killed, so a sweep looks for jobs that have
said nothing for a while and sends their message again. Running a job twice does no harm: what is in force is
nothing new the second time, and what an edition and its job say is written in one transaction. Imports of one
dataset are done one after the other, in the order in which they were asked for.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog
from django.db import DatabaseError, InterfaceError, OperationalError, connection, models, transaction
from django.utils import timezone

from stats.ingest import recipe, signs
from stats.ingest.outcome import Outcome, Status
from stats.ingest.signs import Stopped, Watch
from stats.ingest.sources import discard
from stats.models import Dataset, Edition, ImportJob, JobState, SourceFile, Stage
from stats.models.job import STALE_AFTER

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

log = structlog.get_logger(__name__)

Send = Callable[[int], object]
"""Sends the message of a job, by its id."""

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


def run(job_id: int, *, send: Send = lambda job_id: None) -> None:
    """Do a job, unless somebody else does it, it is over, or another one of its dataset comes first.

    Afterwards the message of the dataset's next job is sent.
    """
    job = _claimed(job_id, at=timezone.now())
    if job is None:
        return
    watch = Watch(job_id, job.pace, entered=lambda stage: _entered(job_id, stage))
    try:
        recipe.run(
            list(job.files.order_by("pk")),
            dataset=job.dataset,
            accept_at_once=job.accept,
            by=job.created_by,
            progress=watch.mark,
            within=lambda outcome: _finish(watch, outcome),
        )
    except Stopped:
        if _end(job_id, JobState.CANCELLED, {}):
            _let_go(job)
    except (OperationalError, InterfaceError) as error:
        _interrupted(job, error)
        return
    except Exception as error:  # a job that fails in any way says so in its row; the worker lives on
        log.exception("import failed", job=job_id)
        _end(job_id, JobState.FAILED, {"error": _in_a_line(error)})
    signs.forget(job_id)
    if follower := _follower(job):
        send(follower)


def cancel(job: ImportJob, *, by: AbstractBaseUser) -> None:
    """End a job that waits at once, and one that runs at its next mark. One that is over stays as it is."""
    # First the wish: while it loads, an import on SQLite lets nobody else write.
    signs.wish_to_stop(job.pk)
    ImportJob.objects.active().filter(pk=job.pk).update(cancelled_by_id=by.pk)
    waiting = ImportJob.objects.filter(pk=job.pk, state=JobState.QUEUED)
    if waiting.update(state=JobState.CANCELLED, finished_at=timezone.now()):
        _let_go(job)
        signs.forget(job.pk)


def sweep(*, at: datetime, send: Send) -> int:
    """Send the messages of lost jobs again; give up those that have cost too many workers."""
    lost = [job for job in ImportJob.objects.lost(at=at) if not _was_heard(job, at)]
    for job in lost:
        if job.attempts >= ATTEMPTS:
            _end(job.pk, JobState.FAILED, {"error": f"{job.attempts} workers were lost at this import"})
            continue
        ImportJob.objects.filter(pk=job.pk).update(state=JobState.QUEUED, heartbeat=at)
        send(job.pk)
    return len(lost)


def _claimed(job_id: int, *, at: datetime) -> ImportJob | None:
    """The job, if this worker may do it: the row changes from queued to running for exactly one of them."""
    job = ImportJob.objects.filter(pk=job_id, state=JobState.QUEUED).first()
    if job is None or job.waits_for is not None:
        return None
    with transaction.atomic():
        if job.dataset_id is not None:
            # Two jobs of a dataset look one after the other whether another one is ahead of them.
            Dataset.objects.select_for_update().get(pk=job.dataset_id)
        running = ImportJob.objects.filter(dataset=job.dataset_id, state=JobState.RUNNING)
        if job.dataset_id is not None and running.exists():
            return None
        claimed = ImportJob.objects.filter(pk=job_id, state=JobState.QUEUED).update(
            state=JobState.RUNNING,
            stage=Stage.READ,
            heartbeat=at,
            started_at=at,
            attempts=models.F("attempts") + 1,
        )
    return ImportJob.objects.select_related("dataset", "created_by").get(pk=job_id) if claimed else None


def _entered(job_id: int, stage: Stage) -> None:
    ImportJob.objects.filter(pk=job_id).update(stage=stage, heartbeat=timezone.now())


def _finish(watch: Watch, outcome: Outcome) -> None:
    """Write what came of a job, in the transaction of its edition. Stopped where it is no longer running."""
    watch.stop_if_asked()
    edition = None
    if outcome.edition is not None:
        edition = Edition.objects.get(dataset__slug=outcome.dataset, number=outcome.edition)
    finished = _end(
        watch.job_id,
        JobState.REFUSED if outcome.status is Status.REFUSED else JobState.DONE,
        outcome.as_json(),
        dataset=edition.dataset if edition else models.F("dataset"),
        edition=edition,
        stage=Stage.ANNOUNCE,
        timings=watch.timings(),
    )
    if not finished:
        raise Stopped(f"import {watch.job_id} was taken over")


def _end(job_id: int, state: JobState, outcome: dict[str, Any], **fields: Any) -> bool:
    """Close a job that is not over; whether it was still open."""
    still_open = ImportJob.objects.active().filter(pk=job_id)
    return bool(still_open.update(state=state, outcome=outcome, finished_at=timezone.now(), **fields))


def _let_go(job: ImportJob) -> None:
    """Let go of the files of a cancelled job; what the refresh fetched stays, or it would come again."""
    files = list(job.files.filter(edition=None, url=""))
    ImportJob.objects.filter(pk=job.pk).update(outcome={"files": [file.name for file in files]})
    job.files.remove(*files)
    for file in files:
        discard(file)


def _interrupted(job: ImportJob, error: Exception) -> None:
    """The database went away, or its disk is full: the sweep tries again, and gives up after a few times.

    Where even that cannot be written the job stays as it is, and the sweep finds it silent.
    """
    log.warning("import interrupted", job=job.pk, problem=str(error))
    if not connection.in_atomic_block:  # as in a test, whose transaction would go with it
        connection.close_if_unusable_or_obsolete()
    try:
        if job.attempts >= ATTEMPTS:
            _end(job.pk, JobState.FAILED, {"error": _in_a_line(error)})
        else:
            ImportJob.objects.filter(pk=job.pk, state=JobState.RUNNING).update(state=JobState.QUEUED)
    except DatabaseError as problem:
        log.warning("an interrupted import waits for the sweep", job=job.pk, problem=str(problem))


def _follower(job: ImportJob) -> int | None:
    """The next job of the same dataset."""
    if job.dataset_id is None:
        return None
    waiting = ImportJob.objects.filter(dataset=job.dataset_id, state=JobState.QUEUED).exclude(pk=job.pk)
    return waiting.order_by("pk").values_list("pk", flat=True).first()


def _was_heard(job: ImportJob, at: datetime) -> bool:
    """Whether a job that wrote nothing lately has given a sign: loading is one long transaction."""
    sign = signs.last(job.pk) if job.state == JobState.RUNNING else None
    return sign is not None and sign.at >= at - STALE_AFTER


def _in_a_line(error: Exception) -> str:
    return traceback.format_exception_only(error)[0].splitlines()[0]
