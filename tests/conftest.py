"""What all tests share: the publisher's files, tasks that run at once, clean caches."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as laws

from config.celery import app
from stats.models import Decision
from stats.models.unchangeable import guard, release

# A law takes as long as a busy machine needs; how fast things are is measured elsewhere.
laws.register_profile("stet", deadline=None, suppress_health_check=[HealthCheck.too_slow])
laws.load_profile("stet")

RELEASES = Path(django_settings.BASE_DIR).parent / "shared" / "releases"


@pytest.fixture(scope="session")
def releases() -> Path:
    """The folder with IRCC's own files; a test that asks for it fails where it is absent."""
    if not RELEASES.is_dir():
        pytest.fail(f"{RELEASES} is absent; the real releases are needed for tests marked `releases`")
    return RELEASES


@pytest.fixture(autouse=True)
def clean_cache() -> None:
    """Nothing remembered from one test to the next."""
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def emptied_decisions() -> None:
    """A test that commits has its database emptied afterwards; the guard of the decisions steps aside."""
    operations = type(connection.ops)
    operations.execute_sql_flush = _unguarded(operations.execute_sql_flush)


def _unguarded(flush: Callable[..., None]) -> Callable[..., None]:
    def execute_sql_flush(operations: Any, sql_list: list[str]) -> None:
        table = Decision._meta.db_table
        release(operations.connection, table)
        flush(operations, sql_list)
        guard(operations.connection, table)

    return execute_sql_flush


@pytest.fixture
def data_dir(settings, tmp_path: Path) -> Path:
    """A data folder of the test's own, also for uploads and kept bytes."""
    settings.STET_DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


@pytest.fixture
def eager_tasks() -> Iterator[None]:
    """Tasks run where they are queued, at once, and raise what they raise."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)
