"""Rankings over ten million cells, on SQLite and PostgreSQL beside DuckDB in memory; medians of one run.

Twenty datasets of fourteen provinces by five hundred occupations by seventy-two months, a tenth of the cells
revised at some edition. DuckDB holds the same rows and answers the same SQL.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

DATASETS, PROVINCES, OCCUPATIONS, MONTHS = 20, 14, 500, 72
FIRST_YEAR = 2018
RUNS = 15
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"

ONE = {
    "dataset": "bench-1",
    "kind": "ranking",
    "over": "occupation",
    "where": {"province": "p4"},
    "period": {"year": 2021},
    "top": 10,
}
ALL = {
    "dataset": "bench-1",
    "kind": "table",
    "over": "occupation",
    "period": {"last": 6, "of": "year"},
    "top": 10,
}


def measure() -> Iterator[tuple[str, str]]:
    """What each database takes, each in a process of its own with DuckDB beside it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("SQLite", f"sqlite:///{folder}/bench.sqlite3"), ("PostgreSQL", POSTGRES)):
            environment = {**os.environ, "DATABASE_URL": url, "STET_DATA_DIR": folder}
            command = [sys.executable, "-m", "tests.bench.rankings"]
            with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
                for line in process.stdout or ():
                    measured, result = json.loads(line)
                    yield f"{name}: {measured}", result


def _measured_here() -> Iterator[tuple[str, str]]:
    """The measurements of the one database that the environment names. Imports wait for Django's settings."""
    from django.db import connection  # noqa: PLC0415

    from stats.plan import plan  # noqa: PLC0415
    from stats.queries.asking import ask  # noqa: PLC0415
    from stats.queries.codebooks import codebook  # noqa: PLC0415
    from stats.queries.tallies import union_of  # noqa: PLC0415
    from stats.questions import parse  # noqa: PLC0415
    from tests.cells import store_of  # noqa: PLC0415

    with store_of(DATASETS, PROVINCES, OCCUPATIONS, MONTHS, FIRST_YEAR) as store:
        yield (
            "rows",
            f"{store.rows:,} loaded in {store.load_seconds:.0f} s, indexed in {store.index_seconds:.0f} s",
        )
        for name, raw in (("one province, one year", ONE), ("all provinces, six years", ALL)):
            question = parse(raw)
            planned = plan(question, codebook(question.dataset))
            sql, parameters = union_of([planned]).query.sql_with_params()

            def on_database(sql: str = sql, parameters: tuple[object, ...] = parameters) -> int:
                with connection.cursor() as cursor:
                    cursor.execute(sql, parameters)
                    return len(cursor.fetchall())

            cells_sql, cells_parameters = on_cells(planned)

            def on_duckdb(sql: str = cells_sql, parameters: tuple[object, ...] = cells_parameters) -> int:
                return len(store.duckdb.execute(sql.replace("%s", "?"), list(parameters)).fetchall())

            def whole(raw: dict[str, object] = raw) -> str:
                return json.dumps(ask(parse(raw)).as_json())

            assert on_database() == on_duckdb()
            database, duck, asked = _medians(on_database, on_duckdb, whole)
            yield (
                f"{name}, the database",
                f"{database:.2f} ms, DuckDB {duck:.2f} ms: {database / duck:.2f} times",
            )
            yield f"{name}, JSON to answer", f"{asked:.2f} ms: {asked / duck:.2f} times DuckDB"


def on_cells(planned: object) -> tuple[str, tuple[object, ...]]:
    """The aggregation over the cells themselves, without roll-ups: what DuckDB is asked."""
    from stats.queries import tallies  # noqa: PLC0415

    rolled_up = tallies.rolled_up
    tallies.rolled_up = lambda plan: None
    try:
        found: tuple[str, tuple[object, ...]] = tallies.union_of([planned]).query.sql_with_params()
    finally:
        tallies.rolled_up = rolled_up
    return found


def _medians(*functions: Callable[[], object]) -> list[float]:
    """Median milliseconds of each, run in turn so that a drift of the machine's speed falls on all alike."""
    taken: list[list[float]] = [[] for _ in functions]
    for _ in range(RUNS):
        for index, function in enumerate(functions):
            start = time.perf_counter()
            function()
            taken[index].append(1000 * (time.perf_counter() - start))
    return [statistics.median(times) for times in taken]


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(Path(__file__).parents[2]))
    django.setup()
    # As in `config.wsgi`.
    gc.collect()
    gc.freeze()
    for pair in _measured_here():
        print(json.dumps(pair), flush=True)
