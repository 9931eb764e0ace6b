"""Preparing an edition: read, screen, resolve and compare, without writing anything.

The admin's preview and the import itself are the same preparation; only what follows differs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

import polars as pl

from stats.codebook import Coverage, Measures
from stats.compare import Difference, compare
from stats.findings import Finding, Refused, Severity, Where
from stats.ingest.opening import newest_edition, opened
from stats.ingest.progress import Progress
from stats.ingest.stored import Stored, stored_as_of
from stats.labels import Label
from stats.matching import DimensionRules, FoundMember, Matching, match
from stats.models import Dataset, Edition, SourceFile, Stage
from stats.periods import Frequency
from stats.printed import Codes, Printed
from stats.queries.dimensions import dimensions_as_of, dimensions_of
from stats.readers.reading import Form, Reading
from stats.screening import Changed, InForce, Screened, screen, screen_changes
from stats.suggesting import Figures, Suggestion, suggest


class Purpose(StrEnum):
    """What a file is to its dataset."""

    NEW_EDITION = "new_edition"
    """It has figures that no edition has."""
    COMPLETES = "completes"
    """It has the same figures as the newest edition, and languages or stated totals that were missing."""
    NOTHING_NEW = "nothing_new"
    """The newest edition says all of it already."""


@dataclass(frozen=True)
class Prepared:
    """An edition that could be loaded."""

    dataset: Dataset
    sources: tuple[SourceFile, ...]
    readings: tuple[Reading, ...]
    printed: Printed
    purpose: Purpose
    base: Edition | None
    """The edition compared with: the one in force, or the one that is completed."""
    newest: int
    """The highest number used so far; another one when loading means that somebody was faster."""
    new_series: dict[tuple[str, ...], bool]
    """Codes by axis of the series behind the ids -1, -2, … in `difference`, and whether each is a leaf."""
    difference: Difference
    stored: Stored
    findings: tuple[Finding, ...]
    suggestions: Mapping[tuple[int, str], tuple[Suggestion, ...]]
    """By axis and code of each unmatched label, the members that it may be."""

    @property
    def unmatched(self) -> list[tuple[int, FoundMember]]:
        """The labels that somebody must decide about before the edition counts, each with its axis.

        The first edition has none, and what completes an edition brings no figures of its own.
        """
        asked = self.purpose is Purpose.NEW_EDITION and self.base is not None
        return self.matching.unmatched if asked else []

    @property
    def reading(self) -> Reading:
        return self.printed.reading

    @property
    def matching(self) -> Matching:
        return self.printed.matching

    @property
    def coverage(self) -> Coverage:
        return self.printed.coverage


def prepare(
    sources: Sequence[SourceFile],
    dataset: Dataset | None,
    *,
    progress: Progress,
    again: Edition | None = None,
) -> Prepared:
    """Take one file, or a pair in two languages, as far as comparison. Refused where it is wrong.

    `again` is the waiting edition that the files became before, if their labels are to be matched anew.
    """
    progress(Stage.READ, 0)
    dataset, reading, readings = opened(sources, dataset, told=partial(progress, Stage.READ))
    in_force = dataset.in_force
    top = in_force if again else newest_edition(dataset)
    progress(Stage.RESOLVE, 0)
    name = sources[0].name

    def matched(base: Edition | None) -> Printed:
        known = dimensions_as_of(dataset, base)
        matching = match(reading, rules_of(dataset), known, announce=base is not None, file=name)
        return Printed(reading, matching, dimensions_of(dataset, base))

    printed = matched(top)
    progress(Stage.SCREEN, 0)
    screened = _screened(dataset, printed, name, known_before=bool(top))
    noticed = (*reading.findings, *screen(screened))
    if refusals := [finding for finding in noticed if finding.severity is Severity.REFUSAL]:
        raise Refused(*refusals)
    progress(Stage.COMPARE, 0)

    def compared(printed: Printed, base: Edition | None) -> Prepared:
        stored = stored_as_of(dataset, base, dimensions_of(dataset, base))
        new = printed.new_series(stored.series)
        return Prepared(
            dataset=dataset,
            sources=tuple(sources),
            readings=readings,
            printed=printed,
            purpose=Purpose.NEW_EDITION,
            base=base,
            newest=newest_number(dataset),
            new_series=new,
            difference=_difference(printed, stored, base, _ids(stored, new)),
            stored=stored,
            findings=(*printed.matching.findings, *noticed),
            suggestions={},
        )

    found: Prepared | None = None
    for edition in _candidates(top, in_force) if not again else ():
        if _same_periods(edition.covered, printed.coverage):
            found = compared(printed, edition)
            if not found.difference.differs and (edition == top or not _adds_something(found)):
                return _not_new(found, top)
    if top != in_force:
        printed, found = matched(in_force), None
    return _beside_the_one_in_force(found or compared(printed, in_force), screened)


def newest_number(dataset: Dataset) -> int:
    """The highest number that an edition of the dataset ever had; 0 before the first one."""
    return dataset.editions.order_by("-number").values_list("number", flat=True).first() or 0


def _candidates(top: Edition | None, in_force: Edition | None) -> list[Edition]:
    """The editions that a file may be the same as: the newest, and the one in force below it."""
    return list({e.pk: e for e in (top, in_force) if e is not None}.values())


def _not_new(found: Prepared, top: Edition | None) -> Prepared:
    """A file whose figures are those of an edition: it completes the newest one, or says nothing new."""
    quiet = tuple(f for f in found.findings if not f.rule.startswith("resolve."))
    if found.base == top:
        purpose = Purpose.COMPLETES if _adds_something(found) else Purpose.NOTHING_NEW
        return replace(found, purpose=purpose, findings=quiet)
    message = (
        f"these are the figures of the edition in force; edition {top.number if top else ''} still waits"
    )
    waits = Finding("compare.waits", Severity.WARNING, message, Where(found.sources[0].name))
    return replace(found, purpose=Purpose.NOTHING_NEW, findings=(*quiet, waits))


def rules_of(dataset: Dataset) -> list[DimensionRules]:
    """What a dataset says about the labels of its dimensions, in their order."""
    return [
        DimensionRules(d.slug, d.coded, d.codelist, tuple(d.others), tuple(d.not_stated))
        for d in dataset.dimensions.order_by("axis")
    ]


def _screened(dataset: Dataset, printed: Printed, name: str, *, known_before: bool) -> Screened:
    """The file as rules see it."""
    known = sum(len(dimension.members) for dimension in printed.known)
    return Screened(
        printed=printed,
        file=name,
        disclosure=dataset.disclosure,
        measures=Measures(dataset.measures),
        months_add=dataset.months_add,
        members_add=dataset.members_add,
        before=_as_in_force(dataset.in_force) if dataset.in_force else None,
        known_members=known if known_before else 0,
    )


def _as_in_force(edition: Edition) -> InForce:
    return InForce(
        coverage=edition.covered,
        title=Label(edition.title_en, edition.title_fr),
        notes=edition.note_labels,
        cut_off=edition.cut_off,
    )


def _beside_the_one_in_force(prepared: Prepared, screened: Screened) -> Prepared:
    """The same with suggestions, and what rules find in its changes, if an edition is in force."""
    if prepared.base is None:
        return prepared
    ids = _ids(prepared.stored, prepared.new_series)
    found = screen_changes(Changed(screened, prepared.difference, ids))
    return replace(
        prepared,
        findings=(*prepared.findings, *found),
        suggestions=_suggestions(prepared.printed, prepared.stored, prepared.base, ids),
    )


def _ids(stored: Stored, new: dict[tuple[str, ...], bool]) -> dict[tuple[str, ...], int]:
    """The ids of all series, by codes of members."""
    return {**stored.series, **_temporary(new)}


def _temporary(new: dict[tuple[str, ...], bool]) -> dict[tuple[str, ...], int]:
    """Ids of series that are not stored yet: -1, -2, …"""
    return {codes: -index - 1 for index, codes in enumerate(new)}


def _difference(
    printed: Printed, stored: Stored, base: Edition | None, ids: Mapping[Codes, int]
) -> Difference:
    return compare(
        stored.cells,
        printed.cells(ids),
        before=base.covered if base else Coverage(),
        now=printed.coverage,
        patterns={pk: printed.pattern(codes) for codes, pk in ids.items()},
        known_series=stored.known,
        absent_was_zero=bool(base and base.files.filter(form=Form.ODP).exists()),
        absent_is_zero=printed.reading.absent_is_zero,
    )


def _suggestions(
    printed: Printed, stored: Stored, base: Edition, ids: Mapping[Codes, int]
) -> Mapping[tuple[int, str], tuple[Suggestion, ...]]:
    """What unmatched labels may be; the cells of leaves are compared in the shortest periods of both."""
    if not printed.matching.unmatched:
        return {}
    covered = base.covered, printed.coverage
    frequency = Frequency.MONTH if all(one.of(Frequency.MONTH) for one in covered) else Frequency.YEAR
    shared = [p.code for p in covered[0].of(frequency) if covered[1].covers(p)]
    leaf = "M" * len(printed.known)
    codes = {pk: row for row, pk in ids.items() if printed.pattern(row) == leaf}
    within = pl.col("period").is_in(shared)
    return suggest(
        printed.matching,
        dimensions_as_of(base.dataset, base),
        before=Figures(stored.cells.filter(within), codes),
        now=Figures(printed.cells(ids).filter(within), codes),
    )


def _same_periods(before: Coverage, now: Coverage) -> bool:
    """Whether two coverages end and begin alike in the shortest length that both print."""
    for frequency in (Frequency.MONTH, Frequency.YEAR):
        one, two = before.of(frequency), now.of(frequency)
        if one or two:
            return one == two
    return before == now


def _adds_something(found: Prepared) -> bool:
    """Whether there are labels, stated totals or rows that the edition compared with does not have."""
    labels = any(
        member.new or member.label != found.stored.labels.get((axis, code))
        for axis, members in enumerate(found.matching.members)
        for code, member in members.items()
    )
    covered = found.base.covered if found.base else Coverage()
    wider = covered.joined(found.coverage) != covered
    return labels or wider or bool(found.new_series) or found.difference.inserts.height > 0
