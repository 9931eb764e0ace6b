"""Tallies from the database: the one place in which cells are added up."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet, Sum

from stats.bounds import Tally
from stats.codebook import spans_of
from stats.models import Cell
from stats.plan import Plan
from stats.values import Status

AXIS_FIELDS = ("a1", "a2", "a3", "a4")

Key = tuple[int, ...]
"""Ids of the members on the axes that are kept apart, then the code of the period."""


def fetch(plan: Plan) -> Mapping[Key, Tally]:
    """The tallies that a plan needs, in one query: by the ids on its grouped axes, then the period's code."""
    disclosure = plan.codebook.disclosure
    normal = Q(status=Status.NORMAL)
    keys = (*(AXIS_FIELDS[axis] for axis in plan.groups), "period")
    rows = (
        cells_of(plan)
        .values_list(*keys)
        .annotate(
            printed=Sum("value", filter=normal),
            rounded=Count("pk", filter=normal & Q(value__gt=0)),
            least=Count("pk", filter=normal & Q(value=disclosure.least)),
            hidden=Count("pk", filter=Q(status=Status.SUPPRESSED)),
            blank=Count("pk", filter=Q(status__in=(Status.MISSING, Status.NOT_APPLICABLE))),
        )
        .order_by()
    )
    width = len(keys)
    return {row[:width]: Tally(row[width] or 0, *row[width + 1 :]) for row in rows}


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
    wanted = Q()
    for first, last in spans_of(part for period in plan.periods for part in period.parts):
        wanted |= Q(period__gte=first.code, period__lte=last.code)
    return cells.filter(wanted)
