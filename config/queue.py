"""The queue and the timetable: how Celery is set, on Redis or on a folder.

Without ``REDIS_URL`` messages are files (kombu's ``filesystem://`` transport), so that one machine
needs no broker server. Sender and receiver share one folder, which kombu calls in and out.
https://docs.celeryq.dev/projects/kombu/en/stable/reference/kombu.transport.filesystem.html
"""

from datetime import timedelta
from pathlib import Path
from typing import Any


def broker(redis_url: str, *, data_dir: Path) -> tuple[str, dict[str, Any]]:
    """The broker's address and the options of its transport."""
    if redis_url:
        return redis_url, {"socket_keepalive": True, "health_check_interval": 30}
    messages, control = data_dir / "broker" / "messages", data_dir / "broker" / "control"
    # A command sends messages too, perhaps before anything else has run here.
    for folder in (messages, control):
        folder.mkdir(parents=True, exist_ok=True)
    return "filesystem://localhost", {
        "data_folder_in": str(messages),
        "data_folder_out": str(messages),
        "control_folder": str(control),
        "store_processed": False,
        "polling_interval": 0.3,
    }


def timetable(*, refresh_minutes: float, refresh_enabled: bool) -> dict[str, dict[str, Any]]:
    """What the scheduler starts, and how often.

    A message that no worker took until the next one is due expires, so that nothing piles up.
    """
    entries = {
        "jobs": _every(timedelta(minutes=1), "stats.tasks.sweep"),
        "pages": _every(timedelta(minutes=1), "articles.tasks.sweep_pages"),
        "drafts": _every(timedelta(hours=6), "articles.tasks.forget_drafts"),
        "publishing": _every(timedelta(minutes=1), "articles.tasks.publish_due"),
    }
    if refresh_enabled:
        entries["refresh"] = _every(timedelta(minutes=refresh_minutes), "stats.tasks.refresh")
    return entries


def _every(interval: timedelta, task: str) -> dict[str, Any]:
    return {"task": task, "schedule": interval, "options": {"expires": interval.total_seconds()}}
