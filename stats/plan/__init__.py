"""Planning: from a question and a codebook to what has to be fetched, without asking a database.

The publisher's own totals come first. For every dimension that the question leaves open, and for the period,
the plan takes what is stated where the edition states it, and a sum of the innermost cells otherwise; what
may not be added is refused with the nearest question that can be answered.
"""

from stats.plan.periods import PeriodPlan, made_of, planned_periods, wanted_periods
from stats.plan.planning import Plan, plan
from stats.plan.ways import AxisCondition, Listed, condition_of, letter

__all__ = [
    "AxisCondition",
    "Listed",
    "PeriodPlan",
    "Plan",
    "condition_of",
    "letter",
    "made_of",
    "plan",
    "planned_periods",
    "wanted_periods",
]
