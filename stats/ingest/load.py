"""Loading: a prepared edition is written in one transaction, and only what changed.

A waiting edition is loaded too. Readers ask as of the edition in force, so its rows are not seen until the
decision moves that pointer, and dropping it again is exact.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from stats.codebook import TOTAL, Coverage
from stats.ingest import rollups, unmatched
from stats.ingest.log import log
from stats.ingest.members import write_members
from stats.ingest.prepare import Prepared, Purpose, newest_number
from stats.ingest.resuming import resume
from stats.ingest.writing import close_cells, write_cells, write_series
from stats.labels import Label
from stats.models import OPEN, Actor, Cell, Dataset, Edition, EditionState, Member, Series, Verdict

BEFORE_SUMS = 0.65
"""The part of loading that is over when the cells of a first edition are written, but no sums beside them."""


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
    series = write_series(edition, prepared.new_series, members)
    closes, inserts = prepared.difference.closes.height, prepared.difference.inserts.height
    share = BEFORE_SUMS / max(1, closes + inserts)
    close_cells(edition, prepared.difference.closes, told=lambda rows: told(share * rows))
    write_cells(edition, prepared.difference.inserts, series, told=lambda rows: told(share * (closes + rows)))
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
