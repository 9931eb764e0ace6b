"""Workers killed with SIGKILL: as a stage begins, before a statement, after the commit, and at any moment."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from stats.ingest import jobs
from stats.models import Stage
from stats.signals import edition_in_force
from tests.faults.life import Life
from tests.faults.processes import end_here, in_child, killed

Wrapper = Callable[..., Any]


def kills(life: Life, *, count: int) -> Iterator[tuple[str, str]]:
    """Kill so many workers; when each was killed, and which edition was left."""
    statements, seconds = _in_peace(life)
    done: Counter[str] = Counter()
    stages = list(Stage)
    while done.total() < count:
        number = done.total()
        if number < count // 5:
            stage = stages[number % len(stages)]
            moment, work = f"as stage {stage} begins", _at_stage(stage)
            after = None
        elif number < count // 4:
            moment, work = "after the commit", _after_the_commit
            after = None
        elif number < 3 * count // 5:
            moment, after = "before a statement", None
            work = _before_statement(life.chance.randint(1, statements))
        else:
            moment, after = "at any moment", life.chance.uniform(0, 1.2 * seconds)
            work = jobs.run
        was_killed: list[bool] = []
        found = life.meets(lambda job: was_killed.append(killed(lambda: work(job), after=after)))  # noqa: B023
        if was_killed[0]:
            done[moment] += 1
            yield moment, found.left


def _in_peace(life: Life) -> tuple[int, float]:
    """How many statements an import takes, and how many seconds."""
    told: list[dict[str, Any]] = []
    life.meets(lambda job: told.append(in_child(lambda: _measured(job))))
    return told[0]["statements"], told[0]["seconds"]


def _measured(job: int) -> dict[str, Any]:
    seen: list[str] = []

    def count(execute: Wrapper, sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    began = time.monotonic()
    with connection.execute_wrapper(count):
        jobs.run(job)
    return {"statements": len(seen), "seconds": time.monotonic() - began}


def _at_stage(stage: Stage) -> Callable[[int], None]:
    def dying(execute: Wrapper, sql: str, params: Any, *rest: Any) -> Any:
        result = execute(sql, params, *rest)
        if sql.startswith('UPDATE "stats_importjob"') and stage.value in (params or ()):
            end_here()
        return result

    return _with(dying)


def _after_the_commit(job: int) -> None:
    """Killed when the edition is in force and nobody was told yet."""
    edition_in_force.connect(_dying_listener)
    jobs.run(job)


def _dying_listener(**_facts: Any) -> None:
    end_here()


def _before_statement(number: int) -> Callable[[int], None]:
    seen: list[str] = []

    def dying(execute: Wrapper, sql: str, *rest: Any) -> Any:
        seen.append(sql)
        if len(seen) == number:
            end_here()
        return execute(sql, *rest)

    return _with(dying)


def _with(wrapper: Wrapper) -> Callable[[int], None]:
    def work(job: int) -> None:
        with connection.execute_wrapper(wrapper):
            jobs.run(job)

    return work
