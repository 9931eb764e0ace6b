"""The preview: what an upload would change, as a frozen view for the page. Nothing is written.

It is the same preparation as the import's own. A dataset that is not stored yet is stored for the time of the
preparation and undone; one that is stored is only read, so that a preview holds no lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import polars as pl
from django.db import transaction
from django.utils.translation import get_language

from stats.codebook import TOTAL
from stats.compare import Counts
from stats.findings import Finding, Severity
from stats.importexport import wording
from stats.importexport.said import Said, said
from stats.importexport.upload import Upload
from stats.ingest.foreseeing import foreseen
from stats.ingest.prepare import Prepared, Purpose, prepare
from stats.ingest.progress import unwatched
from stats.labels import Label
from stats.models import Dataset, Member, SourceFile
from stats.periods import Frequency, Period

SHOWN = 10
"""How many changed cells of each kind are shown."""

_ORDER = (
    Frequency.MONTH,
    Frequency.YEAR,
    Frequency.QUARTER,
    Frequency.QUARTER_TO_DATE,
    Frequency.YEAR_TO_DATE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One cell before and after: the members of its series, its period, and what it says, in words."""

    members: tuple[str, ...]
    period: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AxisNews:
    """How many members of a dimension the file names, and the labels of the new ones."""

    label: str
    met: int
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that the page shows."""

    slug: str
    title: str
    stored: bool
    purpose: str
    base: int | None
    number: int
    replaces: tuple[int, ...]
    form: str
    confidence: str
    heading: str
    languages: str
    sheet: str
    covers: tuple[str, ...]
    cut_off: date | None
    files: tuple[SourceFile, ...]
    cells: Counts
    totals: Counts
    kinds: tuple[Said, ...]
    """The kinds of change against the edition in force, in sentences."""
    dimensions: tuple[AxisNews, ...]
    new: tuple[Change, ...]
    revised: tuple[Change, ...]
    removed: tuple[Change, ...]
    warnings: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    unmatched: int
    """How many labels somebody has to decide about before the edition can count."""

    @property
    def nothing_new(self) -> bool:
        """Whether there is nothing to confirm."""
        return self.purpose == Purpose.NOTHING_NEW

    @property
    def headers(self) -> tuple[str, ...]:
        """The names of the dimensions, for the columns of changed cells."""
        return tuple(axis.label for axis in self.dimensions)


def preview(upload: Upload, sources: Sequence[SourceFile]) -> Preview:
    """What importing a settled upload would change. Refused where the files are wrong."""
    stored = upload.is_stored
    with _undone(not stored):
        prepared = prepare(sources, upload.registered(sources), progress=unwatched)
        return _view(prepared, stored=stored)


@contextmanager
def _undone(wanted: bool) -> Iterator[None]:  # noqa: FBT001
    if not wanted:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _view(prepared: Prepared, *, stored: bool) -> Preview:
    dataset, reading, difference = prepared.dataset, prepared.reading, prepared.difference
    language = get_language() or "en"
    names = _Names(prepared, language)
    return Preview(
        slug=dataset.slug,
        title=dataset.title.in_language(language),
        stored=stored,
        purpose=prepared.purpose.value,
        base=prepared.base.number if prepared.base else None,
        number=_number(prepared),
        replaces=_replaced(dataset) if prepared.purpose is Purpose.NEW_EDITION else (),
        form=wording.form_name(reading.form),
        confidence=wording.confidence_after(finding.rule for finding in reading.findings),
        heading=reading.title.in_language(language),
        languages=wording.language_names(reading.languages),
        sheet=reading.sheet,
        covers=tuple(wording.spans(prepared.coverage)),
        cut_off=reading.cut_off,
        files=prepared.sources,
        cells=difference.cells,
        totals=difference.totals,
        kinds=tuple(said(change) for change in foreseen(prepared)),
        dimensions=names.news(),
        new=names.changes(_newest_and_largest(difference.new)),
        revised=names.changes(_most_changed(difference.revised)),
        removed=names.changes(difference.removed.sort("old", descending=True, nulls_last=True).head(SHOWN)),
        warnings=_of(prepared, Severity.WARNING),
        notes=_of(prepared, Severity.NOTE),
        unmatched=len(prepared.unmatched),
    )


def _of(prepared: Prepared, severity: Severity) -> tuple[Finding, ...]:
    return tuple(finding for finding in prepared.findings if finding.severity is severity)


def _number(prepared: Prepared) -> int:
    if prepared.purpose is Purpose.NEW_EDITION or prepared.base is None:
        return prepared.newest + 1
    return prepared.base.number


def _replaced(dataset: Dataset) -> tuple[int, ...]:
    """The numbers of editions that nobody decided about, which a new one takes the place of."""
    return tuple(dataset.editions.waiting().order_by("number").values_list("number", flat=True))


def _newest_and_largest(frame: pl.DataFrame) -> pl.DataFrame:
    """The cells of the newest period that say most."""
    leading = pl.col("period") // 1_000_000
    for frequency in _ORDER:
        found = frame.filter(leading == int(frequency))
        if found.height:
            newest = found.filter(pl.col("period") == pl.col("period").max())
            return newest.sort("value", "series", descending=(True, False), nulls_last=True).head(SHOWN)
    return frame.head(SHOWN)


def _most_changed(frame: pl.DataFrame) -> pl.DataFrame:
    """The cells that moved most; those that became or ceased to be suppressed come last."""
    by = (pl.col("value") - pl.col("old")).abs()
    return frame.sort(by, descending=True, nulls_last=True).head(SHOWN)


class _Names:
    """The labels of members, for the few cells that are shown."""

    def __init__(self, prepared: Prepared, language: str) -> None:
        self._prepared = prepared
        self._language = language
        dimensions = list(prepared.dataset.dimensions.order_by("axis"))
        self._headers = [dimension.label.in_language(language) for dimension in dimensions]
        totals = Member.objects.filter(dimension__in=dimensions, code=TOTAL).select_related("dimension")
        self._totals = {member.dimension.axis: member.label for member in totals}

    def news(self) -> tuple[AxisNews, ...]:
        """What is new in each dimension."""
        found = []
        for header, members in zip(self._headers, self._prepared.matching.members, strict=True):
            new = (member.label.in_language(self._language) for member in members.values() if member.new)
            found.append(AxisNews(header, len(members), tuple(new)))
        return tuple(found)

    def changes(self, frame: pl.DataFrame) -> tuple[Change, ...]:
        """Rows of a difference in words."""
        codes = self._codes(set(frame["series"].to_list()))
        return tuple(
            Change(
                members=tuple(self._label(axis, code) for axis, code in enumerate(codes[series])),
                period=wording.period(Period.from_code(period)),
                old="" if old_status is None else wording.value(old, old_status),
                new="" if status is None else wording.value(value, status),
            )
            for series, period, old, old_status, value, status in frame.iter_rows()
        )

    def _codes(self, wanted: set[int]) -> dict[int, tuple[str, ...]]:
        stored = {pk: codes for codes, pk in self._prepared.stored.series.items() if pk in wanted}
        new = list(self._prepared.new_series)
        return stored | {pk: new[-pk - 1] for pk in wanted if pk < 0}

    def _label(self, axis: int, code: str) -> str:
        """A member's name, after that of the member it is part of: two levels may bear the same name."""
        if code == TOTAL:
            return self._totals[axis].in_language(self._language)
        met = self._prepared.matching.members[axis].get(code)
        label = met.label if met else self._prepared.stored.labels.get((axis, code), Label())
        name = label.in_language(self._language) or code
        return f"{self._label(axis, met.parent)} › {name}" if met and met.parent else name
