"""The ledger as comma-separated text, with names of columns that are the same in both languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from stats.labels import Label
from stats.queries.edition_changes import EditionChanges
from stats.queries.public_editions import PublicEdition
from stats.values import Status

EDITION_COLUMNS = (
    "edition", "state", "since", "until", "covers_until", "cut_off", "taken_back_at",
    "new", "revised", "removed", "unchanged", "kinds",
)  # fmt: skip
CHANGE_COLUMNS = ("period", "kind", "old", "old_status", "new", "new_status", "edition", "before")


def editions_csv(editions: Sequence[PublicEdition]) -> bytes:
    """A line for each time that an edition counted, newest edition first."""
    return _written(EDITION_COLUMNS, (line for edition in editions for line in _edition_lines(edition)))


def _edition_lines(edition: PublicEdition) -> Iterable[Sequence[object]]:
    facts, cells = edition.facts, edition.cells
    counts = [cells.get(name, 0) for name in ("new", "revised", "removed", "unchanged")]
    kinds = " ".join(str(change["kind"]) for change in edition.changes)
    spans: list[tuple[datetime | None, datetime | None]]
    spans = [(span.since, span.until) for span in edition.counted] or [(facts.in_force_since, None)]
    for since, until in spans:
        times = [moment.isoformat() if moment else "" for moment in (since, until)]
        back = edition.taken_back_at.isoformat() if edition.taken_back_at else ""
        until_period, cut_off = facts.covers_until or "", facts.cut_off or ""
        yield edition.number, edition.state.value, *times, until_period, cut_off, back, *counts, kinds


def changes_csv(found: EditionChanges) -> bytes:
    """A line for each changed cell, in the order of members and periods."""
    columns: list[str] = []
    for dimension in found.book.dimensions:
        columns += [dimension.slug, f"{dimension.slug}_en", f"{dimension.slug}_fr"]
    return _written((*columns, *CHANGE_COLUMNS), _change_lines(found))


def _change_lines(found: EditionChanges) -> Iterable[Sequence[object]]:
    edition = found.edition.number
    before = found.before.number if found.before else ""
    for change in found.cells():
        members: list[str] = []
        for member in change.members:
            members += [member.code, *_labels(member.label)]
        said = (change.old, _status(change.old_status), change.new, _status(change.new_status))
        yield *members, change.period, change.kind.value, *said, edition, before


def _labels(label: Label) -> tuple[str, str]:
    return label.en, label.fr


def _status(status: Status | None) -> str:
    return "" if status is None else status.slug


def _written(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    """With a mark of its encoding, which spreadsheets need."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(lines)
    return b"\xef\xbb\xbf" + text.getvalue().encode()
