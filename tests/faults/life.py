"""The life of one small installation: edition after edition is imported, and each import meets a fault.

The parent process only forks. One child imports and meets the fault; the next looks at what is left, lets the
sweep hand the job on, looks again, and queues the following edition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from django.db import connection
from django.utils import timezone

from stats.ingest import jobs, sources
from stats.ingest.register import dataset_named
from stats.models import ImportJob
from tests.faults import figures, store
from tests.faults.figures import Figures
from tests.faults.processes import in_child

LONG_SILENT = timedelta(hours=1)
"""So long after a fault the sweep comes: every sign of life is old by then."""


@dataclass(frozen=True)
class Found:
    """What a fault left behind: the old edition or the new one, and the state of the job."""

    left: str
    job: str


@dataclass
class Life:
    """An installation, what it said before the fault, and the edition that is queued."""

    chance: Random
    figures: Figures = field(default_factory=figures.first)
    state: str = ""
    job: int = 0

    def begin(self) -> None:
        """Import the first edition in peace, and queue the second."""
        self.job = in_child(lambda: _queued(figures.printed(self.figures, self.chance)))
        self._settle()

    def meets(self, fault: Callable[[int], Any]) -> Found:
        """Let the queued import meet a fault, given its job; fails where anything is wrong afterwards."""
        fault(self.job)
        before = self.state
        found = self._settle()
        left = {before: "old", self.state: "new"}.get(found["left"], "mixture")
        assert left != "mixture", f"job {found['job']} left something between two editions"
        assert found["ended"] == "done", f"the next worker ended with {found['ended']}: {found['outcome']}"
        assert found["correct"], "the figures in force are not those of the file"
        assert self.state != before, "the edition was not imported"
        return Found(left, found["job"])

    def _settle(self) -> dict[str, Any]:
        coming = figures.revised(self.figures, self.chance)
        data = figures.printed(coming, self.chance)
        found: dict[str, Any] = in_child(lambda: _settled(self.job, self.figures, data))
        self.state, self.job, self.figures = found["state"], found["next"], coming
        return found


def _settled(job_id: int, now_printed: Figures, data: bytes) -> dict[str, Any]:
    """What was left, and what is there once the next worker has been."""
    left, job = store.state(), ImportJob.objects.get(pk=job_id).state
    jobs.sweep(at=timezone.now() + LONG_SILENT, send=jobs.run)
    ended = ImportJob.objects.get(pk=job_id)
    return {
        "left": left,
        "job": job,
        "ended": ended.state,
        "outcome": ended.outcome,
        "correct": store.said() == store.expected(now_printed),
        "state": store.state(),
        "next": _queued(data),
    }


def _queued(data: bytes) -> int:
    source = sources.keep(name=figures.FILE, data=data)
    pk: int = jobs.create(sources=[source], dataset=dataset_named(figures.DATASET), accept=True).pk
    connection.close()
    return pk
