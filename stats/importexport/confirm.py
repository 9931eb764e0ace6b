"""Confirming: from an upload that was looked at to one job, however often the button is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from stats import tasks
from stats.importexport.upload import Upload, UploadLost
from stats.ingest import jobs
from stats.models import ImportJob, SourceFile

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@transaction.atomic
def confirm(upload: Upload, *, accept: bool, by: AbstractBaseUser) -> ImportJob:
    """The job of an upload: a new one, or the one that it has already.

    UploadLost where the files are gone; Refused where a new dataset's slug was taken meanwhile.
    """
    locked = list(SourceFile.objects.select_for_update().filter(pk__in=upload.files))
    if len(locked) != len(upload.files):
        raise UploadLost
    queued = ImportJob.objects.filter(files__in=upload.files).first()
    if queued is not None:
        return queued
    sources = upload.sources()
    job = jobs.create(sources=sources, dataset=upload.registered(sources), accept=accept, by=by)
    tasks.enqueue(job.pk)
    return job
