"""Keeping a handful of programs running together: started as one, ended as one.

The embedded default needs a web server, a worker and a scheduler beside each other without a service
manager. Each program leads a process group of its own, so that the terminal's Ctrl-C reaches only the
supervisor, which ends every program in order and leaves no grandchild behind. Standard library only.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0


@dataclass(frozen=True)
class Program:
    """A command to be kept running, under the name by which its output is shown."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]


class KeepsFailing(RuntimeError):
    """A program ended again and again as soon as it was started."""


@dataclass
class _Running:
    program: Program
    process: subprocess.Popen[str]
    since: float
    failures: int = 0
    again_at: float | None = None


@dataclass
class Supervisor:
    """Runs programs until told to stop.

    ``show(name, line)`` gets every line that a program prints. A program that ends is started again,
    after a pause that doubles while it keeps ending within ``settled`` seconds; after ``patience``
    such ends in a row `watch` raises `KeepsFailing`.
    """

    programs: Sequence[Program]
    show: Callable[[str, str], None]
    grace: float = 10.0
    settled: float = 20.0
    patience: int = 4
    _running: list[_Running] = field(default_factory=list)

    def start(self) -> None:
        """Start every program, in order."""
        for program in self.programs:
            self._running.append(_Running(program, self._spawn(program), time.monotonic()))

    def watch(self, stop: threading.Event, *, interval: float = 0.2) -> None:
        """Start again what ends, until ``stop`` is set."""
        while not stop.wait(interval):
            self.tend()

    def tend(self) -> None:
        """Look at every program once; start again those whose pause is over."""
        now = time.monotonic()
        for running in self._running:
            if running.again_at is not None:
                if now >= running.again_at:
                    running.process, running.since = self._spawn(running.program), now
                    running.again_at = None
            elif running.process.poll() is not None:
                self._plan_restart(running, now)

    def stop(self) -> None:
        """End all programs: ask the leaders, wait up to ``grace`` seconds, then end whole groups by force."""
        for running in self._running:
            if running.process.poll() is None:
                running.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + self.grace
        for running in self._running:
            try:
                running.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.show(running.program.name, f"did not end within {self.grace:g} s and is ended by force")
            _end_group(running.process)
            running.process.wait()
        self._running.clear()

    def _plan_restart(self, running: _Running, now: float) -> None:
        _end_group(running.process)
        lived = now - running.since
        running.failures = running.failures + 1 if lived < self.settled else 1
        name, code = running.program.name, running.process.returncode
        if running.failures >= self.patience:
            raise KeepsFailing(f"{name} ended {running.failures} times in a row, last with code {code}")
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (running.failures - 1))
        running.again_at = now + pause
        self.show(name, f"ended with code {code} after {lived:.0f} s; starting again in {pause:g} s")

    def _spawn(self, program: Program) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            program.command,
            env=dict(program.env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        threading.Thread(target=self._relay, args=(program.name, process), daemon=True).start()
        return process

    def _relay(self, name: str, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                self.show(name, line.rstrip("\n"))


def _end_group(process: subprocess.Popen[str]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
