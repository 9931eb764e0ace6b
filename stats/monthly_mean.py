"""The monthly mean: what the months of a period have on average, out of the months themselves.

Persons who are counted once a month do not add up to a year, but their months have a mean all the same.
"""

from __future__ import annotations

from dataclasses import replace

from stats.plan import PeriodPlan, Plan
from stats.questions import QuestionError


def over_months(plan: Plan) -> Plan:
    """The plan with each period made of its months; refused where the edition does not print them all."""
    return replace(plan, periods=tuple(_by_months(period, plan) for period in plan.periods))


def _by_months(period: PeriodPlan, plan: Plan) -> PeriodPlan:
    months = period.period.answered.months
    if not all(map(plan.codebook.coverage.covers, months)):
        why = f"{plan.codebook.slug!r} has no figures by month for {period.period.asked}"
        raise QuestionError("measure", why, accepted=["value"])
    return replace(period, parts=months)
