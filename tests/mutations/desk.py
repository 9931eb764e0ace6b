"""An import without a database: read, match, screen and compare, with a release for the edition in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from stats.catalogue import DatasetSpec, load
from stats.codebook import TOTAL, Dimension, Member, Role
from stats.compare import Difference, compare
from stats.findings import Finding, Where, refuse
from stats.matching import DimensionRules, Matching, match
from stats.printed import Printed
from stats.readers.layouts import Layout
from stats.readers.reading import Form, Reading
from stats.readers.sniff import read
from stats.screening import Changed, InForce, Screened, screen, screen_changes
from stats.values import Status

Reader = Callable[[Layout | None], Reading]


def releases_under(folder: Path) -> list[Path]:
    """All releases but the one that a person damaged, the tables in their order."""
    return [
        path
        for path in sorted(folder.glob("*/*/*"))
        if path.suffix in (".csv", ".xlsx") and path.parent.parent.name in load()
    ]


@dataclass(frozen=True)
class InForceHere:
    """A release that was imported first, as an edition in force would be known."""

    path: Path
    spec: DatasetSpec
    printed: Printed
    own: frozenset[tuple[str, str]]
    """What is remarkable about it by itself: rules and messages."""

    @property
    def in_force(self) -> InForce:
        reading = self.printed.reading
        return InForce(self.printed.coverage, reading.title, reading.notes, reading.cut_off)


@dataclass(frozen=True)
class Imported:
    """What came of importing a file after another one."""

    changed: Changed
    alone: Sequence[Finding]
    """What the file says without an edition in force."""
    findings: Sequence[Finding]
    """What it says with it."""

    @property
    def printed(self) -> Printed:
        return self.changed.screened.printed

    @property
    def series(self) -> Mapping[tuple[str, ...], int]:
        return self.changed.series


def first(path: Path) -> InForceHere:
    """The first edition made of a release."""
    spec = load()[path.parent.parent.name]
    reading = read(path.read_bytes(), name=path.name, layout=spec.layout)
    rules = _rules(spec)
    known = _dimensions(spec, match(reading, rules, _dimensions(spec, None), announce=False))
    printed = Printed(reading, match(reading, rules, known, announce=False), known)
    found = [*reading.findings, *screen(_screened(spec, printed, path.name, None))]
    return InForceHere(path, spec, printed, frozenset((f.rule, f.message) for f in found))


def then(before: InForceHere, reader: Reader) -> Imported:
    """What importing another file does; Refused by the readers, or findings that may hold refusals."""
    spec, known = before.spec, before.printed.known
    reading = reader(spec.layout)
    if len(reading.headers) != len(known):
        raise refuse("screen.not-this-table", f"{len(reading.headers)} dimensions", Where(before.path.name))
    matching = match(reading, _rules(spec), known, announce=True, file=before.path.name)
    printed = Printed(reading, matching, known)
    alone = _screened(spec, printed, before.path.name, None)
    screened = _screened(spec, printed, before.path.name, before.in_force)
    series = {
        codes: number
        for number, codes in enumerate(dict.fromkeys([*before.printed.matching.rows, *matching.rows]))
    }
    changed = Changed(screened, _difference(before.printed, printed, series), series)
    return Imported(
        changed,
        [*reading.findings, *screen(alone)],
        [
            *reading.findings,
            *matching.findings,
            *screen(screened),
            *screen_changes(changed),
        ],
    )


def _difference(before: Printed, now: Printed, series: Mapping[tuple[str, ...], int]) -> Difference:
    cells = before.cells(series)
    zero = (pl.col("status") == Status.NORMAL) & (pl.col("value") == 0)
    return compare(
        cells.filter(~zero),
        now.cells(series),
        before=before.coverage,
        now=now.coverage,
        patterns={number: now.pattern(codes) for codes, number in series.items()},
        known_series=frozenset(series[codes] for codes in before.matching.rows),
        absent_was_zero=before.reading.form is Form.ODP,
        absent_is_zero=now.reading.absent_is_zero,
    )


def _screened(spec: DatasetSpec, printed: Printed, file: str, before: InForce | None) -> Screened:
    return Screened(
        printed=printed,
        file=file,
        disclosure=spec.disclosure,
        measures=spec.measures,
        months_add=spec.months_add,
        members_add=spec.members_add,
        before=before,
        known_members=sum(len(d.members) for d in printed.known) if before else 0,
    )


def _rules(spec: DatasetSpec) -> list[DimensionRules]:
    return [DimensionRules(d.slug, d.coded, d.codelist, d.others, d.not_stated) for d in spec.dimensions]


def _dimensions(spec: DatasetSpec, matching: Matching | None) -> list[Dimension]:
    """The dimensions with the members that a release has, or with none."""
    found = []
    for axis, d in enumerate(spec.dimensions):
        met = matching.members[axis].values() if matching else ()
        members = tuple(Member(n, m.code, m.label, m.role, m.parent) for n, m in enumerate(met, start=2))
        total = Member(1, TOTAL, d.total, Role.TOTAL)
        found.append(Dimension(d.slug, d.label, axis, total, members))
    return found
