"""Printed rows: whether an edition prints other members in the place of those that a plan is about.

A whole narrows its parts only where it and every one of them are printed, each for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from stats.codebook import TOTAL, Dimension, Member
from stats.plan import AxisCondition, Listed, Plan, letter


@dataclass(frozen=True, slots=True)
class Place:
    """The members that are meant on one axis: their codes, and their letters in patterns of printed rows."""

    codes: frozenset[str]
    letters: frozenset[str]


def place(dimension: Dimension, members: Sequence[Member]) -> Place:
    """What members mean on their axis."""
    return Place(frozenset(m.code for m in members), frozenset(letter(dimension, m) for m in members))


class PrintedRows:
    """The rows that a plan is about, with other members in the place of some."""

    def __init__(self, plan: Plan, chosen: Sequence[Sequence[Member]]) -> None:
        self.plan = plan
        self.chosen = chosen
        """The members on each axis that none of the listed ones replace."""
        self._coverage = plan.codebook.coverage
        self._listed = [dimension for dimension in (plan.over, plan.by) if dimension is not None]
        self._places = [place(d, ms) for d, ms in zip(plan.codebook.dimensions, chosen, strict=True)]

    def prints(self, listed: tuple[Listed, ...], axis: int, there: Place) -> bool:
        """Whether the rows of listed members are printed with these members on an axis."""
        places = list(self._places)
        for dimension, entry in zip(self._listed, listed, strict=True):
            places[dimension.axis] = place(dimension, (entry.member,))
        places[axis] = there
        return self._of_printed_kinds(places) and self._divided(places)

    def may_print(self, axis: int, there: Place) -> bool:
        """Whether rows of some of the listed members may be printed with these members on an axis."""
        letters = []
        for dimension, entries in zip(self._listed, (self.plan.rows, self.plan.columns), strict=False):
            more = self.plan.left_out if dimension is self.plan.over else ()
            letters.append({letter(dimension, entry.member) for entry in (*entries, *more)})
        for kinds in product(*letters):
            places = list(self._places)
            for dimension, kind in zip(self._listed, kinds, strict=True):
                places[dimension.axis] = Place(frozenset(), frozenset(kind))
            places[axis] = there
            if self._of_printed_kinds(places):
                return True
        return False

    def _of_printed_kinds(self, places: Sequence[Place]) -> bool:
        kinds = product(*(there.letters for there in places))
        return all("".join(kind) in self._coverage.patterns for kind in kinds)

    def _divided(self, places: Sequence[Place]) -> bool:
        """Whether no row that is given only as a whole has one of these rows among its parts."""
        for whole in self._coverage.undivided:
            met = [
                there.codes if code == TOTAL else there.codes & {code}
                for code, there in zip(whole, places, strict=True)
            ]
            if all(met) and any(codes != {code} for codes, code in zip(met, whole, strict=True)):
                return False
        return True


def is_listed(dimension: Dimension, plan: Plan) -> bool:
    """Whether the rows or the columns of a plan are members of a dimension."""
    return dimension is plan.over or dimension is plan.by


def beside(plan: Plan, dimension: Dimension, condition: AxisCondition) -> Plan:
    """The plan with other members on an axis."""
    axes = list(plan.axes)
    axes[dimension.axis] = condition
    return replace(plan, axes=tuple(axes))


def rows_of(plan: Plan) -> PrintedRows | None:
    """The rows of a plan; None where its figures are sums of innermost members, not of rows that it names."""
    chosen: list[tuple[Member, ...]] = []
    for dimension in plan.codebook.dimensions:
        members = tuple(m for d, m in plan.where if d is dimension) or (dimension.total,)
        if not is_listed(dimension, plan) and plan.axes[dimension.axis].only != {m.id for m in members}:
            return None
        chosen.append(members)
    if any(entry.summed for entry in (*plan.rows, *plan.left_out, *plan.columns)):
        return None
    return PrintedRows(plan, chosen)
