"""Dimensions and members from the database, of many datasets in three queries.

Making thousands of members out of rows takes longer than fetching them, and they change once a month: what
was made of the same rows is given again. A dataset has members enough that this decides how long a question
takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from stats.codebook import TOTAL, Dimension, Member, Role
from stats.labels import Label
from stats.models import Alias, Dataset, Edition
from stats.models import Dimension as DimensionRow
from stats.models import Member as MemberRow
from stats.queries.names import Moves, moved, moves
from stats.queries.prepared import rows_of

_NO_TOTAL = Member(0, TOTAL, Label("Total", "Total"), Role.TOTAL)
"""Stands for a total that no row has, where a dimension was stored without one."""

_ROLES = {role.value: role for role in Role}
"""Roles by what is stored: looking one up costs a tenth of making it from its value."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension with all its members and the edition that brought each of them."""

    dimension: Dimension
    since: Mapping[int, int]

    def as_of(self, number: int) -> Dimension:
        """The dimension with the members that an edition had."""
        if all(first <= number for first in self.since.values()):
            return self.dimension
        members = tuple(m for m in self.dimension.members if self.since[m.id] <= number)
        return replace(self.dimension, members=members)

    def called(self, names: Moves) -> Axis:
        """The axis with its members called otherwise; a name that is unknown then stays as it is."""
        if not names:
            return self
        members = tuple(_called(m, names[m.id]) if m.id in names else m for m in self.dimension.members)
        return replace(self, dimension=replace(self.dimension, members=members))


def _called(member: Member, steps: tuple[tuple[Label, Label], ...]) -> Member:
    return replace(member, label=moved(member.label, steps).completed_by(member.label))


def axes(dataset_ids: Iterable[int]) -> Mapping[int, tuple[Axis, ...]]:
    """The axes of datasets, in order, by the datasets' ids."""
    ids = sorted(set(dataset_ids))
    if not ids:
        return {}
    dimensions, members, aliases = (
        rows_of(f"{select} WHERE x.dataset_id IN ({', '.join(['%s'] * len(ids))}) {order}", ids)
        for select, order in (_DIMENSIONS, _MEMBERS, _ALIASES)
    )
    members_of, aliases_of = _by_first(members), _by_first(aliases)
    found: dict[int, list[Axis]] = {pk: [] for pk in ids}
    for dataset_id, pk, *said in dimensions:
        axis = _axis(tuple(said), tuple(members_of.get(pk, ())), tuple(aliases_of.get(pk, ())))
        found[dataset_id].append(axis)
    return {pk: tuple(axes_) for pk, axes_ in found.items()}


def dimensions_of(dataset: Dataset, edition: Edition | None) -> tuple[Dimension, ...]:
    """The dimensions of one dataset with the members of all editions, called as of one of them."""
    names = moves(edition) if edition and edition.pk != dataset.in_force_id else {}
    return tuple(axis.called(names).dimension for axis in axes([dataset.pk])[dataset.pk])


def dimensions_as_of(dataset: Dataset, edition: Edition | None) -> tuple[Dimension, ...]:
    """The dimensions of one dataset with the members of an edition, whatever its state; none without one."""
    names = moves(edition) if edition and edition.pk != dataset.in_force_id else {}
    number = edition.number if edition else 0
    return tuple(axis.called(names).as_of(number) for axis in axes([dataset.pk])[dataset.pk])


_FROM = f"FROM {DimensionRow._meta.db_table} x"
_JOIN = f"JOIN {MemberRow._meta.db_table} m ON m.dimension_id = x.id"
_DIMENSIONS = (
    f"SELECT x.dataset_id, x.id, x.slug, x.label_en, x.label_fr, x.axis {_FROM}",
    "ORDER BY x.dataset_id, x.axis",
)
_MEMBERS = (
    f"SELECT x.id, m.id, m.code, m.label_en, m.label_fr, m.role, m.parent_id, m.since {_FROM} {_JOIN}",
    "ORDER BY m.position, m.id",
)
_ALIASES = (
    f"SELECT x.id, a.member_id, a.text {_FROM} {_JOIN} JOIN {Alias._meta.db_table} a ON a.member_id = m.id",
    "ORDER BY a.id",
)

Row = tuple[Any, ...]


def _by_first(rows: Iterable[Row]) -> Mapping[int, list[Row]]:
    """The rest of rows by what stands first in them."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row[1:])
    return found


@lru_cache(maxsize=128)
def _axis(said: Row, rows: tuple[Row, ...], spellings: tuple[Row, ...]) -> Axis:
    """An axis from its rows. They are its key: other rows give another axis, so that none is out of date."""
    aliases: dict[int, list[str]] = defaultdict(list)
    for member_id, text in spellings:
        aliases[member_id].append(text)
    codes = {pk: code for pk, code, *_ in rows}
    total, members, since = _NO_TOTAL, [], {}
    for pk, code, en, fr, role, parent_id, first in rows:
        parent = codes.get(parent_id) if parent_id else None
        member = Member(pk, code, Label(en, fr), _ROLES[role], parent, tuple(aliases.get(pk, ())))
        if code == TOTAL:
            total = member
        else:
            members.append(member)
            since[pk] = first
    slug, label_en, label_fr, axis = said
    return Axis(Dimension(slug, Label(label_en, label_fr), axis, total, tuple(members)), since)
