"""Child processes by fork, from a parent that holds no connection and runs no threads.

Starting Python and Django anew for four hundred workers would take ten minutes; a fork takes milliseconds.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any


def in_child(work: Callable[[], Any]) -> Any:
    """What a function gives, called in a child; it must be plain data."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _end_with(lambda: os.write(writing, json.dumps(work()).encode()))
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        data = stream.read()
    _pid, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"a child ended with {status}")
    return json.loads(data)


def killed(work: Callable[[], Any], *, after: float | None = None) -> bool:
    """Call a function in a child and kill that after some seconds of work; whether it was killed.

    Without `after` the child is left to kill itself, or to end.
    """
    ready, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ready)
        os.write(writing, b".")
        _end_with(work)
    os.close(writing)
    select.select([ready], [], [], 30)
    os.close(ready)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def end_here() -> None:
    """Kill this process, as the kernel does when memory runs out: nothing is cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


def _end_with(work: Callable[[], Any]) -> None:
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # whatever it is ends the child here, not in the parent's code
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)
