"""Importing the table of provinces and occupations: 550,160 cells, beside what is bare; medians.

What is compared runs in turn, so that a drift of the machine's speed falls on all alike. Rates of loading are
those of the rows that an edition writes, roll-ups and all; *bare* is the same rows written into a table of
their own by COPY or `executemany`, once without an index and once with those that cells have.
"""

from __future__ import annotations

import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

ROUNDS = 5
EDITIONS = 30
REVISED = 0.01
"""A monthly edition of pr-province-category revises one cell in a hundred."""
ROW_MODE = 1_000
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


def measure() -> Iterator[tuple[str, str]]:
    """Reading first, then each database in a process of its own."""
    runs = [("reading", "sqlite://:memory:"), ("SQLite", ""), ("PostgreSQL", POSTGRES)]
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
    first = loading.edition(printed.as_wide())
    yield "the first edition", f"{printed.cells:,} cells, {first.rows:,} rows in {first.load:.2f} s"
    changed = printed.revised(REVISED, seed=1)
    for form, draw in (("wide text", Printed.as_wide), ("ODP text", Printed.as_odp)):
        data = draw(changed)
        copies = (data + b"\n" * n for n in count(1))
        (taken,) = _medians(lambda copies=copies: loading.compared(next(copies)))
        lines = len(data.splitlines())
        yield f"{form} read, screened, compared", f"{lines:,} lines in {taken:.2f} s (2)"
    again = loading.statements(printed.as_wide() + b"\n")
    yield "the same figures in other bytes", f"{again} statements write to figures, members or editions (0)"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "memory at most", f"{peak:,.0f} MB, the whole process (400)"
    for name, revised in (("all rows", None), ("a hundredth revised", changed)):
        rate, bare, keyed = loading.rates(revised or printed, first=revised is None)
        yield f"loading, {name}", f"{rate:,.0f} rows/s, bare {bare:,.0f}: {rate / bare:.2f} of it (0.5)"
        yield f"loading, {name}, keyed", f"bare with keys {keyed:,.0f} rows/s: {rate / keyed:.2f} of it"
    ours, theirs = loading.beside_row_mode(printed, ROW_MODE)
    yield (
        "whole import beside import-export's row mode",
        f"{ours:,.0f} and {theirs:,.0f} rows/s ({ROW_MODE:,} of them): {ours / theirs:,.0f} times (100)",
    )
    one, all_ = loading.space(printed, EDITIONS, REVISED)
    yield f"{EDITIONS} editions in the space of one", f"{all_ / one:.2f} times, {one / 2**20:.1f} MB (3)"


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
    measured: Any = _reading if sys.argv[1] == "reading" else _database
    for pair in measured():
        print(json.dumps(pair), flush=True)
