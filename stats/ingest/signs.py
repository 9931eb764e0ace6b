"""Signs between the worker that imports and the people who watch: how far it is, and a wish that it stop.

They go through the cache, not the database. An import writes in one transaction, inside which nothing that it
notes is seen from outside, and on SQLite nobody else can write meanwhile. A sign that is lost does no harm:
the job's row stays the truth.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from stats.models import Stage
from stats.pace import Pace

KEPT = 3600
"""Seconds for which a sign is kept."""
PAUSE = 0.3
"""Seconds between two signs within a stage."""


class Stopped(Exception):
    """The import is to end here: somebody cancelled it, or its job is no longer this worker's."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The last that was heard of a running job. `left` is in seconds, None where nobody can say."""

    percent: int
    left: int | None
    at: datetime


@dataclass
class Watch:
    """What a worker says while it imports, and how long each stage took it."""

    job_id: int
    pace: Pace
    entered: Callable[[Stage], None]
    """Told of each stage as it begins."""
    began: float = field(default_factory=time.monotonic)
    seconds: dict[str, float] = field(default_factory=dict)
    _stage: Stage | None = None
    _since: float = 0.0
    _said: float = 0.0

    def mark(self, stage: Stage, part: float) -> None:
        """Say how far a stage is. Stopped where somebody wants that."""
        now = time.monotonic()
        if stage is not self._stage:
            self._turn(stage, now)
            self.entered(stage)
        elif now - self._said < PAUSE:
            return
        self._said = now
        self.stop_if_asked()
        left = self.pace.left(stage, part, elapsed=now - self.began)
        percent = int(100 * self.pace.fraction(stage, part))
        _give(self.job_id, Sign(percent, None if left is None else round(left), timezone.now()))

    def stop_if_asked(self) -> None:
        """Stopped where somebody cancelled the import."""
        if cache.get(_wish(self.job_id)):
            raise Stopped(f"import {self.job_id} was cancelled")

    def timings(self) -> dict[str, float]:
        """Seconds by stage, so far."""
        if self._stage is not None:
            self._turn(self._stage, time.monotonic())
        return self.seconds

    def _turn(self, stage: Stage, now: float) -> None:
        if self._stage is not None:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now


def last(job_id: int) -> Sign | None:
    """The last sign of a job, if there is one."""
    found: Sign | None = cache.get(_sign(job_id))
    return found


def wish_to_stop(job_id: int) -> None:
    """Have the worker stop at its next mark."""
    cache.set(_wish(job_id), value=True, timeout=KEPT)


def forget(job_id: int) -> None:
    """The job is over: nobody asks any more."""
    cache.delete_many([_sign(job_id), _wish(job_id)])


def _give(job_id: int, sign: Sign) -> None:
    cache.set(_sign(job_id), sign, timeout=KEPT)


def _sign(job_id: int) -> str:
    return f"import:{job_id}:sign"


def _wish(job_id: int) -> str:
    return f"import:{job_id}:stop"
