"""Whatever dies during an import, the old edition or the new one is stored, and the next run completes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest

from config.environment import BASE_DIR
from stats.models import Stage

pytestmark = [pytest.mark.services, pytest.mark.long]

KILLS, OTHERS = 60, 6
MOMENTS = ("as stage", "before a statement", "after the commit", "at any moment")


def test_workers_die_and_the_store_is_one_edition_or_the_other():
    """On SQLite and PostgreSQL at once. A mixture, or a next run that does not complete, ends the command."""
    assert os.environ.get("DATABASE_URL"), "DATABASE_URL is not set; `make test-services` sets it"
    commands = {"sqlite": [], "postgresql": ["--server", os.environ["DATABASE_URL"]]}
    running = {name: _started(arguments) for name, arguments in commands.items()}
    found = {name: _ended(process) for name, process in running.items()}
    for name, left in found.items():
        killed = {fault: n for fault, n in left.items() if fault[0].startswith(MOMENTS)}
        assert sum(killed.values()) == KILLS, name
        assert left["after the commit", "old"] == 0 < left["after the commit", "new"], name
        for stage in Stage:
            assert any(fault == f"as stage {stage} begins" for fault, _left in killed), (name, stage)
        assert left["the broker is gone", "old"] == OTHERS
    assert _times(found["sqlite"], "the disk is full") == OTHERS
    assert _times(found["postgresql"], "the connection is cut") == OTHERS
    assert found["postgresql"]["the server's disk is full", "old"] == OTHERS


def _started(arguments: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults", "--json", *arguments]
    command += ["--kills", str(KILLS), "--others", str(OTHERS)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=BASE_DIR, stdout=pipe, stderr=pipe, text=True)


def _ended(process: subprocess.Popen[str]) -> Counter[tuple[str, str]]:
    said, complained = process.communicate()
    assert process.returncode == 0, complained
    return Counter({(row["fault"], row["left"]): row["times"] for row in json.loads(said)})


def _times(found: Counter[tuple[str, str]], fault: str) -> int:
    return sum(n for (name, _left), n in found.items() if name == fault)
