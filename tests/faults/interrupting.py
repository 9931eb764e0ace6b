"""Faults that a worker lives through: its connection is cut, the disk is full, the broker is gone."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import psycopg
from django.conf import settings
from django.db import DatabaseError, connection

from config.celery import app
from stats import tasks
from stats.ingest import jobs
from tests.faults.life import Life
from tests.faults.processes import in_child, killed

NOBODY = "redis://127.0.0.1:9/0"
"""Where no broker listens."""


def interruptions(life: Life, *, times: int, server: bool) -> Iterator[tuple[str, str]]:
    """Meet each fault so many times; which it was, and which edition was left."""
    faults: dict[str, Callable[[int], Any]] = {"the broker is gone": _without_broker}
    if server:
        faults["the connection is cut"] = lambda job: _cut(job, life.chance.uniform(0.02, 0.2))
        faults["the server's disk is full"] = lambda job: _refusing(job, life.chance.choice(_TABLES))
    else:
        faults["the disk is full"] = lambda job: _limited(job, life.chance.randint(0, 400_000))
    for name, fault in faults.items():
        for _ in range(times):
            yield name, life.meets(fault).left


def _without_broker(job: int) -> None:
    """Somebody asks for the import while no broker listens: the message is lost, the row stays."""

    def ask() -> None:
        app.conf.update(broker_url=NOBODY, broker_transport_options={})
        tasks.enqueue(job)

    in_child(lambda: ask())


def _limited(job: int, room: int) -> None:
    """No file may grow beyond what SQLite's log has now and a little room: writing fails with an error."""

    def run() -> None:
        log = f"{settings.DATABASES['default']['NAME']}-wal"
        size = os.path.getsize(log) if os.path.exists(log) else 0  # noqa: PTH110, PTH202
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
        jobs.run(job)

    killed(lambda: _like_a_task(run))


_TABLES = ("stats_edition", "stats_cell", "stats_rollup", "stats_decision")


def _refusing(job: int, table: str) -> None:
    """The server answers as it does where its disk is full, at the first row for one of its tables."""
    in_child(lambda: _execute(
        "CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$; "
        f"CREATE TRIGGER is_full BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION is_full()"
    ))  # fmt: skip
    killed(lambda: jobs.run(job))
    in_child(lambda: _execute("DROP FUNCTION is_full CASCADE"))


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _cut(job: int, after: float) -> None:
    """The server ends the worker's connections some time after it began."""

    def cut() -> None:
        time.sleep(after)
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as administration:
            administration.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    cutter = os.fork()
    if cutter == 0:
        try:
            cut()
        finally:
            os._exit(0)
    killed(lambda: _like_a_task(lambda: jobs.run(job)))
    os.waitpid(cutter, 0)


def _like_a_task(work: Callable[[], None]) -> None:
    """A task that cannot even reach the database is logged by its worker, which goes on."""
    with suppress(DatabaseError):
        work()
