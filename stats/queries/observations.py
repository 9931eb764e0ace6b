"""Observations: the stored cells of a dataset as of an edition, one by one, for programs that want them all.

They are read by plain SQL along the index `cells_by_first_axis`, whose order is that of the pages: a page
begins after the key of the last one, so the thousandth costs what the first does. Zeros are not stored
(ADR 2), so they are not among them; what an edition covers says where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from stats.codebook import AXIS_FIELDS, TOTAL, spans_of
from stats.models import Cell, Member
from stats.periods import Frequency, Period, span
from stats.queries.codebooks import codebook
from stats.queries.prepared import rows_of
from stats.queries.published import ALONE, Axis, Ids, Published

Key = tuple[int, ...]
"""Where an observation stands: first axis, period, the other axes of the dataset."""
Spans = tuple[tuple[Period, Period], ...]
Chosen = Mapping[int, str]
"""Codes of members by their ids."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which observations: members by axis, periods as the edition covers them, stated totals or not.

    None stands for all. `after` is the key of the observation before the first one wanted.
    """

    members: Mapping[int, Chosen] = field(default_factory=dict)
    periods: Spans | None = None
    stated: bool | None = None
    after: Key | None = None
    limit: int | None = None


class Observation(NamedTuple):
    """One published cell. `stated` says that it is a total that the publisher printed beside its parts."""

    codes: tuple[str, ...]
    period: int
    value: int | None
    status: int
    stated: bool
    key: Key


def chosen_members(of: Published, axis: Axis, names: Sequence[str], known: Ids) -> Chosen:
    """The members named by known codes, or by labels; QuestionError with the nearest otherwise."""
    if all((axis.pk, name) in known for name in names):
        return {known[axis.pk, name]: name for name in names}
    found = codebook(of.slug, of.edition.number).by_slug[axis.slug]
    return {member.id: member.code for member in (found.named(name, path=axis.slug) for name in names)}


@lru_cache(maxsize=256)
def periods_between(
    covered: Spans, first: Period | None, last: Period | None, length: Frequency | None
) -> Spans:
    """The covered periods, of one length or all, that lie wholly from the first period to the last."""
    since = first.first_month if first else None
    until = last.last_month if last else None
    return spans_of(
        period
        for begin, end in covered
        if length is None or begin.frequency is length
        for period in span(begin, end)
        if (since is None or period.first_month >= since) and (until is None or period.last_month <= until)
    )


def observations(of: Published, wanted: Wanted) -> Iterator[Observation]:
    """The stored cells in the order of their keys."""
    sql, parameters = _sql(of, wanted)
    axes = len(of.axes)
    names = [wanted.members.get(axis.axis) for axis in of.axes]
    alone = ALONE[of.innermost]
    for period, value, status, leaf, *row in rows_of(sql, parameters):
        ids, found = row[:axes], iter(row[axes:])
        codes = tuple([known[pk] if known else next(found) for known, pk in zip(names, ids, strict=True)])
        stated = not leaf or period // 1_000_000 not in alone
        yield Observation(codes, period, value, status, stated, (ids[0], period, *ids[1:]))


def _sql(of: Published, wanted: Wanted) -> tuple[str, list[Any]]:
    """The query: period, value, status, leaf, ids of members, then codes on axes where none are named.

    A join costs as much as the cells of a page do, so that codes that are known are not asked for.
    """
    axes = [AXIS_FIELDS[axis.axis] for axis in of.axes]
    unnamed = [AXIS_FIELDS[axis.axis] for axis in of.axes if not wanted.members.get(axis.axis)]
    key = ", ".join(f"c.{name}" for name in (axes[0], "period", *axes[1:]))
    conditions, values = _conditions(of, wanted)
    if wanted.after is not None:
        conditions.append(f"({key}) > ({_marks(wanted.after)})")
        values += wanted.after
    columns = [
        *("c.period", "c.value", "c.status", "c.leaf"),
        *(f"c.{axis}" for axis in axes),
        *(f"COALESCE(m{axis}.code, '{TOTAL}')" for axis in unnamed),
    ]
    joins = [f"LEFT JOIN {Member._meta.db_table} m{axis} ON m{axis}.id = c.{axis}" for axis in unnamed]
    lines = [
        f"SELECT {', '.join(columns)} FROM {Cell._meta.db_table} c",  # noqa: S608 - names of columns, never values
        *joins,
        f"WHERE {' AND '.join(conditions)}",
        f"ORDER BY {key}",
    ]
    if wanted.limit is not None:
        lines.append("LIMIT %s")
        values.append(wanted.limit)
    return " ".join(lines), values


def _conditions(of: Published, wanted: Wanted) -> tuple[list[str], list[Any]]:
    """What a wanted cell fulfils, apart from where its page begins, and the values of the marks."""
    number = of.edition.number
    conditions = ["c.dataset_id = %s", "c.since <= %s", "c.until > %s"]
    values: list[Any] = [of.dataset_id, number, number]
    for axis, named in wanted.members.items():
        conditions.append(f"c.{AXIS_FIELDS[axis]} IN ({_marks(named)})")
        values += named
    if wanted.periods is not None:
        spans = " OR ".join(["c.period BETWEEN %s AND %s"] * len(wanted.periods))
        conditions.append(f"({spans})" if spans else "1 = 0")
        values += [period.code for span in wanted.periods for period in span]
    if wanted.stated is not None:
        lengths = ALONE[of.innermost]
        conditions.append(
            f"{'NOT ' if wanted.stated else ''}(c.leaf AND c.period / 1000000 IN ({_marks(lengths)}))"
        )
        values += map(int, lengths)
    return conditions, values


def _marks(values: Collection[object]) -> str:
    return ", ".join(["%s"] * len(values))
