"""Tables and series: one figure for each row and column."""

from __future__ import annotations

from collections.abc import Sequence

from stats.answers import Column, Figure, TableAnswer, TableRow
from stats.assembly.maker import Maker
from stats.assembly.provenance import provenance
from stats.assembly.table_remarks import remarks
from stats.codebook import TOTAL, Dimension
from stats.plan import Listed, Plan
from stats.questions import MAXIMUM_TOP, Measure

COUNTS = frozenset({Measure.VALUE, Measure.MOVING_SUM, Measure.MONTHLY_MEAN})
"""Measures whose figures are counts like those that they are made of."""
MAXIMUM_FIGURES = 100_000
"""How many figures a table may have; rows beyond are counted, not shown."""


def table_answer(maker: Maker) -> TableAnswer:
    """Members, or the selection as a whole, by periods or by members."""
    plan = maker.plan
    by_period = plan.by is None
    if by_period:
        columns = tuple(Column(period=p.period) for p in plan.periods)
    else:
        columns = tuple(Column(member=entry.member) for entry in plan.columns)

    def figures(row: tuple[Listed, ...]) -> tuple[Figure, ...]:
        if by_period:
            return tuple(maker.figure(row, period) for period in range(len(plan.periods)))
        return tuple(maker.figure((*row, column), 0) for column in plan.columns)

    entries = plan.rows[: _most_rows(plan)] if plan.over else ()
    rows = tuple(
        TableRow(entry.member, figures((entry,)), _ancestors_above(entry, entries[:index], plan))
        for index, entry in enumerate(entries)
    )
    shown = rows if plan.over else (TableRow(None, figures(())),)
    return TableAnswer(
        about=provenance(maker),
        columns=columns,
        rows=shown,
        row_count=len(plan.rows) if plan.over else 1,
        column_count=plan.column_count,
        over=plan.over.label if plan.over else None,
        by=plan.by.label if plan.by else None,
        period=None if by_period else plan.periods[0].period,
        remarks=remarks(maker, columns, shown),
        rows_add=_add(plan, plan.over, entries),
        columns_add=_add(plan, plan.by, plan.columns if plan.by else ()),
    )


def _add(plan: Plan, dimension: Dimension | None, listed: Sequence[Listed]) -> bool:
    """Whether the figures of these members may be added up, and none is part of another."""
    if dimension is None or not plan.codebook.members_add or plan.question.measure not in COUNTS:
        return False
    codes = {entry.member.code for entry in listed}
    if TOTAL in codes and len(codes) > 1:
        return False
    return not any(group.code in codes for entry in listed for group in dimension.ancestors(entry.member))


def _most_rows(plan: Plan) -> int:
    """How many rows are shown: those that are asked for, and no more than anybody could read."""
    columns = len(plan.columns) if plan.by else len(plan.periods)
    return min(plan.question.top or MAXIMUM_TOP, max(1, MAXIMUM_FIGURES // max(1, columns)))


def _ancestors_above(entry: Listed, above: tuple[Listed, ...], plan: Plan) -> int:
    """How many of the rows above a row are wholes that it is part of."""
    if plan.over is None or entry.member.parent is None:
        return 0
    codes = {other.member.code for other in above}
    return sum(group.code in codes for group in plan.over.ancestors(entry.member))
