"""What workers do for articles: keep published pages true to the editions in force."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from articles import remaking


@shared_task
def remake_pages(dataset: str) -> None:
    """Make the published pages that use a dataset again."""
    remaking.remake_pages(dataset=dataset, at=timezone.now())


@shared_task
def sweep_pages() -> None:
    """Make pages again that show other editions than those in force."""
    remaking.sweep(at=timezone.now())
