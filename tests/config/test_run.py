"""`manage.py run` brings everything up on an empty folder and leaves nothing behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from config.environment import BASE_DIR, env

_PATIENCE = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _environment(folder: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in env.scheme}
    return {**ours, "STET_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}


def _run(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "run", "--no-demo", *arguments],
        cwd=BASE_DIR,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _processes_with(text: str) -> list[str]:
    """Command lines of running processes that hold ``text``, the mark of this test's own."""
    listing = subprocess.run(["ps", "-A", "-o", "args="], check=True, capture_output=True, text=True).stdout
    return [line for line in listing.splitlines() if text in line and "granian" in line]


def _children(pid: int) -> set[int]:
    """All descendants of a process."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], check=True, capture_output=True, text=True
    ).stdout
    parents = {int(child): int(parent) for child, parent in re.findall(r"(\d+)\s+(\d+)", listing)}
    found: set[int] = set()
    while fresh := {child for child, parent in parents.items() if parent in found | {pid}} - found:
        found |= fresh
    return found


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.services)])
def test_starts_on_an_empty_folder_and_ends_without_orphans(tmp_path, number):
    """Web, worker and scheduler answer and work; one signal ends them all, with exit code 0."""
    port = _free_port()
    process = _run(tmp_path / "data", "--port", str(port))
    try:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        greeting = next(line for line in lines if "Stet is at" in line)
        assert f"http://127.0.0.1:{port}/" in greeting
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            assert json.load(answer) == {"status": "ok"}
        children = _children(process.pid)
        assert len(children) >= 3
        assert (tmp_path / "data" / "stet.sqlite3").exists()
        assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o777 == 0o600
        process.send_signal(number)
        assert process.wait(_PATIENCE) == 0
        assert [pid for pid in children if _alive(pid)] == []
        assert _processes_with(f"--port {port} ") == []
    finally:
        process.kill()
        process.communicate()


def test_a_port_in_use_is_said_in_one_line(tmp_path):
    """Nothing is made or started when the port is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = _run(tmp_path / "data", "--port", str(port))
        said, _ = process.communicate(timeout=_PATIENCE)
    assert process.returncode == 1
    assert said.strip().count("\n") == 0
    assert f"Cannot listen on 127.0.0.1:{port}" in said
    assert not (tmp_path / "data" / "stet.sqlite3").exists()
