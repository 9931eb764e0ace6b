"""Foreseeing: the kinds of change that an edition will make, told from its preparation, before it is written.

Both editions are laid side by side as `stats.queries.pairs` will find them once the difference is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from stats.classification.classify import classify
from stats.classification.kinds import Change, Named
from stats.classification.pair import HELD_SCHEMA, SERIES_SCHEMA, Pair, Side, align
from stats.codebook import AXES, Dimension, Member
from stats.ingest.prepare import Prepared, Purpose
from stats.models import Edition
from stats.queries.dimensions import dimensions_of
from stats.queries.pairs import called_otherwise, series_of, side_of
from stats.readers.reading import Form


def foreseen(prepared: Prepared) -> tuple[Change, ...]:
    """The kinds of change of a new edition; none of the first one, nor where no edition is made."""
    if prepared.base is None or prepared.purpose is not Purpose.NEW_EDITION:
        return ()
    return classify(_pair(prepared, prepared.base))


def _pair(prepared: Prepared, base: Edition) -> Pair:
    dimensions = tuple(_with_new(d, prepared) for d in dimensions_of(prepared.dataset, base))
    reading = prepared.reading
    after = Side(
        number=prepared.newest + 1,
        coverage=prepared.coverage,
        absent_is_zero=reading.form is Form.ODP,
        title=reading.title,
        notes=tuple(reading.notes),
    )
    renamed = tuple(_renamed(prepared, dimensions))
    return align(_held(prepared), _series(prepared, dimensions), dimensions, side_of(base), after, renamed)


def _with_new(dimension: Dimension, prepared: Prepared) -> Dimension:
    """The dimension with the members that the file brings, whose ids are -1, -2, …"""
    met = prepared.matching.members[dimension.axis]
    new = (found for code, found in met.items() if code not in dimension.by_code)
    members = (Member(-i, one.code, one.label, one.role, one.parent) for i, one in enumerate(new, start=1))
    return replace(dimension, members=(*dimension.members, *members))


def _held(prepared: Prepared) -> pl.DataFrame:
    """The cells that are stored, and those that will be."""
    stored, difference = prepared.stored.cells, prepared.difference
    key = ["series", "period"]
    parts = (
        (stored.join(difference.closes, on=key, how="anti"), True, True),
        (stored.join(difference.closes, on=key, how="semi"), True, False),
        (difference.inserts, False, True),
    )
    return pl.concat(
        cells.with_columns(before=pl.lit(before), after=pl.lit(after)).select(
            pl.col(name).cast(kind) for name, kind in HELD_SCHEMA.items()
        )
        for cells, before, after in parts
    )


def _series(prepared: Prepared, dimensions: tuple[Dimension, ...]) -> pl.DataFrame:
    """The series that are stored, but those of editions that give way, and the new ones."""
    stored = series_of(prepared.dataset)
    kept = stored.filter(pl.col("series").is_in(list(prepared.stored.series.values())))
    blank = (0,) * (AXES - len(dimensions))
    new = [
        (-index, *(d.by_code[code].id for d, code in zip(dimensions, codes, strict=True)), *blank, leaf)
        for index, (codes, leaf) in enumerate(prepared.new_series.items(), start=1)
    ]
    names = [name for name in SERIES_SCHEMA if name != "since"]
    made = pl.DataFrame(new, schema={name: SERIES_SCHEMA[name] for name in names}, orient="row")
    since = pl.lit(prepared.newest + 1, dtype=pl.Int64)
    return pl.concat([kept, made.with_columns(since=since)])


def _renamed(prepared: Prepared, dimensions: tuple[Dimension, ...]) -> Iterator[Named]:
    """Members that the file calls otherwise than the edition in force."""
    for dimension in dimensions:
        for code, found in prepared.matching.members[dimension.axis].items():
            was = prepared.stored.labels.get((dimension.axis, code))
            now = found.renamed.completed_by(found.label)
            if was and (named := called_otherwise(Named(dimension.slug, code, was), was, now)):
                yield named
