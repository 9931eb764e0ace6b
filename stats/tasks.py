"""Celery tasks: interfaces like views. Each loads by id and calls one function."""

from __future__ import annotations

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from stats.ingest import jobs
from stats.ingest.sources import discard_abandoned
from stats.refresh import watch
from stats.refresh.poll import poll


@shared_task(name="stats.tasks.import_files")
def import_files(job_id: int) -> None:
    """Do one import job."""
    jobs.run(job_id)


@shared_task(name="stats.tasks.sweep")
def sweep() -> None:
    """Hand lost jobs to a worker again, and let go of uploads that nobody came back to."""
    now = timezone.now()
    jobs.sweep(at=now, send=import_files.delay)
    discard_abandoned(at=now)


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
    """Send a job's message once its row is committed. Where no broker listens, the sweep sends it again."""
    transaction.on_commit(lambda: import_files.delay(job_id), robust=True)
