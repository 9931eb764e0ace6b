"""By chosen members: the members that a plan is about on a dimension that it does not list.

The parts, and the whole, are added up by the database, so that they are read like the plan itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stats.codebook import Dimension, Member
from stats.other_ways.families import parts_of, whole_of
from stats.other_ways.rows import Place, PrintedRows, beside, place
from stats.other_ways.way import OtherWay, Reading
from stats.plan import Listed, PeriodPlan, Plan, condition_of


@dataclass(frozen=True)
class ByChosen:
    """One way to all figures of a plan: other members on one of its axes."""

    rows: PrintedRows
    axis: int
    needed: Place
    """The members of which all rows must be printed."""
    parts: Plan
    whole: Plan | None

    @property
    def plans(self) -> tuple[Plan, ...]:
        return (self.parts,) if self.whole is None else (self.parts, self.whole)

    def to(self, listed: tuple[Listed, ...], period: PeriodPlan) -> Iterable[OtherWay]:
        """The other ways to the figure of listed members in a period."""
        if self.rows.prints(listed, self.axis, self.needed):
            whole = None if self.whole is None else Reading((self.whole,), listed, period)
            yield OtherWay(Reading((self.parts,), listed, period), whole)


def by_chosen(rows: PrintedRows, dimension: Dimension) -> Iterable[ByChosen]:
    """The ways over one dimension that a plan does not list."""
    members = rows.chosen[dimension.axis]
    if len(members) == 1:
        yield from _made_of(rows, dimension, parts_of(dimension, members[0]), None)
    wholes = {whole_of(dimension, member) for member in members}
    if len(wholes) == 1 and (whole := wholes.pop()) is not None:
        yield from _made_of(rows, dimension, parts_of(dimension, whole), whole)


def _made_of(
    rows: PrintedRows, dimension: Dimension, parts: tuple[Member, ...], whole: Member | None
) -> Iterable[ByChosen]:
    needed = place(dimension, parts if whole is None else (whole, *parts))
    if not parts or not rows.may_print(dimension.axis, needed):
        return
    above = None if whole is None else beside(rows.plan, dimension, condition_of(dimension, (whole,)))
    below = beside(rows.plan, dimension, condition_of(dimension, parts))
    yield ByChosen(rows, dimension.axis, needed, below, above)
