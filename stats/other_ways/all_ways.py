"""All other ways to the figures of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stats.other_ways.chosen import by_chosen
from stats.other_ways.listed import ByListed
from stats.other_ways.months import by_months
from stats.other_ways.rows import is_listed, rows_of
from stats.other_ways.way import OtherWay, Ways
from stats.plan import Listed, PeriodPlan, Plan


@dataclass(frozen=True)
class OtherWays:
    """The other ways to the figures of a plan, of all kinds."""

    plan: Plan
    kinds: tuple[Ways, ...]

    @property
    def plans(self) -> list[Plan]:
        """What has to be fetched beside the plan itself."""
        return [plan for kind in self.kinds for plan in kind.plans]

    def to(self, listed: tuple[Listed, ...], period: PeriodPlan) -> list[OtherWay]:
        """The other ways to the figure of listed members (one a grouped axis) in a period."""
        return [way for kind in self.kinds for way in kind.to(listed, period)]


def other_ways(plan: Plan) -> OtherWays:
    """The other ways to the figures of a plan that the edition's printed rows allow."""
    if not any(period.parts for period in plan.periods):
        return OtherWays(plan, ())
    months = by_months(plan)
    kinds: list[Ways] = [] if months is None else [months]
    kinds += _by_members(plan)
    return OtherWays(plan, tuple(kinds))


def _by_members(plan: Plan) -> Iterable[Ways]:
    # Where no total and no group is printed, there is nothing to hold rows to.
    stated = set("".join(plan.codebook.coverage.patterns)) - {"M"}
    rows = rows_of(plan) if stated and plan.codebook.members_add else None
    if rows is None:
        return
    for dimension in plan.codebook.dimensions:
        if is_listed(dimension, plan):
            found = ByListed(rows, dimension)
            if found.useful:
                yield found
        else:
            yield from by_chosen(rows, dimension)
