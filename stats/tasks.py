"""Celery tasks: interfaces like views. Each loads by id and calls one function."""

from __future__ import annotations

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from stats.ingest import jobs


@shared_task(name="stats.tasks.import_files")
def import_files(job_id: int) -> None:
    """Do one import job."""
    jobs.run(job_id)


@shared_task(name="stats.tasks.sweep")
def sweep() -> None:
    """Hand lost jobs to a worker again."""
    jobs.sweep(at=timezone.now(), send=import_files.delay)


def enqueue(job_id: int) -> None:
    """Send a job's message once its row is committed."""
    transaction.on_commit(lambda: import_files.delay(job_id))
