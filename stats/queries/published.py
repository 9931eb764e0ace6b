"""A dataset as of an edition that readers see, without its members: one query, for requests that come often.

A codebook knows all members, which takes several queries and, for thousands of members, most of the time of
a small request. What is read here is turned into a value once and remembered by the row itself, so that
another row is another value and nothing can be out of date.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

from stats.codebook import Coverage, EditionFacts
from stats.labels import Label
from stats.models import Dataset, Dimension, Edition, Member
from stats.models.edition import ASKABLE
from stats.periods import Frequency
from stats.queries.prepared import rows_of
from stats.values import Disclosure

ALONE = {
    Frequency.MONTH: (Frequency.MONTH,),
    Frequency.QUARTER: (Frequency.QUARTER, Frequency.QUARTER_TO_DATE),
    Frequency.YEAR: (Frequency.YEAR, Frequency.YEAR_TO_DATE),
}
"""By the shortest length of a table: the lengths of its periods that are not made of others in it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension without its members."""

    pk: int
    slug: str
    axis: int


@dataclass(frozen=True, eq=False)
class Published:
    """A dataset as of an edition that readers see or saw, with its dimensions in the order of the axes."""

    dataset_id: int
    slug: str
    unit: Label
    disclosure: Disclosure
    edition: EditionFacts
    coverage: Coverage
    axes: tuple[Axis, ...]

    @cached_property
    def innermost(self) -> Frequency:
        """The shortest length of periods that the edition covers."""
        covered = {first.frequency for first, _ in self.coverage.spans}
        found = (frequency for frequency, lengths in ALONE.items() if covered & set(lengths))
        return next(found, Frequency.MONTH)


Ids = Mapping[tuple[int, str], int]
"""Ids of members by the key of their dimension and their code."""

_COLUMNS = """
    d.id, d.unit_en, d.unit_fr, d.rounding_base, d.hidden_from, d.hidden_to,
    e.number, e.coverage, e.cut_off, e.in_force_since, e.modelled_en, e.modelled_fr,
    x.id, x.slug, x.axis
"""
_WIDTH = _COLUMNS.count(",") + 1
_STATES = sorted(str(state) for state in ASKABLE)


def published(
    slug: str, number: int | None = None, codes: Collection[str] = ()
) -> tuple[Published, Ids] | None:
    """A dataset in force, or as of an edition, with those of its members that have one of the codes.

    None where readers see no such dataset, or never saw it.
    """
    rows = rows_of(*_sql(slug, number, codes))
    if not rows:
        return None
    ids = {(row[_WIDTH - 3], row[_WIDTH]): row[_WIDTH + 1] for row in rows} if codes else {}
    return _read(slug, tuple(dict.fromkeys(row[:_WIDTH] for row in rows))), ids


def _sql(slug: str, number: int | None, codes: Collection[str]) -> tuple[str, list[Any]]:
    columns, joined, edition = _COLUMNS, "", "e.id = d.in_force_id"
    of_edition: list[Any] = []
    if number is not None:
        edition = (
            "e.dataset_id = d.id AND e.number = %s AND e.in_force_since IS NOT NULL "
            f"AND e.state IN ({_marks(_STATES)})"
        )
        of_edition = [number, *_STATES]
    if codes:
        columns += ", m.code, m.id"
        joined = (
            f"LEFT JOIN {Member._meta.db_table} m ON m.dimension_id = x.id AND m.since <= e.number "
            f"AND m.code IN ({_marks(codes)})"
        )
    sql = f"""
        SELECT {columns} FROM {Dataset._meta.db_table} d
        JOIN {Edition._meta.db_table} e ON {edition}
        JOIN {Dimension._meta.db_table} x ON x.dataset_id = d.id
        {joined}
        WHERE d.slug = %s AND d.in_force_id IS NOT NULL
        ORDER BY x.axis
    """  # noqa: S608 - names of tables and columns
    return sql, [*of_edition, *codes, slug]


def _marks(values: Collection[object]) -> str:
    return ", ".join(["%s"] * len(values))


@lru_cache(maxsize=256)
def _read(slug: str, rows: tuple[tuple[Any, ...], ...]) -> Published:
    first = rows[0]
    pk, unit_en, unit_fr, *disclosure = first[:6]
    number, coverage, cut_off, since, modelled_en, modelled_fr = first[6:12]
    covered = Coverage.from_json(json.loads(coverage))
    return Published(
        dataset_id=pk,
        slug=slug,
        unit=Label(unit_en, unit_fr),
        disclosure=Disclosure(*disclosure),
        edition=EditionFacts(number, covered.until, cut_off, _moment(since), Label(modelled_en, modelled_fr)),
        coverage=covered,
        axes=tuple(Axis(*row[12:]) for row in rows),
    )


def _moment(stored: datetime | None) -> datetime | None:
    """A moment as databases give it: SQLite keeps no zone, and UTC is meant."""
    return stored.replace(tzinfo=UTC) if stored is not None and stored.tzinfo is None else stored
