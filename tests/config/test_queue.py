"""The queue is Redis or a folder; the timetable asks the internet only when told to."""

from datetime import timedelta
from pathlib import Path

from config.queue import broker, timetable


def test_without_redis_messages_are_files_in_one_folder():
    """What the web process writes is where the worker reads."""
    url, options = broker("", data_dir=Path("/data"))
    assert url.startswith("filesystem://")
    assert options["data_folder_in"] == options["data_folder_out"] == "/data/broker/messages"


def test_with_redis_the_address_is_taken_as_it_is():
    """No folder is named."""
    url, options = broker("redis://host/0", data_dir=Path("/data"))
    assert url == "redis://host/0"
    assert "data_folder_in" not in options


def test_the_sweeps_always_run_and_the_refresh_when_enabled():
    """Lost jobs and stale pages are looked after in every installation."""
    assert set(timetable(refresh_minutes=60, refresh_enabled=False)) == {
        "jobs",
        "pages",
        "drafts",
        "publishing",
    }
    entries = timetable(refresh_minutes=30, refresh_enabled=True)
    assert entries["refresh"]["schedule"] == timedelta(minutes=30)
    assert entries["refresh"]["options"]["expires"] == 1800


def test_every_task_of_the_timetable_exists():
    """A name that no worker knows would be an error in its log, every minute."""
    from config.celery import app  # noqa: PLC0415 (tasks are found once Django's apps are loaded)

    app.loader.import_default_modules()
    names = {entry["task"] for entry in timetable(refresh_minutes=1, refresh_enabled=True).values()}
    assert names <= set(app.tasks)
