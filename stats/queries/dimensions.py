"""Dimensions and members from the database, of many datasets in three queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stats.codebook import TOTAL, Dimension, Member, Role
from stats.labels import Label
from stats.models import Alias, Dataset
from stats.models import Dimension as DimensionRow
from stats.models import Member as MemberRow

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
        members = tuple(m for m in self.dimension.members if self.since[m.id] <= number)
        return replace(self.dimension, members=members)


def axes(dataset_ids: Iterable[int]) -> Mapping[int, tuple[Axis, ...]]:
    """The axes of datasets, in order, by the datasets' ids."""
    ids = set(dataset_ids)
    rows = DimensionRow.objects.filter(dataset_id__in=ids).order_by("dataset_id", "axis")
    members = _members(ids)
    found: dict[int, list[Axis]] = {pk: [] for pk in ids}
    for row in rows:
        of_row = members.get(row.pk, ())
        total = next((m for m, _ in of_row if m.code == TOTAL), _NO_TOTAL)
        others = tuple((m, since) for m, since in of_row if m.code != TOTAL)
        dimension = Dimension(row.slug, row.label, row.axis, total, tuple(m for m, _ in others))
        found[row.dataset_id].append(Axis(dimension, {m.id: since for m, since in others}))
    return {pk: tuple(axes_) for pk, axes_ in found.items()}


def dimensions_of(dataset: Dataset) -> tuple[Dimension, ...]:
    """The dimensions of one dataset with the members of all its editions."""
    return tuple(axis.dimension for axis in axes([dataset.pk])[dataset.pk])


def _members(dataset_ids: set[int]) -> Mapping[int, list[tuple[Member, int]]]:
    """Members and the editions that brought them, by the ids of their dimensions."""
    aliases: dict[int, list[str]] = defaultdict(list)
    spellings = Alias.objects.filter(member__dimension__dataset_id__in=dataset_ids)
    for member_id, text in spellings.values_list("member_id", "text"):
        aliases[member_id].append(text)
    rows = list(
        MemberRow.objects.filter(dimension__dataset_id__in=dataset_ids)
        .order_by("position", "pk")
        .values_list("pk", "dimension_id", "code", "label_en", "label_fr", "role", "parent_id", "since")
    )
    codes = {pk: code for pk, _, code, *_ in rows}
    found: dict[int, list[tuple[Member, int]]] = defaultdict(list)
    for pk, dimension_id, code, en, fr, role, parent_id, since in rows:
        parent = codes.get(parent_id) if parent_id else None
        member = Member(pk, code, Label(en, fr), _ROLES[role], parent, tuple(aliases.get(pk, ())))
        found[dimension_id].append((member, since))
    return found
