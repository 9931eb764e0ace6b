"""Twelve months: the moving sum that ends with each month, where months may be added up.

It takes the seasons out of a monthly series without an estimate: each sum holds every month of the year once.
"""

from __future__ import annotations

from dataclasses import replace

from stats.periods import Frequency, span
from stats.plan import PeriodPlan, Plan
from stats.questions import QuestionError


def over_twelve_months(plan: Plan) -> Plan:
    """The plan with each month made of the twelve that end with it; of none where not all are published."""
    book = plan.codebook
    if not book.months_add:
        why = f"the months of {book.slug!r} may not be added up ({book.counts.en})"
        raise QuestionError("measure", why, accepted=["value"])
    for period in plan.periods:
        if period.period.answered.frequency is not Frequency.MONTH:
            raise QuestionError(
                "period",
                f"{period.period.asked} is not a month; a moving sum ends with a month",
                accepted=[str(period.period.answered.last_month)],
            )
    periods = tuple(_with_those_before(period, plan) for period in plan.periods)
    if not any(period.parts for period in periods):
        asked, since = periods[-1].period.asked, book.coverage.since
        near = [str(since.shifted(11))] if since else []
        raise QuestionError("period", f"the twelve months to {asked} are not all published", accepted=near)
    return replace(plan, periods=periods)


def _with_those_before(period: PeriodPlan, plan: Plan) -> PeriodPlan:
    last = period.period.answered
    months = tuple(span(last.shifted(-11), last))
    covered = all(plan.codebook.coverage.covers(month) for month in months)
    return replace(period, parts=months if covered else ())
