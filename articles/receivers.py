"""What articles do when stats tells them something: only ask a worker, so that telling costs nothing."""

from __future__ import annotations

import logging
from typing import Any

from django.dispatch import receiver
from kombu.exceptions import OperationalError

from articles.tasks import publish_due, remake_pages
from stats.signals import edition_in_force

logger = logging.getLogger(__name__)


@receiver(edition_in_force, dispatch_uid="articles.remake_pages")
def remake_when_in_force(dataset: str, **_facts: Any) -> None:
    """Another edition of a dataset counts: have its pages made again, and what waited for it published.

    Sent after the edition is committed. A queue that cannot be reached does not undo an edition: the
    timetable finds pages that were not made again and articles that were not published.
    """
    try:
        remake_pages.delay(dataset)
        publish_due.delay()
    except (OperationalError, OSError) as error:
        logger.warning("pages of %s wait for the sweep, the queue cannot be reached: %s", dataset, error)
