"""Programs are started together, started again when they end, and ended with all their children."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from config.supervisor import KeepsFailing, Program, Supervisor


def _python(code: str, *, name: str = "program") -> Program:
    return Program(name, [sys.executable, "-c", code], dict(os.environ))


def _wait_for(condition, *, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def _alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and waits to be collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


_STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("up", flush=True)
time.sleep(60)
"""
_PARENT = f"""
import subprocess, sys, time
print(subprocess.Popen([sys.executable, "-c", {_STUBBORN!r}]).pid, flush=True)
time.sleep(60)
"""
_TALKATIVE = """
import sys, time
print("out", flush=True)
print("err", file=sys.stderr, flush=True)
time.sleep(60)
"""
_ENDS_ONCE = """
import pathlib, sys, time
count = pathlib.Path({path!r})
count.write_text(count.read_text() + "x" if count.exists() else "x")
time.sleep(60 if count.read_text() == "xx" else 0)
"""


def test_output_is_shown_under_the_programs_name():
    """Standard output and standard error alike."""
    lines: list[tuple[str, str]] = []
    supervisor = Supervisor([_python(_TALKATIVE, name="web")], show=lambda *line: lines.append(line))
    supervisor.start()
    _wait_for(lambda: len(lines) == 2)
    supervisor.stop()
    assert sorted(lines) == [("web", "err"), ("web", "out")]


def test_a_grandchild_ends_with_its_program():
    """Even one that ignores being asked."""
    lines: list[str] = []
    supervisor = Supervisor([_python(_PARENT)], show=lambda _, line: lines.append(line), grace=5)
    supervisor.start()
    _wait_for(lambda: len(lines) == 2)
    grandchild = int(next(line for line in lines if line.isdecimal()))
    assert _alive(grandchild)
    supervisor.stop()
    _wait_for(lambda: not _alive(grandchild))


def test_a_program_that_will_not_end_is_ended_by_force():
    """After the time of grace, and it is said."""
    lines: list[str] = []
    supervisor = Supervisor([_python(_STUBBORN)], show=lambda _, line: lines.append(line), grace=0.2)
    supervisor.start()
    _wait_for(lambda: lines == ["up"])
    supervisor.stop()
    assert lines[-1] == "did not end within 0.2 s and is ended by force"


def test_a_program_that_ends_is_started_again(tmp_path):
    """After a pause; the stop event ends the watch."""
    count = tmp_path / "count"
    said: list[str] = []
    stop = threading.Event()
    program = _python(_ENDS_ONCE.format(path=str(count)))
    supervisor = Supervisor([program], show=lambda _, line: said.append(line))
    supervisor.start()
    watching = threading.Thread(target=supervisor.watch, args=(stop,), kwargs={"interval": 0.02})
    watching.start()
    _wait_for(lambda: count.exists() and count.read_text() == "xx")
    stop.set()
    watching.join()
    supervisor.stop()
    assert said[0].startswith("ended with code 0 after")


def test_a_program_that_keeps_ending_is_given_up():
    """With its name and its last code, so that somebody can act on it."""
    supervisor = Supervisor([_python("raise SystemExit(3)", name="worker")], show=lambda *_: None, patience=1)
    supervisor.start()
    with pytest.raises(KeepsFailing, match=r"worker ended 1 times in a row, last with code 3"):
        supervisor.watch(threading.Event(), interval=0.02)
    supervisor.stop()
