"""Celery tasks: interfaces like views. Each loads by id and calls one function."""

from __future__ import annotations

import structlog
from celery import shared_task
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from stats.ingest import jobs
from stats.ingest.sources import discard_abandoned, discard_strays
from stats.refresh import watch
from stats.refresh.poll import poll

log = structlog.get_logger(__name__)


@shared_task(name="stats.tasks.import_files")
def import_files(job_id: int) -> None:
    """Do one import job, and wake a worker for the dataset's next one."""
    jobs.run(job_id, send=_send)


@shared_task(name="stats.tasks.sweep")
def sweep() -> None:
    """Hand lost jobs to a worker again, and let go of uploads that nobody came back to."""
    now = timezone.now()
    jobs.sweep(at=now, send=_send)
    discard_abandoned(at=now)
    discard_strays(at=now)


@shared_task(name="stats.tasks.refresh")
def refresh() -> None:
    """Have every followed package looked at, each by whichever worker is free."""
    for package in watch.packages():
        follow.delay(package)


@shared_task(name="stats.tasks.follow")
def follow(package: str) -> None:
    """Look at one package of the portal."""
    poll(package, at=timezone.now(), send=enqueue)


def enqueue(job_id: int) -> None:
    """Send a job's message once its row is committed."""
    transaction.on_commit(lambda: _send(job_id), robust=True)


def _send(job_id: int) -> None:
    """Send a job's message. A broker that cannot be reached undoes nothing: the sweep sends it again."""
    try:
        import_files.delay(job_id)
    except (BrokerError, OSError) as error:
        log.warning("the queue cannot be reached, an import waits", job=job_id, problem=str(error))
