"""What is stored of a dataset as of an edition, as frames and maps for the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from stats.codebook import AXIS_FIELDS, Dimension
from stats.labels import Label
from stats.models import Cell, Dataset, Edition, Series
from stats.queries.frames import frame_of

CELL_SCHEMA = {"series": pl.Int64, "period": pl.Int32, "value": pl.Int64, "status": pl.Int8}


@dataclass(frozen=True)
class Stored:
    """The open cells as of an edition, and the series that are registered."""

    cells: pl.DataFrame
    series: Mapping[tuple[str, ...], int]
    """Ids by codes of members, one an axis."""
    known: frozenset[int]
    """Ids of the series that the edition had."""
    labels: Mapping[tuple[int, str], Label]
    """Labels by axis and code."""


def stored_as_of(dataset: Dataset, edition: Edition | None, dimensions: Sequence[Dimension]) -> Stored:
    """What is stored, in a few queries; no cells where there is no edition.

    `dimensions` have the members of all editions. Another edition that waits gives way to what is compared,
    so its series are left out.
    """
    codes = [{m.id: m.code for m in (*d.members, d.total)} for d in dimensions]
    fields = AXIS_FIELDS[: len(dimensions)]
    number = edition.number if edition else 0
    series: dict[tuple[str, ...], int] = {}
    known = set()
    waiting = dataset.editions.waiting().exclude(number=number).values_list("number", flat=True)
    rows = Series.objects.filter(dataset=dataset).exclude(since__in=list(waiting))
    for pk, since, *ids in rows.values_list("pk", "since", *fields):
        series[tuple(axis[i] for axis, i in zip(codes, ids, strict=True))] = pk
        if since <= number:
            known.add(pk)
    return Stored(
        cells=_cells(dataset.pk, number),
        series=series,
        known=frozenset(known),
        labels={(d.axis, m.code): m.label for d in dimensions for m in d.members},
    )


def _cells(dataset_id: int, number: int) -> pl.DataFrame:
    query = Cell.objects.filter(dataset_id=dataset_id, since__lte=number, until__gt=number)
    sql, params = query.values_list(*_CELL_COLUMNS).query.sql_with_params()
    return frame_of(sql, params, CELL_SCHEMA)


_CELL_COLUMNS = ("series_id", "period", "value", "status")
