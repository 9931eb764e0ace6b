"""Editions of the table of provinces and occupations, imported and measured, for `tests.bench.imports`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import tablib
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from import_export.resources import ModelResource

from stats.catalogue import load as catalogue
from stats.ingest import opening, recipe
from stats.ingest.load import load
from stats.ingest.prepare import Prepared, prepare
from stats.ingest.progress import unwatched
from stats.ingest.register import dataset_named, from_spec
from stats.ingest.sources import keep
from stats.ingest.writing import COLUMNS
from stats.models import Cell, Dataset
from tests.occupations import DATASET, NAME, Printed

Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Loaded:
    """An edition that counts: how many rows it wrote and how many seconds that took."""

    rows: int
    load: float


def prepared(data: bytes, dataset: Dataset | None = None) -> Prepared:
    """Read, screened, resolved and compared with what counts; nothing remembered from another reading."""
    opening._reading.cache_clear()
    return prepare([keep(name=NAME, data=data)], dataset or dataset_named(DATASET), progress=unwatched)


def compared(data: bytes) -> None:
    """The same, for its time."""
    assert prepared(data).difference.cells.revised


def edition(data: bytes) -> Loaded:
    """Import a file and let it count."""
    if "stats_dataset" not in connection.introspection.table_names():
        call_command("migrate", verbosity=0)
    ready = prepared(data)
    start = time.perf_counter()
    load(ready)
    taken = time.perf_counter() - start
    outcome = recipe.run(ready.sources, dataset=ready.dataset, accept_at_once=True)
    assert outcome.edition is not None, outcome
    return Loaded(ready.difference.inserts.height, taken)


def statements(data: bytes) -> int:
    """How many statements write figures, members, sums or editions while a file of the same figures comes."""
    source = keep(name=NAME, data=data)
    with CaptureQueriesContext(connection) as seen:
        outcome = recipe.run([source], dataset=dataset_named(DATASET), accept_at_once=True)
    assert outcome.status == "nothing_new", outcome
    written = ("INSERT", "UPDATE", "DELETE", "COPY")
    return sum(str(query["sql"]).lstrip().startswith(written) for query in seen)


def rates(printed: Printed, *, first: bool) -> tuple[float, float, float]:
    """Rows a second of an edition that is loaded, of the same rows written bare, and bare with keys.

    The first edition is that of another dataset. Either is undone again.
    """
    with transaction.atomic():
        ready = prepared(printed.as_wide(), _another() if first else None)
        written = ready.difference.inserts.height
        start = time.perf_counter()
        number = load(ready).number
        taken = time.perf_counter() - start
        cells = Cell.objects.filter(dataset=ready.dataset, since=number)
        rows = list(cells.order_by("pk").values_list(*COLUMNS))
        assert len(rows) == written
        bare, keyed = (_bare(rows, keys=keys) for keys in (False, True))
        transaction.set_rollback(True)
    return written / taken, written / bare, written / keyed


def _another() -> Dataset:
    """The same table once more, under another name and without an edition."""
    slug = f"{DATASET}-{Dataset.objects.count()}"
    return from_spec(replace(catalogue()[DATASET], slug=slug))


def _bare(rows: Rows, *, keys: bool) -> float:
    """Seconds for writing rows into a table of their own, with or without the keys of cells."""
    table, index = Cell._meta.db_table, Cell._meta.indexes[0]
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bare AS SELECT {columns} FROM {table} WHERE 1 = 0")
        if keys:
            fields = ", ".join(Cell._meta.get_field(name).column for name in index.fields)
            cursor.execute(f"CREATE INDEX bare_index ON bare ({fields})")
            cursor.execute("CREATE UNIQUE INDEX bare_key ON bare (series_id, period, since)")
        start = time.perf_counter()
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY bare ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(COLUMNS))
            cursor.executemany(f"INSERT INTO bare ({columns}) VALUES ({marks})", rows)
        taken = time.perf_counter() - start
        cursor.execute("DROP TABLE bare")
    return taken


class _CellResource(ModelResource):
    class Meta:
        model = Cell
        import_id_fields = ("series", "period", "since")
        fields = ("dataset", "series", "period", "value", "status", "since", "a1", "a2")
        skip_unchanged = True


def beside_row_mode(printed: Printed, sample: int) -> tuple[float, float]:
    """Rows a second of a first import, file to cells, and of import-export row by row over some of them."""
    with transaction.atomic():
        dataset = _another()
        start = time.perf_counter()
        ready = prepared(printed.as_wide(), dataset)
        load(ready)
        ours = ready.difference.inserts.height / (time.perf_counter() - start)
        names = _CellResource.Meta.fields
        rows = list(Cell.objects.filter(dataset=dataset).order_by("pk").values_list(*names)[:sample])
        Cell.objects.filter(dataset=dataset).delete()
        start = time.perf_counter()
        result = _CellResource().import_data(tablib.Dataset(*rows, headers=names), raise_errors=True)
        theirs = sample / (time.perf_counter() - start)
        assert result.totals["new"] == sample
        transaction.set_rollback(True)
    return ours, theirs


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
