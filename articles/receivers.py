"""What articles do when stats tells them something: only ask a worker, so that telling costs nothing."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from articles.tasks import remake_pages
from stats.signals import edition_in_force


@receiver(edition_in_force, dispatch_uid="articles.remake_pages")
def remake_when_in_force(dataset: str, **_facts: Any) -> None:
    """Another edition of a dataset counts: have its pages made again. Sent after the edition is committed."""
    remake_pages.delay(dataset)
