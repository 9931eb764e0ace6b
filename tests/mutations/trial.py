"""What importing made of a damaged copy, and the counts of it by kind of damage."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise, repeat
from multiprocessing import get_context
from pathlib import Path
from random import Random

import polars as pl

from stats.findings import Finding, Refused, Severity
from stats.periods import Period
from stats.printed import Printed
from stats.readers.reading import Reading
from stats.readers.sniff import read
from tests.mutations.desk import Imported, InForceHere, first, then
from tests.mutations.grid import Grid, grid
from tests.mutations.kinds import KINDS, Kind

SMALL, LARGE = 12_000, 100_000
"""Cells."""


class Verdict(StrEnum):
    """What became of a damaged copy."""

    REFUSED = "refused"
    """Nothing of it was kept, and the refusal names the file."""
    WARNED = "warned"
    """Its figures are others; it waits, and a warning names a place at which they are."""
    ELSEWHERE = "warned elsewhere"
    """Its figures are others; it waits, and only other places are named."""
    EQUAL = "same figures"
    """Every figure is that of the original."""
    REVISION = "revision"
    """Its figures are others, nothing is odd about them; the comparison lists them as revised or new."""
    SILENT = "silent"
    """Its figures are others and nothing says so."""


@dataclass(frozen=True)
class Trial:
    """A release to be damaged, and the one in force when its copies are imported."""

    before: InForceHere
    truth: InForceHere
    own: frozenset[tuple[str, str]]
    """What is said of the undamaged release: rules and messages."""
    whole: Grid


@dataclass(frozen=True)
class Outcome:
    """A copy and what was made of it, with an edition in force and by the file alone."""

    kind: str
    file: Path
    seed: str
    verdict: Verdict
    alone: Verdict
    rules: tuple[str, ...] = ()


def tried(paths: Sequence[Path], *, share: float = 1.0) -> list[Outcome]:
    """The outcomes of all copies of some releases after themselves; `share` of them for a sample."""
    return _at_once([(path, path) for path in paths], share)


def tried_as_next(paths: Sequence[Path], *, share: float = 1.0) -> list[Outcome]:
    """The outcomes of all copies of the releases that follow another one in the same form."""

    def table(path: Path) -> tuple[Path, str]:
        return path.parent.parent, path.suffix

    tables = groupby(sorted(paths, key=lambda path: (*table(path), path)), key=table)
    return _at_once([pair for _, editions in tables for pair in pairwise(editions)], share)


def _at_once(pairs: Sequence[tuple[Path, Path]], share: float) -> list[Outcome]:
    """The outcomes for pairs of a release in force and one that is damaged, in two processes."""
    os.environ.setdefault("POLARS_MAX_THREADS", "1")  # for each of the two processes
    largest_first = sorted(pairs, key=lambda pair: -pair[1].stat().st_size)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        parts = pool.map(copies, *zip(*largest_first, strict=True), repeat(share))
        return [outcome for part in parts for outcome in part]


def copies(in_force: Path, path: Path, share: float = 1.0) -> list[Outcome]:
    """The outcomes of the copies of a release, the same in every run, where another one is in force."""
    truth = first(path)
    whole = grid(path, truth.printed.reading)
    before = truth if path == in_force else first(in_force)
    routine = then(before, whole.read)
    own = truth.own | {(finding.rule, finding.message) for finding in routine.findings}
    found = []
    for kind in KINDS:
        for number in range(_times(truth.printed.reading, kind)):
            seed = f"{path.parent.parent.name}/{path.parent.name}/{path.name}/{kind.__name__}/{number}"
            if Random(seed).random() < share:
                found.append(attempt(Trial(before, truth, own, whole), kind, seed))
    return [outcome for outcome in found if outcome is not None]


def _times(reading: Reading, kind: Kind) -> int:
    """How many copies of a kind: most of small files, of half a million cells one of every fourth kind."""
    if reading.cells.height < SMALL:
        return 8
    return 1 if reading.cells.height < LARGE or KINDS.index(kind) % 4 == 0 else 0


def attempt(trial: Trial, kind: Kind, seed: str) -> Outcome | None:
    """One copy: damaged, imported and judged. None where the file has nothing to damage in that way."""
    damaged = kind(trial.whole, Random(seed))
    if damaged is None:
        return None
    path = trial.truth.path
    try:
        imported = then(trial.before, lambda layout: _read(damaged, path.name, layout))
    except Refused as refused:
        rules = tuple(finding.rule for finding in refused.findings)
        placed = all(finding.where.file for finding in refused.findings)
        verdict = Verdict.REFUSED if placed else Verdict.ELSEWHERE
        return Outcome(kind.__name__, path, seed, verdict, verdict, rules)
    changed = changes(trial.truth.printed, imported)
    new = [f for f in imported.findings if (f.rule, f.message) not in trial.own]
    alone = [f for f in imported.alone if (f.rule, f.message) not in trial.own]
    return Outcome(
        kind.__name__,
        path,
        seed,
        _judged(imported, changed, new, compared=True),
        _judged(imported, changed, alone, compared=False),
        tuple(dict.fromkeys(f.rule for f in new)),
    )


def _read(damaged: Grid | bytes, name: str, layout) -> Reading:
    if isinstance(damaged, bytes):
        return read(damaged, name=name, layout=layout)
    return damaged.read(layout)


def changes(truth: Printed, imported: Imported) -> pl.DataFrame:
    """The cells (series, period) that say something else than the original, found without `stats.compare`.

    A cell that is absent is a zero in an ODP text and not printed in other forms.
    """
    series = dict(imported.series)
    for codes in truth.matching.rows:
        series.setdefault(codes, len(series))
    cells = []
    for printed in (truth, imported.printed):
        frame = printed.cells(series)
        if printed.reading.absent_is_zero:
            frame = frame.filter((pl.col("value") != 0) | pl.col("value").is_null())
        cells.append(frame)
    one, other = cells
    both = one.join(other, on=["series", "period"], how="full", coalesce=True, suffix="_now")
    return both.filter(
        pl.col("value").ne_missing(pl.col("value_now")) | pl.col("status").ne_missing(pl.col("status_now"))
    ).select("series", "period")


def _judged(imported: Imported, changed: pl.DataFrame, found: list[Finding], *, compared: bool) -> Verdict:
    if any(finding.severity is Severity.REFUSAL for finding in found):
        return Verdict.REFUSED
    if changed.is_empty():
        return Verdict.EQUAL
    warnings = [finding for finding in found if finding.severity is Severity.WARNING]
    if any(_names(finding, imported, changed) for finding in warnings):
        return Verdict.WARNED
    if warnings:
        return Verdict.ELSEWHERE
    return Verdict.REVISION if compared and _listed(imported, changed) else Verdict.SILENT


def _listed(imported: Imported, changed: pl.DataFrame) -> bool:
    """Whether the comparison holds every changed cell."""
    d = imported.changed.difference
    held = pl.concat([frame.select("series", "period") for frame in (d.revised, d.removed, d.new)])
    return changed.join(held, on=["series", "period"], how="anti").is_empty()


def _names(finding: Finding, imported: Imported, changed: pl.DataFrame) -> bool:
    """Whether a finding names the row or column of a changed cell, or the members or period of a gone one."""
    reading = imported.printed.reading
    rows = {imported.series[codes]: row for row, codes in enumerate(imported.printed.matching.rows)}
    there = changed.filter(pl.col("series").is_in(list(rows))).with_columns(
        row=pl.col("series").replace_strict(rows, default=None, return_dtype=pl.Int32)
    )
    if finding.where.row in _lines(reading, there):
        return True
    periods = {Period.from_code(code) for code in changed["period"].unique()}
    if finding.where.column is not None and finding.where.column in map(reading.columns.get, periods):
        return True
    missing = changed.filter(~pl.col("series").is_in(list(rows)))["series"].unique().to_list()
    gone = set(missing) & set(imported.series.values())
    if any(repr(imported.changed.named(series)) in finding.message for series in gone):
        return True
    return any(str(period) in finding.message for period in periods - set(reading.periods))


def _lines(reading: Reading, there: pl.DataFrame) -> set[int]:
    """The lines of changed cells; of a cell that an ODP text lacks, the first line of its row."""
    if reading.lines is None:
        return {reading.rows[row].line for row in there["row"].unique()}
    printed = there.join(reading.lines, on=["row", "period"], how="left")
    return {
        line if line is not None else reading.rows[row].line
        for row, line in printed.select("row", "line").iter_rows()
    }
