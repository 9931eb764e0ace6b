"""Millions of made-up cells, in the database and in DuckDB alike, for measurements."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from django.core.management import call_command
from django.db import connection

from stats.codebook import TOTAL, Coverage, Role
from stats.ingest.writing import COLUMNS
from stats.models import OPEN, Cell, Dataset, Dimension, Edition, EditionState, Member
from stats.periods import Frequency, month

EDITIONS = 30


@dataclass(frozen=True)
class Store:
    """The same rows twice, and how long the database took to take them."""

    duckdb: duckdb.DuckDBPyConnection
    rows: int
    load_seconds: float
    index_seconds: float


@contextmanager
def store_of(
    datasets: int, provinces: int, occupations: int, months: int, first_year: int
) -> Iterator[Store]:
    """Datasets `bench-1`, `bench-2`, … of provinces `p1`, … and occupations `o1`, …, by months."""
    created = _database()
    try:
        ids = [_dataset(n, provinces, occupations, months, first_year) for n in range(1, datasets + 1)]
        memory = duckdb.connect()
        memory.execute("SET enable_progress_bar = false")
        _generate(memory, ids, months, first_year)
        memory.execute("SET threads TO 2")
        rows = memory.execute("SELECT count(*) FROM stats_cell").fetchall()[0][0]
        yield Store(memory, rows, *_load(memory))
    finally:
        if created:
            connection.creation.destroy_test_db(created, verbosity=0)


def _database() -> str | None:
    """A database for this measurement alone; its former name where it has to be destroyed afterwards."""
    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
        return None
    former = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    return former


def _dataset(
    n: int, provinces: int, occupations: int, months: int, first_year: int
) -> tuple[int, list[int], list[int]]:
    dataset = Dataset.objects.create(
        slug=f"bench-{n}",
        title_en=f"Bench {n}",
        measures="events",
        unit_en="permits",
        months_add=True,
        rolled_up=True,
    )
    axes = []
    for axis, (slug, letter, count) in enumerate(
        (("province", "p", provinces), ("occupation", "o", occupations))
    ):
        dimension = Dimension.objects.create(dataset=dataset, slug=slug, label_en=slug, axis=axis)
        Member.objects.create(dimension=dimension, code=TOTAL, label_en="Total", role=Role.TOTAL)
        made = Member.objects.bulk_create(
            Member(dimension=dimension, code=f"{letter}{i}", label_en=f"{slug} {i}", position=i)
            for i in range(1, count + 1)
        )
        axes.append([member.pk for member in made])
    first = month(first_year, 1)
    coverage = Coverage(((first, first.shifted(months - 1)),), frozenset({"MM"}))
    dataset.in_force = Edition.objects.create(
        dataset=dataset, number=EDITIONS, state=EditionState.IN_FORCE, coverage=coverage.as_json()
    )
    dataset.save()
    return dataset.pk, axes[0], axes[1]


def _generate(
    memory: duckdb.DuckDBPyConnection,
    ids: list[tuple[int, list[int], list[int]]],
    months: int,
    first_year: int,
) -> None:
    """Every cell of every dataset; a tenth of them have an earlier value that an edition replaced."""
    memory.execute("SELECT setseed(0.42)")
    memory.execute("CREATE TABLE keys (dataset_id INTEGER, a1 INTEGER, a2 INTEGER)")
    for dataset_id, provinces, occupations in ids:
        memory.execute(
            "INSERT INTO keys SELECT ?, p, o FROM unnest(?::INTEGER[]) AS a(p), unnest(?::INTEGER[]) AS b(o)",
            [dataset_id, provinces, occupations],
        )
    memory.execute(f"""
        CREATE TABLE stats_cell AS
        SELECT row_number() OVER () AS id, * FROM (
            SELECT dataset_id, dense_rank() OVER (ORDER BY dataset_id, a1, a2) AS series_id, a1, a2,
                0 AS a3, 0 AS a4, true AS leaf,
                {int(Frequency.MONTH)} * 1000000 + ({first_year} + m // 12) * 100 + m % 12 + 1 AS period,
                (5 * floor(1 + 40 * random() * random()))::INTEGER AS value,
                (random() < 0.3)::SMALLINT AS status, 1 AS since, {OPEN} AS until
            FROM keys, range({months}) AS r(m)
        )
    """)
    memory.execute("UPDATE stats_cell SET value = NULL WHERE status = 1")
    memory.execute(f"""
        INSERT INTO stats_cell
        SELECT id + (SELECT max(id) FROM stats_cell), dataset_id, series_id, a1, a2, a3, a4, leaf, period,
            value, status, 1 + (id % {EDITIONS - 1}) + 1, {OPEN}
        FROM stats_cell WHERE id % 10 = 0
    """)
    memory.execute(f"""
        UPDATE stats_cell SET until = 1 + (id % {EDITIONS - 1}) + 1 WHERE id % 10 = 0 AND since = 1
    """)
    memory.execute("CREATE TABLE sorted AS SELECT * FROM stats_cell ORDER BY series_id, period, since")
    memory.execute("DROP TABLE stats_cell")
    memory.execute("ALTER TABLE sorted RENAME TO stats_cell")


def _load(memory: duckdb.DuckDBPyConnection) -> tuple[float, float]:
    """Load bare, then build the keys: seconds of both."""
    # SQLite keeps a constraint inside the table, where it cannot be dropped; sorted rows load fast into it.
    constraints = Cell._meta.constraints if connection.vendor == "postgresql" else []
    keys = [*Cell._meta.indexes, *constraints]
    with connection.schema_editor() as editor:
        for key in keys:
            _forget(editor, key)
    start = time.perf_counter()
    columns = ", ".join(COLUMNS)
    if connection.vendor == "postgresql":
        _copy(memory, columns)
    else:
        _execute_many(memory, columns)
    loaded = time.perf_counter()
    with connection.schema_editor() as editor:
        for key in keys:
            _make(editor, key)
    _roll_up()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return loaded - start, time.perf_counter() - loaded


def _roll_up() -> None:
    """The roll-ups as of the newest edition, in one statement for each axis."""
    with connection.cursor() as cursor:
        for axis, field in enumerate(("a1", "a2")):
            cursor.execute(f"""
                INSERT INTO stats_rollup
                    (dataset_id, axis, member, period, printed, rounded, least, hidden, blank, since, until)
                SELECT dataset_id, {axis}, {field}, period,
                    COALESCE(SUM(value), 0), SUM(CASE WHEN value > 0 THEN 1 ELSE 0 END),
                    SUM(CASE WHEN value = 5 THEN 1 ELSE 0 END), SUM(status), 0, 1, {OPEN}
                FROM stats_cell WHERE until > {EDITIONS} GROUP BY dataset_id, {field}, period
            """)


def _forget(editor: object, key: object) -> None:
    from django.db.models import Index  # noqa: PLC0415

    (editor.remove_index if isinstance(key, Index) else editor.remove_constraint)(Cell, key)  # type: ignore[attr-defined]


def _make(editor: object, key: object) -> None:
    from django.db.models import Index  # noqa: PLC0415

    (editor.add_index if isinstance(key, Index) else editor.add_constraint)(Cell, key)  # type: ignore[attr-defined]


def _copy(memory: duckdb.DuckDBPyConnection, columns: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cells.csv")
        memory.execute(f"COPY (SELECT {columns} FROM stats_cell) TO '{path}' (HEADER false)")
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY stats_cell ({columns}) FROM STDIN (FORMAT csv)") as copy,
            path.open("rb") as lines,
        ):
            while block := lines.read(1 << 20):
                copy.write(block)


def _execute_many(memory: duckdb.DuckDBPyConnection, columns: str) -> None:
    marks = ", ".join(["?"] * len(COLUMNS))
    found = memory.execute(f"SELECT {columns} FROM stats_cell")
    connection.ensure_connection()
    raw = connection.connection
    raw.execute("BEGIN")
    while rows := found.fetchmany(200_000):
        raw.executemany(f"INSERT INTO stats_cell ({columns}) VALUES ({marks})", rows)
    raw.execute("COMMIT")
