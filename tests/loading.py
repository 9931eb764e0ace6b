"""Editions of the table of provinces and occupations, imported and measured, for `tests.bench.imports`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl
import tablib
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from import_export.resources import ModelResource

from stats.catalogue import load as catalogue
from stats.ingest import load as loading
from stats.ingest import opening, recipe
from stats.ingest.prepare import Prepared, prepare
from stats.ingest.progress import unwatched
from stats.ingest.register import dataset_named, from_spec
from stats.ingest.sources import keep
from stats.ingest.writing import COLUMNS, write_cells
from stats.models import Cell, Dataset
from tests.occupations import DATASET, NAME, Printed


@dataclass(frozen=True)
class Cost:
    """Seconds that something took, and seconds of processor time of this process and of the database's."""

    wall: float
    processor: float


def cost(function: Callable[[], object]) -> Cost:
    """What a call costs. On a machine that others use, processor time says more than the clock does."""
    wall, processor = time.perf_counter(), _processor()
    function()
    return Cost(time.perf_counter() - wall, _processor() - processor)


def _processor() -> float:
    """Seconds so far. A PostgreSQL on this machine is asked which of its processes serves this one."""
    served = 0.0
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
        ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        served = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return time.process_time() + served


@contextmanager
def a_database() -> Iterator[None]:
    """Tables in a database for this measurement alone."""
    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
        yield
        return
    former = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(former, verbosity=0)


def prepared(data: bytes, dataset: Dataset | None = None) -> Prepared:
    """Read, screened, resolved and compared with what counts; nothing remembered from another reading."""
    opening._reading.cache_clear()
    return prepare([keep(name=NAME, data=data)], dataset or dataset_named(DATASET), progress=unwatched)


def compared(data: bytes) -> None:
    """The same, for its time."""
    assert prepared(data).difference.cells.revised


def edition(data: bytes) -> None:
    """Import a file and let it count."""
    outcome = recipe.run([keep(name=NAME, data=data)], dataset=dataset_named(DATASET), accept_at_once=True)
    assert outcome.status == "in_force", outcome


def statements(data: bytes) -> int:
    """How many statements write figures, members, sums or editions while a file of the same figures comes."""
    source = keep(name=NAME, data=data)
    with CaptureQueriesContext(connection) as seen:
        outcome = recipe.run([source], dataset=dataset_named(DATASET), accept_at_once=True)
    assert outcome.status == "nothing_new", outcome
    written = ("INSERT", "UPDATE", "DELETE", "COPY")
    return sum(str(query["sql"]).lstrip().startswith(written) for query in seen)


@dataclass(frozen=True)
class Rate:
    """What loading an edition of so many rows cost, its cells alone, and writing them bare."""

    rows: int
    loaded: Cost
    cells: Cost
    keyed: Cost
    bare: Cost


def rate(printed: Printed, *, first: bool) -> Rate:
    """Load an edition, and write its cells once more into tables of their own, with their keys and without.

    The first edition is that of another dataset. Either is undone again.
    """
    with transaction.atomic():
        ready = prepared(printed.as_wide(), _another() if first else None)
        alone: list[Cost] = []

        def cells(*args: Any, **more: Any) -> None:
            alone.append(cost(partial(write_cells, *args, **more)))

        with patch.object(loading, "write_cells", cells):
            loaded = cost(lambda: loading.load(ready))
        written = Cell.objects.filter(dataset=ready.dataset, since=ready.newest + 1).order_by("pk")
        rows = pl.DataFrame(
            list(written.values_list(*COLUMNS)), schema=list(COLUMNS), orient="row", infer_schema_length=None
        )
        assert rows.height == ready.difference.inserts.height
        keyed, bare = (_bare(rows, keys=keys) for keys in (True, False))
        transaction.set_rollback(True)
    return Rate(rows.height, loaded, alone[0], keyed, bare)


def _another() -> Dataset:
    """The same table once more, under another name and without an edition."""
    slug = f"{DATASET}-{Dataset.objects.count()}"
    return from_spec(replace(catalogue()[DATASET], slug=slug))


def _bare(rows: pl.DataFrame, *, keys: bool) -> Cost:
    """What writing a frame into a table of its own costs, with or without the keys of cells."""
    table, index = Cell._meta.db_table, Cell._meta.indexes[0]
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bare AS SELECT {columns} FROM {table} WHERE 1 = 0")
        if keys:
            fields = ", ".join(f"{name}_id" if name == "dataset" else name for name in index.fields)
            cursor.execute(f"CREATE INDEX bare_index ON bare ({fields})")
            cursor.execute("CREATE UNIQUE INDEX bare_key ON bare (series_id, period, since)")

        def write() -> None:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY bare ({columns}) FROM STDIN (FORMAT csv)") as copy:
                    copy.write(rows.write_csv(include_header=False))
            else:
                marks = ", ".join(["%s"] * len(COLUMNS))
                cursor.executemany(f"INSERT INTO bare ({columns}) VALUES ({marks})", rows.rows())

        taken = cost(write)
        cursor.execute("DROP TABLE bare")
    return taken


def memory(editions: Sequence[bytes], folder: Path) -> float:
    """Megabytes at most of the processes that import one edition each, and do nothing else."""
    environment = {
        **os.environ,
        "STET_DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/memory.sqlite3",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "migrate", "-v0"], env=environment, check=True)
    peaks = []
    for number, data in enumerate(editions):
        path = folder / f"{number}-{NAME}"
        path.write_bytes(data)
        command = [*manage, "import_release", DATASET, str(path), "--accept"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        peaks.append(usage.ru_maxrss / 1024)
    return max(peaks)


class _CellResource(ModelResource):
    class Meta:
        model = Cell
        import_id_fields = ("series", "period", "since")
        fields = ("dataset", "series", "period", "value", "status", "since", "a1", "a2")
        skip_unchanged = True


def beside_row_mode(printed: Printed, sample: int) -> tuple[int, Cost, Cost]:
    """Rows of a first import and its cost, file to cells; and that of row mode over a sample."""
    data = printed.as_wide()
    with transaction.atomic():
        dataset = _another()
        ours = cost(lambda: loading.load(prepared(data, dataset)))
        names = _CellResource.Meta.fields
        stored = Cell.objects.filter(dataset=dataset)
        count, rows = stored.count(), list(stored.order_by("pk").values_list(*names)[:sample])
        stored.delete()
        table = tablib.Dataset(*rows, headers=names)
        theirs = cost(lambda: _CellResource().import_data(table, raise_errors=True))
        assert stored.count() == sample
        transaction.set_rollback(True)
    return count, ours, theirs


def space(printed: Printed, editions: int, share: float) -> tuple[int, int]:
    """Bytes of the last of monthly editions alone, and of all of them, each a month longer and revised."""
    months = len(printed.months)
    drawn, current = [], printed
    for n in range(editions):
        drawn.append(current.until(months - editions + 1 + n).as_wide())
        current = current.revised(share, seed=n)
    return _bytes_of(drawn[-1:]), _bytes_of(drawn)


def _bytes_of(files: Sequence[bytes]) -> int:
    """What the editions of a dataset of their own add to the database on disk, dead rows included."""
    dataset, before = _another(), _bytes()
    for data in files:
        outcome = recipe.run([keep(name=NAME, data=data)], dataset=dataset, accept_at_once=True)
        assert outcome.status == "in_force", outcome
        dataset.refresh_from_db()
    return _bytes() - before


def _bytes() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        return int(cursor.fetchone()[0])
