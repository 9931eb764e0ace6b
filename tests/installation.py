"""Stet on an empty folder and a free port, as a newcomer starts it, and a browser beside it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from articles.demo.cast import PEOPLE
from config.environment import BASE_DIR

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How Debian's chromium runs without asking the internet for anything."""

PATIENCE = 90
FOREIGN = ("DATABASE_URL", "REDIS_URL", "REDIS_CACHE_URL", "STET_STATIC_ROOT")
"""What would make it another installation than a newcomer's."""


@contextmanager
def running() -> Iterator[str]:
    """Web, worker and scheduler with sample data; the address, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="stet-") as folder:
        environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        environment |= {"STET_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
        command = [sys.executable, "manage.py", "run", "--port", str(port)]
        process = subprocess.Popen(command, cwd=BASE_DIR, env=environment, stdout=subprocess.DEVNULL)
        try:
            _await(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def credentials(role: str) -> tuple[str, str]:
    """Name and password of the demonstration's person with a role."""
    person = next(person for person in PEOPLE if person.role == role)
    return person.username, person.password


def _await(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
