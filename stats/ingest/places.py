"""Places: where a kept file prints a cell, for readers who want to see for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from stats.findings import Refused
from stats.ingest.opening import opened
from stats.ingest.prepare import rules_of
from stats.ingest.sources import is_kept
from stats.matching import match
from stats.models import Dataset, SourceFile
from stats.periods import Period
from stats.queries.dimensions import dimensions_as_of
from stats.readers.reading import Reading

Key = tuple[tuple[str, ...], Period]
"""The codes of a cell's members by axis, and its period."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in a file: the row of its sheet or the line of its text, and its column, from 1.

    `column` is None in a text that has one line for each cell.
    """

    file: SourceFile
    sheet: str
    row: int
    column: int | None


def files_of(dataset: Dataset, number: int) -> tuple[SourceFile, ...]:
    """The kept files of an edition, in the order in which they came."""
    return tuple(SourceFile.objects.filter(edition__dataset=dataset, edition__number=number).order_by("pk"))


def places(
    dataset: Dataset, files: Iterable[SourceFile], cells: Iterable[Key]
) -> Mapping[Key, tuple[Place, ...]]:
    """The places of cells in files. Each file is read once; it may not print a cell."""
    wanted = list(dict.fromkeys(cells))
    found: dict[Key, tuple[Place, ...]] = dict.fromkeys(wanted, ())
    for file in files if wanted else ():
        for key, place in _in_file(dataset, file, wanted).items():
            found[key] = (*found[key], place)
    return found


def _in_file(dataset: Dataset, file: SourceFile, wanted: list[Key]) -> dict[Key, Place]:
    if not is_kept(file):
        return {}
    try:
        _dataset, reading, (own, *_others) = opened([file], dataset)
    except (Refused, OSError):
        # Bytes that are gone or that the readers of today refuse leave the rest of the proof as it is.
        return {}
    known = dimensions_as_of(dataset, file.edition)
    matching = match(reading, rules_of(dataset), known, announce=False, file=file.name)
    rows = {codes: index for index, codes in enumerate(matching.rows)}
    lines = _lines(own, {rows[codes] for codes, _period in wanted if codes in rows})
    found = {}
    for codes, period in wanted:
        if (row := rows.get(codes)) is None:
            continue
        if own.lines is not None:
            if (line := lines.get((row, period.code))) is not None:
                found[codes, period] = Place(file, own.sheet, line, None)
        elif period in own.columns:
            found[codes, period] = Place(file, own.sheet, own.rows[row].line, own.columns[period])
    return found


def _lines(reading: Reading, rows: set[int]) -> Mapping[tuple[int, int], int]:
    """The lines of cells in a text that has one for each."""
    if reading.lines is None:
        return {}
    kept = reading.lines.filter(pl.col("row").is_in(list(rows)))
    return {(row, period): line for row, period, line in kept.select("row", "period", "line").iter_rows()}
