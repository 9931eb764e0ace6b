"""What workers do for articles: keep pages true to the editions in force, and publish what is due."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task
from django.utils import timezone

from articles import drafting, remaking, scheduling
from articles.models import Schedule

AHEAD = timedelta(seconds=75)
"""How far the timetable looks ahead: longer than it takes to look again, so that no moment falls between."""


@shared_task
def remake_pages(dataset: str) -> None:
    """Make the published pages that use a dataset again."""
    remaking.remake_pages(dataset=dataset, at=timezone.now())


@shared_task
def sweep_pages() -> None:
    """Make pages again that show other editions than those in force."""
    remaking.sweep(at=timezone.now())


@shared_task
def publish_due() -> None:
    """Publish what is due, and have what is due soon published to the second."""
    now = timezone.now()
    scheduling.publish_due(at=now)
    for article_id, at in Schedule.objects.by_the_clock(until=now + AHEAD).values_list("article_id", "at"):
        publish_at(article_id, at, now=now)


@shared_task
def forget_drafts() -> None:
    """Let go of words that nobody came back to."""
    drafting.forget(at=timezone.now())


@shared_task
def publish_scheduled(article_id: int) -> None:
    """Publish one article if it is due. The schedule's row decides; the message only wakes a worker."""
    scheduling.publish_if_due(article_id=article_id, at=timezone.now())


def publish_at(article_id: int, at: datetime | None, *, now: datetime) -> None:
    """Send the message that publishes an article, if its moment comes before the timetable looks again."""
    if at is not None and at <= now + AHEAD:
        publish_scheduled.apply_async((article_id,), eta=at)
