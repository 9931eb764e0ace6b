"""Web, worker and scheduler as processes on PostgreSQL and Redis: an import and a refresh go through them."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
import psycopg
import pytest
from redis import Redis

from config.environment import BASE_DIR
from config.management.commands.run import programs
from config.supervisor import Supervisor
from tests.stats.refresh.portal import Portal
from tests.stats.refresh.samples import CSV, permits, students

pytestmark = pytest.mark.services

PATIENCE = 90
BROKER, CACHE = 12, 13
"""Numbered databases of Redis that no other test uses."""

WORK = "360024f2-17e9-4558-bfc1-3616485d65b9"

_FOLLOW = """
from stats.ingest.register import dataset_named
dataset = dataset_named("imp-citizenship")
dataset.alone_kinds = ["new_periods", "revision", "rows_come", "suppression"]
dataset.save()
"""
_ACCEPT = """
from stats.ingest.decide import accept
from stats.models import Edition
accept(Edition.objects.get(dataset__slug="imp-citizenship"))
"""
_IMPORT = """
from pathlib import Path
from typing import Any
from stats.ingest import jobs, sources
from stats.ingest.register import dataset_named
from stats.tasks import enqueue
files = [sources.keep(name=path.name, data=path.read_bytes()) for path in map(Path, {paths!r})]
job = jobs.create(sources=files, dataset=dataset_named("study-citizenship"), accept=True)
enqueue(job.pk)
"""


@dataclass
class Installation:
    """The three programs with a database of their own."""

    database: str
    port: int
    lines: list[str] = field(default_factory=list)

    def manage(self, *arguments: str) -> str:
        """What a command prints, run beside the programs."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=BASE_DIR, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, question: dict[str, object]) -> dict[str, Any]:
        """What the web process answers through the API."""
        address = f"http://127.0.0.1:{self.port}/api/v1/ask"
        answer = httpx.post(address, json=question, timeout=30, trust_env=False)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the database says."""
        with psycopg.connect(self.database) as connection:
            return connection.execute(query).fetchall()

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something holds; fail with what the programs printed."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, "\n".join([f"waited in vain for {what}", *self.lines[-40:]])
            time.sleep(0.2)


@pytest.fixture
def portal() -> Iterator[Portal]:
    """A portal with the permits as they stood in May."""
    with Portal() as running:
        running.put(WORK, CSV, permits(until_may=True))
        yield running


@pytest.fixture
def database() -> Iterator[str]:
    """A new database on the server that the tests run against."""
    server = _server("DATABASE_URL")
    name = f"stet_processes_{secrets.token_hex(4)}"
    administration = urlunsplit(urlsplit(server)._replace(path="/postgres"))
    with psycopg.connect(administration, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def broker() -> Iterator[str]:
    """Empty numbered databases on the Redis that the tests run against."""
    server = _server("REDIS_URL")
    urls = [urlunsplit(urlsplit(server)._replace(path=f"/{number}")) for number in (BROKER, CACHE)]
    _empty(urls)
    yield urls[0]
    _empty(urls)


def _server(name: str) -> str:
    if name not in os.environ:
        pytest.fail(f"{name} is not set; `make test-services` sets it")
    return os.environ[name]


def _empty(urls: list[str]) -> None:
    for url in urls:
        with Redis.from_url(url) as redis:
            redis.flushdb()


@pytest.fixture
def running(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database: str, broker: str, portal: Portal
) -> Iterator[Installation]:
    """The programs that `manage.py run` starts, with a scheduler that refreshes every three seconds."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database,
        "REDIS_URL": broker,
        "STET_DATA_DIR": str(tmp_path),
        "STET_REFRESH_ENABLED": "1",
        "STET_REFRESH_MINUTES": "0.05",
        "STET_CATALOGUE_URL": portal.catalogue_url,
        "STET_ALLOWED_HOSTS_FETCH": "127.0.0.1",
        "STET_LOG_LEVEL": "WARNING",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    installation = Installation(database, _free_port())
    installation.manage("migrate", "--verbosity", "0")
    started = programs(host="127.0.0.1", port=installation.port, verbose=False)
    supervisor = Supervisor(started, show=lambda *line: installation.lines.append(": ".join(line)))
    supervisor.start()
    yield installation
    supervisor.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_an_import_and_a_refresh(running: Installation, portal: Portal, tmp_path: Path):
    """A job reaches the worker through the broker; the scheduler fetches what the portal overwrites."""
    files = [tmp_path / file.name for file in students()]
    for path, file in zip(files, students(), strict=True):
        path.write_bytes(file.data)
    running.manage("shell", "-c", _IMPORT.format(paths=[str(path) for path in files]))
    running.manage("shell", "-c", _FOLLOW)

    def editions(slug: str) -> list[tuple[object, ...]]:
        return running.rows(
            "SELECT number, state FROM stats_edition JOIN stats_dataset d ON d.id = dataset_id "
            f"WHERE slug = '{slug}' ORDER BY number"
        )

    running.wait_for(lambda: editions("study-citizenship") == [(1, "in_force")], "the import")
    running.wait_for(lambda: editions("imp-citizenship") == [(1, "waiting")], "the first refresh")
    running.manage("shell", "-c", _ACCEPT)
    portal.put(WORK, CSV, permits())
    expected = [(1, "superseded"), (2, "in_force")]
    running.wait_for(lambda: editions("imp-citizenship") == expected, "the second refresh")
    unmodified = portal.statuses[304]
    running.wait_for(lambda: portal.statuses[304] > unmodified, "a refresh without anything new")

    question = {"dataset": "imp-citizenship", "kind": "figure", "period": {"month": "2024-06"}}
    answer = running.ask(question)
    assert (answer["edition"]["number"], answer["edition"]["covers_until"]) == (2, "2024-06")
    assert answer == json.loads(running.manage("ask", json.dumps(question)))
    assert portal.statuses[200] == 2
    assert running.rows("SELECT state FROM stats_importjob ORDER BY id") == [("done",)] * 3
    assert not [line for line in running.lines if "Traceback" in line]
