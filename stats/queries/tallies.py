"""Tallies from the database: the one place in which cells are added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Value

from stats.bounds import Tally
from stats.codebook import spans_of
from stats.models import Cell
from stats.plan import Plan
from stats.values import Status

AXIS_FIELDS = ("a1", "a2", "a3", "a4")

Key = tuple[int, ...]
"""Ids of the members on the axes that are kept apart, then the code of the period."""


def fetch(plans: Sequence[Plan]) -> list[Mapping[Key, Tally]]:
    """The tallies that plans need, in one query: by the ids on their grouped axes, then the period's code."""
    if not plans:
        return []
    found: list[dict[Key, Tally]] = [{} for _ in plans]
    widths = [len(plan.groups) for plan in plans]
    for index, one, two, period, printed, *counts in union_of(plans):
        found[index][(*(one, two)[: widths[index]], period)] = Tally(printed or 0, *counts)
    return list(found)


def union_of(plans: Sequence[Plan]) -> QuerySet[Cell, tuple[Any, ...]]:
    """The one query of several plans: rows of plan, two keys, period and the five parts of a tally."""
    first, *others = (_tallied(index, plan) for index, plan in enumerate(plans))
    return first.union(*others, all=True) if others else first


def _tallied(index: int, plan: Plan) -> QuerySet[Cell, tuple[Any, ...]]:
    """One plan's part of the query, marked with its index; keys that it does not have are 0.

    The months of a single period are added up by the database, under the code of the first of them.
    """
    normal = Q(status=Status.NORMAL)
    alone = plan.periods[0].parts[0].code if len(plan.periods) == 1 else None
    within = F("period") if alone is None else Value(alone)
    one, two = ([F(AXIS_FIELDS[axis]) for axis in plan.groups] + [Value(0), Value(0)])[:2]
    return (
        cells_of(plan)
        .order_by()
        .annotate(plan=Value(index), key1=one, key2=two, within=within)
        .values("plan", "key1", "key2", "within")
        .annotate(
            printed=Sum("value", filter=normal),
            rounded=Count("status", filter=normal & Q(value__gt=0)),
            least=Count("status", filter=normal & Q(value=plan.codebook.disclosure.base)),
            hidden=Count("status", filter=Q(status=Status.SUPPRESSED)),
            blank=Count("status", filter=Q(status__in=(Status.MISSING, Status.NOT_APPLICABLE))),
        )
        .values_list("plan", "key1", "key2", "within", "printed", "rounded", "least", "hidden", "blank")
    )


def cells_of(plan: Plan) -> QuerySet[Cell]:
    """The stored cells that the figures of a plan are made of."""
    number = plan.codebook.edition.number
    cells = Cell.objects.filter(dataset_id=plan.codebook.dataset_id, since__lte=number, until__gt=number)
    if plan.leaves_only:
        cells = cells.filter(leaf=True)
    for field, condition in zip(AXIS_FIELDS, plan.axes, strict=False):
        if condition.only is not None:
            cells = cells.filter(**{f"{field}__in": condition.only})
        elif condition.but:
            cells = cells.exclude(**{f"{field}__in": condition.but})
    if not any(period.parts for period in plan.periods):
        return Cell.objects.none()
    wanted = Q()
    for first, last in spans_of(part for period in plan.periods for part in period.parts):
        wanted |= Q(period__gte=first.code, period__lte=last.code)
    return cells.filter(wanted)
