"""An empty installation in a folder of its own, on SQLite or in a new database of a PostgreSQL server."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg


@contextmanager
def installation(server: str) -> Iterator[None]:
    """The environment for an installation until the block ends; an empty `server` stands for SQLite."""
    with tempfile.TemporaryDirectory(prefix="stet-faults-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "STET_DATA_DIR": folder,
            "STET_LOG_LEVEL": "CRITICAL",
            "STET_REFRESH_ENABLED": "0",
            # One thread in each child is all that a small table needs.
            "POLARS_MAX_THREADS": "1",
        }
        os.environ.pop("REDIS_URL", None)
        os.environ.pop("DATABASE_URL", None)
        if not server:
            yield
            return
        name = f"stet_faults_{secrets.token_hex(4)}"
        administration = urlunsplit(urlsplit(server)._replace(path="/postgres"))
        _execute(administration, f'CREATE DATABASE "{name}"')
        os.environ["DATABASE_URL"] = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        try:
            yield
        finally:
            _execute(administration, f'DROP DATABASE "{name}" WITH (FORCE)')


def _execute(server: str, statement: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
