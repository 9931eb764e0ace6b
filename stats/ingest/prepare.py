"""Preparing an edition: read, screen, resolve and compare, without writing anything.

The admin's preview and the import itself are the same preparation; only what follows differs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import polars as pl

from stats.catalogue import guess
from stats.catalogue import load as catalogue
from stats.codebook import TOTAL, Coverage, Dimension, spans_of
from stats.compare import Difference, compare
from stats.findings import Finding, Refused, Severity, Where, refuse
from stats.ingest.register import dataset_named
from stats.ingest.sources import bytes_of
from stats.ingest.stored import Stored, stored_as_of
from stats.matching import DimensionRules, Matching, match
from stats.models import Dataset, Edition, EditionState, SourceFile, Stage
from stats.pairing import pair
from stats.periods import Frequency
from stats.queries.dimensions import dimensions_of
from stats.readers.reading import Form, Reading
from stats.readers.sniff import read
from stats.screening import Screened, screen

Progress = Callable[[Stage], None]


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
    reading: Reading
    purpose: Purpose
    base: Edition | None
    """The edition compared with: the one in force, or the one that is completed."""
    newest: int
    """The highest number used so far; another one when loading means that somebody was faster."""
    coverage: Coverage
    matching: Matching
    series: tuple[tuple[str, ...], ...]
    """Codes by axis of the series behind the ids -1, -2, … in `difference`: those not stored yet."""
    new_leaves: tuple[bool, ...]
    difference: Difference
    stored: Stored
    findings: tuple[Finding, ...]


def prepare(sources: Sequence[SourceFile], dataset: Dataset | None, *, progress: Progress) -> Prepared:
    """Take one file, or a pair in two languages, as far as comparison. Refused where it is wrong."""
    progress(Stage.READ)
    readings, dataset = _read_all(sources, dataset)
    reading = _joined(readings, sources)
    top = newest_edition(dataset)
    reading = _with_kept_counterpart(reading, sources[0], top, dataset)
    reading = _in_order_of(dataset, reading)

    progress(Stage.RESOLVE)
    known = dimensions_of(dataset)
    name = sources[0].name
    matching = match(reading, _rules(dataset), known, announce=top is not None, file=name)
    coverage = _coverage(reading, matching, known)

    progress(Stage.SCREEN)
    screened = Screened(
        reading=reading,
        matching=matching,
        disclosure=dataset.disclosure,
        file=name,
        before=dataset.in_force.covered if dataset.in_force else None,
        known_members=sum(len(dimension.members) for dimension in known) if top else 0,
        coverage=coverage,
    )
    findings = [*reading.findings, *matching.findings, *screen(screened)]
    if any(finding.severity is Severity.REFUSAL for finding in findings):
        raise Refused(*(f for f in findings if f.severity is Severity.REFUSAL))

    progress(Stage.COMPARE)
    return _compared(dataset, tuple(sources), readings, reading, matching, coverage, top, known, findings)


def newest_edition(dataset: Dataset) -> Edition | None:
    """The edition in force or, above it, the one that waits."""
    counted = dataset.editions.filter(state__in=(EditionState.IN_FORCE, EditionState.WAITING))
    return counted.order_by("-number").first()


def _read_all(sources: Sequence[SourceFile], dataset: Dataset | None) -> tuple[tuple[Reading, ...], Dataset]:
    if not 1 <= len(sources) <= 2:
        raise refuse(
            "read.files", f"{len(sources)} files were given: one, or a pair in two languages, is expected"
        )
    if dataset is None:
        dataset = dataset_named(which_dataset(sources[0]))
    layout = _layout(dataset)
    return tuple(_read(source, layout) for source in sources), dataset


def _read(source: SourceFile, layout: tuple[int, ...] | None) -> Reading:
    reading = read(bytes_of(source), name=source.name, layout=layout)
    source.form = reading.form
    source.languages = ",".join(sorted(reading.languages))
    source.sheet = reading.sheet[:120]
    return reading


def which_dataset(source: SourceFile) -> str:
    """The slug of the dataset that a file says it is; refused where nothing or too much speaks for one."""
    candidates = guess(_read(source, None), source.name)
    if not candidates:
        raise refuse(
            "resolve.which-dataset",
            "neither the name, the title nor the headers say which dataset this is: choose one",
            Where(source.name),
        )
    if len(candidates) > 1 and candidates[0].score == candidates[1].score:
        slugs = ", ".join(c.spec.slug for c in candidates if c.score == candidates[0].score)
        raise refuse(
            "resolve.which-dataset", f"the file may belong to {slugs}: choose one", Where(source.name)
        )
    return candidates[0].spec.slug


def _layout(dataset: Dataset) -> tuple[int, ...] | None:
    columns = tuple(dataset.dimensions.order_by("axis").values_list("columns", flat=True))
    return columns if columns and all(columns) else None


def _joined(readings: tuple[Reading, ...], sources: Sequence[SourceFile]) -> Reading:
    if len(readings) == 1:
        return readings[0]
    return pair(readings[0], readings[1], files=(sources[0].name, sources[1].name))


def _with_kept_counterpart(
    reading: Reading, source: SourceFile, top: Edition | None, dataset: Dataset
) -> Reading:
    """A workbook joined with the kept one of the same edition in the other language, if there is one.

    Labels in a new language match no member by themselves; by its place in the sheet each does.
    """
    if top is None or reading.form is not Form.CROSSTAB or len(reading.languages) != 1:
        return reading
    for kept in top.files.filter(form=Form.CROSSTAB):
        if kept.languages in reading.languages:
            return reading
        other = read(bytes_of(kept), name=kept.name, layout=_layout(dataset))
        try:
            return replace(pair(reading, other, files=(source.name, kept.name)), languages=reading.languages)
        except Refused:
            continue
    return reading


def _in_order_of(dataset: Dataset, reading: Reading) -> Reading:
    """The reading with its dimensions in the dataset's order, by the headers of a file that names them.

    Refused where it has another number of dimensions.
    """
    slugs = list(dataset.dimensions.order_by("axis").values_list("slug", flat=True))
    if len(reading.headers) != len(slugs):
        raise refuse(
            "screen.not-this-table",
            f"the file has {len(reading.headers)} dimensions; "
            f"{dataset.slug!r} has {len(slugs)}: {', '.join(slugs)}",
        )
    order = _order(dataset.slug, slugs, reading)
    if order == list(range(len(slugs))):
        return reading
    rows = tuple(replace(row, path=tuple(row.path[i] for i in order)) for row in reading.rows)
    return replace(reading, headers=tuple(reading.headers[i] for i in order), rows=rows)


def _order(dataset_slug: str, slugs: list[str], reading: Reading) -> list[int]:
    natural = list(range(len(slugs)))
    spec = catalogue().get(dataset_slug)
    if spec is None:
        return natural
    order = []
    for slug in slugs:
        called = spec.dimension(slug).is_called
        fitting = [i for i, h in enumerate(reading.headers) if any(called(n) for n in (h.en, h.fr) if n)]
        if len(fitting) != 1:
            return natural
        order.append(fitting[0])
    return order if sorted(order) == natural else natural


def _rules(dataset: Dataset) -> list[DimensionRules]:
    return [
        DimensionRules(d.slug, d.coded, d.codelist, tuple(d.others), tuple(d.not_stated))
        for d in dataset.dimensions.order_by("axis")
    ]


def _coverage(reading: Reading, matching: Matching, known: Sequence[Dimension]) -> Coverage:
    letters = _letters(matching, known)
    patterns = {"".join(axis[code] for axis, code in zip(letters, row, strict=True)) for row in matching.rows}
    undivided = {
        codes for codes, row in zip(matching.rows, reading.rows, strict=True) if row.leaf and TOTAL in codes
    }
    return Coverage(spans_of(reading.periods), frozenset(patterns), frozenset(undivided))


def _letters(matching: Matching, known: Sequence[Dimension]) -> list[dict[str, str]]:
    """For each axis the letter of every code: member, group or total."""
    found = []
    for axis, dimension in zip(matching.members, known, strict=True):
        parents = {m.parent for m in axis.values()} | {m.parent for m in dimension.members}
        codes = [*axis, *dimension.by_code]
        found.append(
            {code: "T" if code == TOTAL else "G" if code in parents else "M" for code in codes} | {TOTAL: "T"}
        )
    return found


def _compared(
    dataset: Dataset,
    sources: tuple[SourceFile, ...],
    readings: tuple[Reading, ...],
    reading: Reading,
    matching: Matching,
    coverage: Coverage,
    top: Edition | None,
    known: tuple[Dimension, ...],
    findings: list[Finding],
) -> Prepared:
    letters = _letters(matching, known)

    def against(base: Edition | None, purpose: Purpose) -> Prepared:
        stored = stored_as_of(dataset, base, known)
        ids, new, leaves = _ids(matching, reading, stored)
        by_row = pl.DataFrame(
            {"row": range(len(ids)), "series": ids}, schema={"row": pl.Int32, "series": pl.Int64}
        )
        printed = reading.cells.join(by_row, on="row").select(
            "series", "period", value=pl.col("number"), status=pl.col("status")
        )
        patterns = {
            i: "".join(axis[code] for axis, code in zip(letters, codes, strict=True))
            for codes, i in stored.series.items()
        } | {i: "".join(a[c] for a, c in zip(letters, codes, strict=True)) for codes, i in new.items()}
        difference = compare(
            stored.cells,
            printed,
            before=base.covered if base else Coverage(),
            now=coverage,
            patterns=patterns,
            known_series=stored.known,
            absent_was_zero=bool(base and base.files.filter(form=Form.ODP).exists()),
            absent_is_zero=reading.absent_is_zero,
        )
        return Prepared(
            dataset=dataset,
            sources=sources,
            readings=readings,
            reading=reading,
            purpose=purpose,
            base=base,
            newest=newest_number(dataset),
            coverage=coverage,
            matching=matching,
            series=tuple(new),
            new_leaves=leaves,
            difference=difference,
            stored=stored,
            findings=tuple(findings),
        )

    if top is not None and _same_periods(top.covered, coverage):
        prepared = against(top, Purpose.COMPLETES)
        if not prepared.difference.differs:
            quiet = tuple(f for f in prepared.findings if f.rule != "resolve.new-member")
            purpose = Purpose.COMPLETES if _adds_something(prepared, top) else Purpose.NOTHING_NEW
            return replace(prepared, purpose=purpose, findings=quiet)
    return against(dataset.in_force, Purpose.NEW_EDITION)


def newest_number(dataset: Dataset) -> int:
    """The highest number that an edition of the dataset ever had; 0 before the first one."""
    return dataset.editions.order_by("-number").values_list("number", flat=True).first() or 0


def _same_periods(before: Coverage, now: Coverage) -> bool:
    """Whether two coverages end and begin alike in the shortest length that both print."""
    for frequency in (Frequency.MONTH, Frequency.YEAR):
        one, two = before.of(frequency), now.of(frequency)
        if one or two:
            return one == two
    return before == now


def _adds_something(prepared: Prepared, top: Edition) -> bool:
    labels = any(
        member.new or member.label != prepared.stored.labels.get((axis, code))
        for axis, members in enumerate(prepared.matching.members)
        for code, member in members.items()
    )
    wider = top.covered.joined(prepared.coverage) != top.covered
    return labels or wider or bool(prepared.series) or prepared.difference.inserts.height > 0


def _ids(
    matching: Matching, reading: Reading, stored: Stored
) -> tuple[list[int], dict[tuple[str, ...], int], tuple[bool, ...]]:
    """The series id of every row, with negative ones for series that are not stored yet."""
    new: dict[tuple[str, ...], int] = {}
    leaves: list[bool] = []
    ids = []
    for codes, row in zip(matching.rows, reading.rows, strict=True):
        found = stored.series.get(codes)
        if found is None:
            if codes not in new:
                leaves.append(row.leaf)
            found = new.setdefault(codes, -len(new) - 1)
        ids.append(found)
    return ids, new, tuple(leaves)
