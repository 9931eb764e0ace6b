"""`manage.py refresh [--once] [--dataset SLUG]`: follow the portal, imports included.

It needs no worker and no scheduler. Without `--once` it looks every `STET_REFRESH_MINUTES` until interrupted.
"""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from stats.findings import Refused
from stats.ingest import jobs
from stats.ingest.register import dataset_named
from stats.management.ready import ReadyCommand
from stats.models import Check, ImportJob
from stats.refresh import watch
from stats.refresh.poll import poll


class Command(ReadyCommand):
    help = "Ask the publisher's catalogue for new files of the followed datasets, and import them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="look once and end")
        parser.add_argument("--dataset", default="", help="slug of the one dataset that is meant")

    def handle(self, *, once: bool, dataset: str, **options: Any) -> None:
        packages = [_package_of(dataset)] if dataset else []
        try:
            while True:
                self._look(packages or watch.packages(), only=dataset)
                if once:
                    return
                time.sleep(settings.STET_REFRESH_MINUTES * 60)
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")

    def _look(self, packages: list[str], *, only: str) -> None:
        if not packages:
            self.stdout.write("No dataset is followed: --dataset SLUG begins to follow one of the catalogue.")
        for package in packages:
            queued: list[int] = []
            check = poll(package, at=timezone.now(), send=queued.append, only=only)
            self.stdout.write(f"{package}: {_said(check)}")
            for job_id in queued:
                jobs.run(job_id)
                job = ImportJob.objects.select_related("dataset", "edition").get(pk=job_id)
                self.stdout.write(f"  {_came(job)}")


def _package_of(slug: str) -> str:
    """The package of a dataset, which is stored if only the catalogue knew it."""
    try:
        dataset = dataset_named(slug)
    except Refused as refusal:
        raise CommandError(str(refusal)) from refusal
    if not dataset.package or not dataset.followed:
        raise CommandError(
            f"{slug!r} is not followed: it needs a package on the portal and the mark “followed”"
        )
    return dataset.package


def _said(check: Check | None) -> str:
    if check is None:
        return "another process is at it"
    counts = f"{check.asked} files asked for, {check.unmodified} not modified, {check.fetched} new"
    return "\n  ".join([f"{check.get_result_display()} ({counts})", *check.message.splitlines()])


def _came(job: ImportJob) -> str:
    outcome = job.outcome
    files = ", ".join(job.files.order_by("pk").values_list("name", flat=True))
    slug = job.dataset.slug if job.dataset else "?"
    said = f"{slug}: {files}: {str(outcome.get('status') or job.state).replace('_', ' ')}"
    if job.edition is not None:
        said += f", edition {job.edition.number}"
    cells = outcome.get("cells")
    if cells and job.edition is not None:
        said += f" ({cells['new']:,} cells new, {cells['revised']:,} revised, {cells['removed']:,} removed)"
    reasons = [f"    {finding['message']}" for finding in outcome.get("findings", ())]
    return "\n".join([said, *reasons, *([f"    {outcome['error']}"] if "error" in outcome else [])])
