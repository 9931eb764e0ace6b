"""Importing the table of provinces and occupations: 550,160 cells, beside what is bare; medians.

What is compared runs in turn, so that a drift of the machine's speed falls on all alike, and is said by the
clock and by processor time, that of the database's process included. Rates of loading are those of the cells
that an edition writes, with series, members and roll-ups; beside it the same cells, from a frame as well, are
written into a table of their own by COPY or `executemany`, with the indexes of cells and without any.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

ROUNDS = 5
EDITIONS = 30
REVISED = 0.01
"""A monthly edition of pr-province-category revises one cell in a hundred."""
ROW_MODE = 1_000
PARTS = {
    "cells": "its cells alone",
    "keyed": "bare, with the keys of cells",
    "bare": "bare, without keys (0.5)",
}
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


def measure() -> Iterator[tuple[str, str]]:
    """Reading first, then each database in a process of its own."""
    runs = [("reading", ""), ("memory", ""), ("SQLite", ""), ("PostgreSQL", POSTGRES)]
    for name, url in runs:
        with tempfile.TemporaryDirectory() as folder:
            address = url or f"sqlite:///{folder}/bench.sqlite3"
            environment = {**os.environ, "DATABASE_URL": address}
            command = [sys.executable, "-m", "tests.bench.imports", name]
            with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
                for line in process.stdout or ():
                    measured, result = json.loads(line)
                    yield f"{name}: {measured}", result
            assert process.returncode == 0, name


def _reading() -> Iterator[tuple[str, str]]:
    """The large workbook, beside python-calamine alone."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    from stats.readers.sniff import read  # noqa: PLC0415

    (path,) = _releases().glob("pr-province-noc/*/*.xlsx")
    data = path.read_bytes()

    def bare() -> object:
        return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()

    ours, theirs = _medians(lambda: read(data, name=path.name), bare)
    yield "large workbook", f"{ours:.2f} s, calamine alone {theirs:.2f} s: {ours / theirs:.2f} times (1.5)"


def _database() -> Iterator[tuple[str, str]]:
    """Everything that one database is asked to do."""
    from tests import loading  # noqa: PLC0415
    from tests.occupations import Printed  # noqa: PLC0415

    printed = Printed.of(_releases())
    changed = printed.revised(REVISED, seed=1)
    with loading.a_database():
        first = loading.cost(lambda: loading.edition(printed.as_wide()))
        yield "the first edition, file to readers", f"{printed.cells:,} cells in {_said(first)}"
        for form, data in (("wide text", changed.as_wide()), ("ODP text", changed.as_odp())):
            copies = (data + b"\n" * n for n in count(1))
            costs = [loading.cost(partial(loading.compared, next(copies))) for _ in range(ROUNDS)]
            lines = len(data.splitlines())
            yield f"{form} read, screened, compared", f"{lines:,} lines in {_median(costs)} (2)"
        again = loading.statements(printed.as_wide() + b"\n")
        yield "the same figures in other bytes", f"{again} statements write to figures or editions (0)"
        for name, revised in (("all rows", None), ("a hundredth revised", changed)):
            rates = [loading.rate(revised or printed, first=revised is None) for _ in range(ROUNDS)]
            yield f"loading, {name}", f"{rates[0].rows:,} in {_median([r.loaded for r in rates])}"
            for part in ("cells", "keyed", "bare"):
                costs = [getattr(r, part) for r in rates]
                by_clock, by_processor = (
                    statistics.median(getattr(getattr(r, part), of) / getattr(r.loaded, of) for r in rates)
                    for of in ("wall", "processor")
                )
                said = f"{_median(costs)}: {by_clock:.2f} of its rate ({by_processor:.2f} by processor)"
                yield f"loading, {name}: {PARTS[part]}", said
        rows, ours, theirs = loading.beside_row_mode(printed, ROW_MODE)
        times = (theirs.processor / ROW_MODE) / (ours.processor / rows)
        said = f"{rows:,} in {_said(ours)}, {ROW_MODE:,} in {_said(theirs)}: {times:,.0f} times (100)"
        yield "whole import beside import-export's row mode", said
        one, all_ = loading.space(printed, EDITIONS, REVISED)
        yield f"{EDITIONS} editions in the space of one", f"{all_ / one:.2f} times, {one / 2**20:.1f} MB (3)"


def _memory() -> Iterator[tuple[str, str]]:
    """A process that imports, and nothing else."""
    from tests import loading  # noqa: PLC0415
    from tests.occupations import Printed  # noqa: PLC0415

    printed = Printed.of(_releases())
    changed = printed.revised(REVISED, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        peak = loading.memory((printed.as_wide(), changed.as_wide()), Path(folder))
    yield "`import_release`, the larger of two editions", f"{peak:,.0f} MB at most (400)"


def _said(cost: Any) -> str:
    return f"{cost.wall:.2f} s ({cost.processor:.2f} of processor)"


def _median(costs: Sequence[Any]) -> str:
    wall, processor = (statistics.median(getattr(c, of) for c in costs) for of in ("wall", "processor"))
    return f"{wall:.2f} s ({processor:.2f} of processor)"


def _medians(*functions: Callable[[], object]) -> list[float]:
    """Median seconds of each, in turn."""
    taken: list[list[float]] = [[] for _ in functions]
    for _ in range(ROUNDS):
        for index, function in enumerate(functions):
            start = time.perf_counter()
            function()
            taken[index].append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


def _releases() -> Path:
    return Path(__file__).parents[2].parent / "shared" / "releases"


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    for pair in {"reading": _reading, "memory": _memory}.get(sys.argv[1], _database)():
        print(json.dumps(pair), flush=True)
