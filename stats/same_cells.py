"""Same cells: what the sums of two plans have in common.

A part and its whole, or twelve months and the twelve to the next month, add up some of the same cells.
Whatever those hide is the same in both sums, so bounds that took them as independent would be wider than the
truth can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stats.codebook import Dimension, Member, Role
from stats.plan import AxisCondition, PeriodPlan, Plan


def cells_in_common(first: Plan, second: Plan, periods: Sequence[PeriodPlan | None]) -> Plan | None:
    """What gives the cells of each figure of `first` that are also in the second; None where none can be.

    `periods` are those of the second plan in the order of the first one's. The first plan itself is given
    where all of its cells are in the second, so that they need not be fetched again.
    """
    shared = tuple(_parts_in_both(one, two) for one, two in zip(first.periods, periods, strict=True))
    if not any(period.parts for period in shared):
        return None
    if contains(second, first):
        return replace(first, periods=shared) if shared != first.periods else first
    axes = tuple(_both(one, two) for one, two in zip(first.axes, second.axes, strict=True))
    if any(axis.only is not None and not axis.only for axis in axes):
        return None
    leaves_only = first.leaves_only or second.leaves_only
    return replace(first, axes=axes, leaves_only=leaves_only, periods=shared)


def contains(whole: Plan, part: Plan) -> bool:
    """Whether every cell of one plan, periods aside, is a cell of the other."""
    leaves = not whole.leaves_only or part.leaves_only or _names_leaves(part)
    return leaves and all(_covers(one, two) for one, two in zip(whole.axes, part.axes, strict=True))


def is_part_of(first: Plan, second: Plan, periods: Sequence[PeriodPlan | None]) -> bool:
    """Whether what the first plan asks for is part of what the second does, however both are made."""
    pairs = zip(first.periods, periods, strict=True)
    months = all(
        set(one.period.answered.months) <= set(two.period.answered.months)
        for one, two in pairs
        if two is not None
    )
    return months and all(_members_within(d, first, second) for d in first.codebook.dimensions)


def _members_within(dimension: Dimension, first: Plan, second: Plan) -> bool:
    """Whether the members of one selection are, or are under, those of the other."""
    if dimension in (second.over, second.by):
        return True
    wholes = _meant(second, dimension)
    return all(
        any(part == whole or dimension.is_part(part, of=whole) for whole in wholes)
        for part in _meant(first, dimension)
    )


def _meant(plan: Plan, dimension: Dimension) -> list[Member]:
    """The members of a dimension that a plan lists or has chosen; its total where it says nothing."""
    if dimension is plan.over:
        return [entry.member for entry in (*plan.rows, *plan.left_out)]
    if dimension is plan.by:
        return [entry.member for entry in plan.columns]
    return [m for d, m in plan.where if d is dimension] or [dimension.total]


def _parts_in_both(one: PeriodPlan, two: PeriodPlan | None) -> PeriodPlan:
    parts = () if two is None else tuple(part for part in one.parts if part in two.parts)
    return replace(one, parts=parts)


def _both(one: AxisCondition, two: AxisCondition) -> AxisCondition:
    """What meets two conditions."""
    but = one.but | two.but
    if one.only is None or two.only is None:
        only = two.only if one.only is None else one.only
    else:
        only = one.only & two.only
    return AxisCondition(but=but) if only is None else AxisCondition(only - but)


def _covers(whole: AxisCondition, part: AxisCondition) -> bool:
    if part.only is None:
        return whole.only is None and whole.but <= part.but
    return not part.only & whole.but and (whole.only is None or part.only <= whole.only)


def _names_leaves(plan: Plan) -> bool:
    """Whether every cell of a plan is of innermost members, by their names."""
    for dimension, condition in zip(plan.codebook.dimensions, plan.axes, strict=True):
        if condition.only is None:
            return False
        members = [dimension.by_id[i] for i in condition.only]
        if any(m.role is Role.TOTAL or dimension.is_group(m) for m in members):
            return False
    return True
