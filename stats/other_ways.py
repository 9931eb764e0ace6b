"""Other ways: the same figure out of other printed cells, which narrows what it may be.

A publisher prints a year and its months, a province and its categories, each rounded on its own. The truth of
the year is the sum of the months' truths, so it lies within the bounds of both; and the truth of one month is
that of the year less those of the other months. A hidden cell is often narrowed to one number that way.

Where both ways cannot be true at once, the figures differ beyond rounding, and the answer says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stats.answers import AnsweredPeriod
from stats.codebook import Codebook, Dimension, Member, Role
from stats.periods import Frequency, Period
from stats.plan import AxisCondition, PeriodPlan, Plan, letter

Key = tuple[int, ...]
"""A key of fetched tallies: ids on the grouped axes, then the code of the period."""


@dataclass(frozen=True)
class OtherWay:
    """A figure as one sum less another: `plus` and `minus` are keys of the tallies of the plan."""

    plan: Plan
    plus: tuple[Key, ...]
    minus: tuple[Key, ...] = ()


def other_ways(plan: Plan) -> tuple[OtherWay, ...]:
    """The other ways to the one figure of a plan that the edition's printed rows allow."""
    (period,) = plan.periods
    if len(period.parts) != 1 or not plan.knows():
        return ()
    found: list[OtherWay] = []
    if plan.codebook.months_add:
        found += _by_months(plan, period.parts[0])
    if plan.codebook.members_add and not plan.summed:
        found += _by_members(plan, period.parts[0])
    return tuple(found)


def _by_months(plan: Plan, period: Period) -> Iterable[OtherWay]:
    """A stated period as the sum of its months; a month as a stated period less the other months."""
    coverage = plan.codebook.coverage
    if period.frequency is not Frequency.MONTH:
        stated = [period]
    else:
        lengths = [f for f in Frequency if f is not Frequency.MONTH]
        stated = [p for f in lengths for p in coverage.of(f) if period in p.months]
    wholes = [whole for whole in stated if all(map(coverage.covers, whole.months))]
    needed = dict.fromkeys(p for whole in wholes for p in (whole, *whole.months))
    fetched = replace(plan, periods=tuple(PeriodPlan(AnsweredPeriod(p, p), (p,)) for p in needed))
    for whole in wholes:
        months = tuple((month.code,) for month in whole.months)
        if whole == period:
            yield OtherWay(fetched, plus=months)
        else:
            others = tuple(key for key in months if key != (period.code,))
            yield OtherWay(fetched, plus=((whole.code,),), minus=others)


def _by_members(plan: Plan, period: Period) -> Iterable[OtherWay]:
    """A stated whole as the sum of its parts; a part as a stated whole less the other parts."""
    book = plan.codebook
    for dimension, member in zip(book.dimensions, plan.fixed, strict=True):
        parts = _parts(dimension, member)
        whole = _whole(dimension, member)
        siblings = _parts(dimension, whole) if whole else ()
        fetched = _apart(plan, dimension, (*parts, *siblings, *((whole,) if whole else ())))
        if parts and _printed(book, plan, dimension, parts):
            yield OtherWay(fetched, plus=_keys(parts, period))
        if whole and _printed(book, plan, dimension, (whole, *siblings)):
            rest = tuple(m for m in siblings if m != member)
            yield OtherWay(fetched, plus=_keys((whole,), period), minus=_keys(rest, period))


def _parts(dimension: Dimension, member: Member) -> tuple[Member, ...]:
    return dimension.children.get(None if member.role is Role.TOTAL else member.code, ())


def _whole(dimension: Dimension, member: Member) -> Member | None:
    if member.role is Role.TOTAL:
        return None
    return dimension.by_code[member.parent] if member.parent else dimension.total


def _printed(book: Codebook, plan: Plan, over: Dimension, members: Iterable[Member]) -> bool:
    """Whether the rows with these members in the place of the plan's are printed, each for itself."""
    for member in members:
        row = [member if d is over else m for d, m in zip(book.dimensions, plan.fixed, strict=True)]
        pattern = "".join(letter(d, m) for d, m in zip(book.dimensions, row, strict=True))
        if pattern not in book.coverage.patterns or not book.coverage.knows(tuple(m.code for m in row)):
            return False
    return True


def _apart(plan: Plan, dimension: Dimension, members: Iterable[Member]) -> Plan:
    """The plan with members of a dimension in the place of its own, each for itself."""
    axes = list(plan.axes)
    axes[dimension.axis] = AxisCondition(frozenset(m.id for m in members))
    return replace(plan, axes=tuple(axes), groups=(dimension.axis,))


def _keys(members: Iterable[Member], period: Period) -> tuple[Key, ...]:
    return tuple((member.id, period.code) for member in members)
