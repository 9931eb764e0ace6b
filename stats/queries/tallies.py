"""Tallies from the database: the one place in which cells are added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Aggregate, Count, F, Model, Q, QuerySet, Sum, Value

from stats.bounds import Tally
from stats.codebook import AXIS_FIELDS, spans_of
from stats.models import Cell, Rollup
from stats.plan import AxisCondition, Plan
from stats.values import Status

Row = TypeVar("Row", bound=Model)
MOST_TOGETHER = 400
"""How many plans share a query: SQLite unites no more than 500."""

Key = tuple[int, ...]
"""Ids of the members on the axes that are kept apart, then the code of the period."""


def fetch(plans: Sequence[Plan]) -> list[Mapping[Key, Tally]]:
    """The tallies that plans need, hundreds in a query: by ids on grouped axes, then the period's code."""
    if not plans:
        return []
    found: list[dict[Key, Tally]] = [{} for _ in plans]
    widths = [len(plan.groups) for plan in plans]
    for start in range(0, len(plans), MOST_TOGETHER):
        # As it is, without the conversions that a queryset asks of each of thousands of integers.
        sql, parameters = union_of(plans[start : start + MOST_TOGETHER]).query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows = cursor.fetchall()
        for index, one, two, period, *parts in rows:
            # A sum of no rows at all is NULL; PostgreSQL adds up large integers as decimal numbers.
            key = (*(one, two)[: widths[start + index]], period)
            found[start + index][key] = Tally(*[int(part or 0) for part in parts])
    return list(found)


def union_of(plans: Sequence[Plan]) -> QuerySet[Any, tuple[Any, ...]]:
    """The one query of several plans: rows of plan, two keys, period and the five parts of a tally."""
    first, *others = (_tallied(index, plan) for index, plan in enumerate(plans))
    return first.union(*others, all=True) if others else first


def _tallied(index: int, plan: Plan) -> QuerySet[Any, tuple[Any, ...]]:
    """One plan's part of the query, marked with its index; keys that it does not have are 0.

    The months of a single period are added up by the database, under the code of the first of them.
    """
    alone = plan.periods[0].parts[0].code if len(plan.periods) == 1 else None
    within = F("period") if alone is None else Value(alone)
    axis = rolled_up(plan)
    if axis is None:
        rows: QuerySet[Any] = cells_of(plan)
        keys = [F(AXIS_FIELDS[axis]) for axis in plan.groups]
        counts = _counted(plan.codebook.disclosure.least)
    else:
        rows = _rollups_of(plan, axis)
        keys = [F("member") for _ in plan.groups]
        counts = {f"sum_{name}": Sum(name) for name in PARTS}
    one, two = [*keys, Value(0), Value(0)][:2]
    return (
        rows.order_by()
        .annotate(plan=Value(index), key1=one, key2=two, within=within)
        .values("plan", "key1", "key2", "within")
        .annotate(**counts)
        .values_list("plan", "key1", "key2", "within", *counts)
    )


PARTS = ("printed", "rounded", "least", "hidden", "blank")
"""The parts of a `Tally`, in their order."""


def _counted(least: int) -> dict[str, Aggregate]:
    """The parts of a tally as aggregates of cells."""
    normal = Q(status=Status.NORMAL)
    silent = Q(status__in=(Status.MISSING, Status.NOT_APPLICABLE))
    return {
        "sum_printed": Sum("value", filter=normal),
        "sum_rounded": Count("status", filter=normal & Q(value__gt=0)),
        "sum_least": Count("status", filter=normal & Q(value=least)),
        "sum_hidden": Count("status", filter=Q(status=Status.SUPPRESSED)),
        "sum_blank": Count("status", filter=silent),
    }


def rolled_up(plan: Plan) -> int | None:
    """The axis by whose roll-ups a plan can be answered; None where it needs the cells themselves.

    That is so if the dataset keeps them and the plan adds up all leaves over every other axis.
    """
    if not plan.codebook.rolled_up or not plan.leaves_only:
        return None
    chosen = {
        axis
        for axis, condition in enumerate(plan.axes)
        if condition.only is not None or condition.but or axis in plan.groups
    }
    return next(iter(chosen), 0) if len(chosen) <= 1 else None


def _rollups_of(plan: Plan, axis: int) -> QuerySet[Rollup]:
    """The roll-ups that the figures of a plan are made of."""
    rows = Rollup.objects.filter(axis=axis)
    return _of_periods(_with_members(rows, "member", plan.axes[axis]), plan)


def cells_of(plan: Plan) -> QuerySet[Cell]:
    """The stored cells that the figures of a plan are made of."""
    cells = Cell.objects.all()
    if plan.leaves_only:
        cells = cells.filter(leaf=True)
    for field, condition in zip(AXIS_FIELDS, plan.axes, strict=False):
        cells = _with_members(cells, field, condition)
    return _of_periods(cells, plan)


def _with_members(rows: QuerySet[Row], field: str, condition: AxisCondition) -> QuerySet[Row]:
    if condition.only is not None:
        return rows.filter(**{f"{field}__in": condition.only})
    return rows.exclude(**{f"{field}__in": condition.but}) if condition.but else rows


def _of_periods(rows: QuerySet[Row], plan: Plan) -> QuerySet[Row]:
    """The rows of the plan's dataset, edition and periods."""
    if not any(period.parts for period in plan.periods):
        return rows.none()
    wanted = Q()
    for first, last in spans_of(part for period in plan.periods for part in period.parts):
        wanted |= Q(period__gte=first.code, period__lte=last.code)
    number = plan.codebook.edition.number
    return rows.filter(wanted, dataset_id=plan.codebook.dataset_id, since__lte=number, until__gt=number)
