"""How much the first figures of a dataset moved, from the histories of its cells."""

from __future__ import annotations

import hashlib

import polars as pl
from django.core.cache import cache

from stats.first_figures import FirstFigures, first_figures
from stats.models import Cell, Dataset
from stats.queries.frames import frame_of
from stats.queries.public_editions import PublicEdition

SCHEMA = {
    "series": pl.Int64,
    "period": pl.Int32,
    "value": pl.Int64,
    "status": pl.Int8,
    "since": pl.Int64,
    "until": pl.Int64,
}
A_WEEK = 7 * 24 * 3600


def movement(slug: str, editions: tuple[PublicEdition, ...]) -> FirstFigures:
    """How first figures moved over the editions that were not taken back.

    Every cell is read for it, so what was found is remembered until other editions count.
    """
    line = tuple(
        (edition.number, edition.coverage) for edition in reversed(editions) if not edition.taken_back
    )
    spans = [(number, coverage.as_json()["spans"]) for number, coverage in line]
    digest = hashlib.blake2b(repr((slug, spans)).encode(), digest_size=16).hexdigest()
    key = f"movement-{digest}"
    found: FirstFigures | None = cache.get(key)
    if found is None:
        found = first_figures(line, _rows(Dataset.objects.get(slug=slug)))
        cache.set(key, found, A_WEEK)
    return found


def _rows(dataset: Dataset) -> pl.DataFrame:
    """The histories of the innermost cells."""
    query = Cell.objects.filter(dataset=dataset, leaf=True).values_list(
        "series_id", "period", "value", "status", "since", "until"
    )
    sql, parameters = query.query.sql_with_params()
    return frame_of(sql, parameters, SCHEMA)
