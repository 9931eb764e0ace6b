"""Observations: the stored cells of a dataset as of an edition, one by one, for programs that want them all.

They are read by plain SQL along the index `cells_by_first_axis`, whose order is that of the pages: a page
begins after the key of the last one, so the thousandth costs what the first does. Zeros are not stored
(ADR 2), so they are not among them; what an edition covers says where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from stats.codebook import TOTAL, Coverage, spans_of
from stats.models import Dataset, Dimension, Edition, Member
from stats.periods import Frequency, Period
from stats.queries.codebooks import codebook
from stats.queries.tallies import AXIS_FIELDS

Key = tuple[int, int, int, int, int]
"""Where an observation stands: first axis, period, second to fourth axis."""

_KEY = ("a1", "period", "a2", "a3", "a4")
_ALONE = {
    Frequency.MONTH: (Frequency.MONTH,),
    Frequency.QUARTER: (Frequency.QUARTER, Frequency.QUARTER_TO_DATE),
    Frequency.YEAR: (Frequency.YEAR, Frequency.YEAR_TO_DATE),
}
"""By the shortest length of a table: the lengths of its periods that are not made of others in it."""


@dataclass(frozen=True, slots=True)
class Published:
    """A dataset as of an edition that readers see or saw, with its dimensions in the order of the axes."""

    dataset: Dataset
    edition: Edition
    dimensions: tuple[Dimension, ...]

    @property
    def innermost(self) -> Frequency:
        """The shortest length of periods that the edition covers."""
        covered = {first.frequency for first, _ in self.edition.covered.spans}
        found = (frequency for frequency, lengths in _ALONE.items() if covered & set(lengths))
        return next(found, Frequency.MONTH)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which observations: ids of members by axis, periods as the edition covers them, stated totals or not.

    None stands for all. `after` is the key of the observation before the first one wanted.
    """

    members: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    periods: tuple[tuple[Period, Period], ...] | None = None
    stated: bool | None = None
    after: Key | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One published cell. `stated` says that it is a total that the publisher printed beside its parts."""

    codes: tuple[str, ...]
    period: int
    value: int | None
    status: int
    stated: bool
    key: Key


def published(dataset: Dataset, as_of: int | date | None = None) -> Published:
    """A dataset in force, or as of an earlier edition; QuestionError where readers never saw that one."""
    edition = dataset.in_force
    if isinstance(as_of, int):
        edition = dataset.editions.seen().filter(number=as_of).first()
    if isinstance(as_of, date) or edition is None:
        number = codebook(dataset.slug, as_of).edition.number
        edition = dataset.editions.get(number=number)
    dimensions = Dimension.objects.filter(dataset=dataset).order_by("axis")
    return Published(dataset, edition, tuple(dimensions))


def member_ids(of: Published, dimension: Dimension, names: Sequence[str]) -> tuple[int, ...]:
    """The ids of members named by code, or by label in either language; QuestionError with the nearest."""
    number = of.edition.number
    known = Member.objects.filter(dimension=dimension, code__in=names, since__lte=number)
    by_code = dict(known.values_list("code", "pk"))
    if len(by_code) < len(set(names)):
        found = codebook(of.dataset.slug, number).by_slug[dimension.slug]
        return tuple(dict.fromkeys(found.named(name, path=dimension.slug).id for name in names))
    return tuple(by_code[name] for name in names)


def periods_between(
    coverage: Coverage, first: Period | None, last: Period | None, lengths: Iterable[Frequency] | None
) -> tuple[tuple[Period, Period], ...]:
    """The covered periods of some lengths that lie wholly between the beginnings and ends of two others."""
    since = first.first_month if first else None
    until = last.last_month if last else None
    wanted = set(Frequency) if lengths is None else set(lengths)
    return spans_of(
        period
        for frequency in wanted
        for period in coverage.of(frequency)
        if (since is None or period.first_month >= since) and (until is None or period.last_month <= until)
    )


def observations(of: Published, wanted: Wanted) -> Iterator[Observation]:
    """The stored cells in the order of their keys."""
    sql, parameters = _sql(of, wanted)
    axes = len(of.dimensions)
    alone = _ALONE[of.innermost]
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        for row in cursor.fetchall():
            period, value, status, leaf = row[axes : axes + 4]
            stated = not leaf or period // 1_000_000 not in alone
            yield Observation(row[:axes], period, value, status, stated, row[axes + 4 :])


def _sql(of: Published, wanted: Wanted) -> tuple[str, list[Any]]:
    axes = [AXIS_FIELDS[dimension.axis] for dimension in of.dimensions]
    number = of.edition.number
    conditions = ["c.dataset_id = %s", "c.since <= %s", "c.until > %s"]
    values: list[Any] = [of.dataset.pk, number, number]
    for axis, ids in wanted.members.items():
        conditions.append(f"c.{AXIS_FIELDS[axis]} IN ({_marks(ids)})")
        values += ids
    if wanted.periods is not None:
        spans = " OR ".join(["c.period BETWEEN %s AND %s"] * len(wanted.periods))
        conditions.append(f"({spans})" if spans else "1 = 0")
        values += [period.code for span in wanted.periods for period in span]
    if wanted.stated is not None:
        lengths = _ALONE[of.innermost]
        conditions.append(
            f"{'NOT ' if wanted.stated else ''}(c.leaf AND c.period / 1000000 IN ({_marks(lengths)}))"
        )
        values += map(int, lengths)
    if wanted.after is not None:
        conditions.append(f"({', '.join(f'c.{name}' for name in _KEY)}) > ({_marks(wanted.after)})")
        values += wanted.after
    codes = [f"COALESCE(m{axis}.code, '{TOTAL}')" for axis in axes]
    columns = [*codes, "c.period", "c.value", "c.status", "c.leaf", *(f"c.{name}" for name in _KEY)]
    joins = [f"LEFT JOIN {Member._meta.db_table} m{axis} ON m{axis}.id = c.{axis}" for axis in axes]
    lines = [
        f"SELECT {', '.join(columns)} FROM stats_cell c",  # noqa: S608 - names of columns, never values
        *joins,
        f"WHERE {' AND '.join(conditions)}",
        f"ORDER BY {', '.join(f'c.{name}' for name in _KEY)}",
    ]
    if wanted.limit is not None:
        lines.append("LIMIT %s")
        values.append(wanted.limit)
    return " ".join(lines), values


def _marks(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))
