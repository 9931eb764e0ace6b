"""Loading: a prepared edition is written in one transaction, and only what changed.

A waiting edition is loaded too. Readers ask as of the edition in force, so its rows are not seen until the
decision moves that pointer, and dropping it again is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import connection, transaction

from stats.codebook import TOTAL, Coverage
from stats.ingest import rollups, unmatched
from stats.ingest.log import log
from stats.ingest.members import write_members
from stats.ingest.prepare import Prepared, Purpose, newest_number
from stats.ingest.progress import counted
from stats.ingest.resuming import resume
from stats.labels import Label
from stats.models import OPEN, Actor, Cell, Dataset, Edition, EditionState, Member, Series, Verdict
from stats.queries.tallies import AXIS_FIELDS

BATCH = 10_000
BEFORE_SUMS = 0.6
"""The part of loading that is over when all cells are written and the sums beside them are not."""


class Overtaken(Exception):
    """Somebody else changed the dataset between preparing and loading; preparing again is the answer."""


@transaction.atomic
def load(
    prepared: Prepared,
    *,
    modelled: Label | None = None,
    again: Edition | None = None,
    told: Callable[[float], None] = lambda part: None,
) -> Edition:
    """Write a prepared edition, waiting for its decision; or complete the newest one.

    `again` is a waiting edition that was erased and is now written once more. `told` hears how much is
    written, by rows, from 0 to 1.
    """
    dataset = Dataset.objects.select_for_update().get(pk=prepared.dataset.pk)
    current = dataset.in_force_id
    if current != prepared.dataset.in_force_id or newest_number(dataset) != prepared.newest:
        raise Overtaken(dataset.slug)
    if prepared.purpose is Purpose.COMPLETES and prepared.base is not None:
        edition = _completed(prepared.base, prepared)
    else:
        if again is None:
            _take_the_place_of_waiting(dataset, number=prepared.newest + 1)
        edition = again or Edition(dataset=dataset, number=prepared.newest + 1)
        _describe(edition, prepared, modelled)
        resume(dataset, number=edition.number, closes=prepared.difference.closes)
    members = write_members(prepared, edition)
    series = _write_series(prepared, edition, members)
    closes, inserts = prepared.difference.closes.height, prepared.difference.inserts.height
    share = BEFORE_SUMS / max(1, closes + inserts)
    _close(prepared, edition, told=lambda rows: told(share * rows))
    _insert(prepared, edition, series, told=lambda rows: told(share * (closes + rows)))
    told(BEFORE_SUMS)
    rollups.renew(dataset, edition.number)
    if prepared.purpose is Purpose.NEW_EDITION:
        unmatched.ask(prepared, edition)
    else:
        unmatched.complete(prepared, edition)
    for source in prepared.sources:
        source.edition = edition
        source.save()
    return edition


def _take_the_place_of_waiting(dataset: Dataset, *, number: int) -> None:
    for undecided in dataset.editions.waiting().order_by("-number"):
        drop(undecided)
        log(
            undecided,
            Verdict.REFUSED,
            actor=Actor.RULE,
            note=f"Edition {number} came before it was decided about, and takes its place.",
            in_force=dataset.in_force,
        )


@transaction.atomic
def drop(edition: Edition) -> None:
    """Undo the writing of the newest edition exactly; it stays listed as refused."""
    erase(edition)
    edition.state = EditionState.REFUSED
    edition.save(update_fields=("state",))


def erase(edition: Edition) -> None:
    """Undo what the newest edition wrote: cells, roll-ups, series, members and changes of labels."""
    cells = Cell.objects.filter(dataset_id=edition.dataset_id)
    cells.filter(since=edition.number).delete()
    cells.filter(until=edition.number).update(until=OPEN)
    rollups.drop(edition.dataset_id, edition.number)
    Series.objects.filter(dataset_id=edition.dataset_id, since=edition.number).delete()
    Member.objects.filter(dimension__dataset_id=edition.dataset_id, since=edition.number).exclude(
        code=TOTAL
    ).delete()
    edition.label_changes.all().delete()


def _describe(edition: Edition, prepared: Prepared, modelled: Label | None) -> None:
    reading, difference = prepared.reading, prepared.difference
    edition.title_en, edition.title_fr = reading.title.en[:500], reading.title.fr[:500]
    edition.notes = [note.as_json() for note in reading.notes]
    edition.cut_off = reading.cut_off
    edition.coverage = prepared.coverage.as_json()
    edition.cells = difference.cells.as_json() | {"totals": difference.totals.as_json()}
    edition.findings = [finding.as_json() for finding in prepared.findings]
    if modelled is not None:
        edition.modelled_en, edition.modelled_fr = modelled.en, modelled.fr
    edition.save()


def _completed(edition: Edition, prepared: Prepared) -> Edition:
    reading = prepared.reading
    title = Label(edition.title_en, edition.title_fr).completed_by(reading.title)
    edition.title_en, edition.title_fr = title.en[:500], title.fr[:500]
    edition.notes = edition.notes or [note.as_json() for note in reading.notes]
    edition.cut_off = edition.cut_off or reading.cut_off
    edition.coverage = Coverage.from_json(edition.coverage).joined(prepared.coverage).as_json()
    edition.save()
    return edition


def _write_series(
    prepared: Prepared, edition: Edition, members: list[dict[str, int]]
) -> dict[int, tuple[int, tuple[int, ...], bool]]:
    """Write new series; give the stored id, members and leaf of each id in the difference."""
    rows = [
        Series(
            dataset_id=edition.dataset_id,
            leaf=leaf,
            since=edition.number,
            **{field: axis[code] for field, axis, code in zip(AXIS_FIELDS, members, codes, strict=False)},
        )
        for codes, leaf in prepared.new_series.items()
    ]
    made = Series.objects.bulk_create(rows, batch_size=BATCH)
    found = {-index - 1: _facts(series) for index, series in enumerate(made)}
    needed = set(prepared.difference.inserts["series"].unique().to_list())
    if any(pk > 0 for pk in needed):
        stored = Series.objects.filter(dataset_id=edition.dataset_id)
        found |= {series.pk: _facts(series) for series in stored if series.pk in needed}
    return found


def _facts(series: Series) -> tuple[int, tuple[int, ...], bool]:
    return series.pk, (series.a1, series.a2, series.a3, series.a4), series.leaf


def _close(prepared: Prepared, edition: Edition, *, told: Callable[[int], None]) -> None:
    table = connection.ops.quote_name(Cell._meta.db_table)
    with connection.cursor() as cursor:
        which = "series_id = %s AND period = %s AND until > %s AND since < %s"
        cursor.executemany(
            f"UPDATE {table} SET until = %s WHERE {which}",  # noqa: S608
            [
                (edition.number, series, period, edition.number, edition.number)
                for series, period in counted(prepared.difference.closes.iter_rows(), told)
            ],
        )


COLUMNS = ("dataset_id", "series_id", *AXIS_FIELDS, "leaf", "period", "value", "status", "since", "until")


def _insert(
    prepared: Prepared,
    edition: Edition,
    series: dict[int, tuple[int, tuple[int, ...], bool]],
    *,
    told: Callable[[int], None],
) -> None:
    rows = (
        (edition.dataset_id, pk, *axes, leaf, period, value, status, edition.number, OPEN)
        for temporary, period, value, status in counted(prepared.difference.inserts.iter_rows(), told)
        for pk, axes, leaf in (series[temporary],)
    )
    insert_cells(rows)


def insert_cells(rows: Iterable[tuple[object, ...]]) -> None:
    """Write cells in bulk, in the order of `COLUMNS`: COPY on PostgreSQL, prepared statements elsewhere."""
    table = connection.ops.quote_name(Cell._meta.db_table)
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # What goes wrong while copying comes as the same errors as in any other statement.
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(COLUMNS))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
        cursor.executemany(statement, rows)  # type: ignore[arg-type]  # rows may come one by one
