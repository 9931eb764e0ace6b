"""Statements: what a question wants to say of a series, said as firmly as its bounds allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stats import statements
from stats.answers import Column, StatementAnswer
from stats.assembly.maker import Maker
from stats.assembly.provenance import provenance
from stats.bounds import RISK
from stats.periods import Period
from stats.plan import Plan
from stats.questions import Measure, Says, Wording
from stats.statements import HowMany, When
from stats.values import MISSING, Deciding, Status, Value

COUNTED = frozenset({Measure.VALUE, Measure.CHANGE, Measure.MOVING_SUM})
"""Measures whose figures are whole numbers."""


def statement_answer(maker: Maker) -> StatementAnswer:
    """A statement over all periods together, whose bounds hold together at one in a million."""
    plan = maker.plan
    says = plan.question.says
    if says is None:
        raise ValueError("a statement says something")
    risk = RISK / len(plan.periods)
    figures = tuple(maker.figure((), index, risk=risk) for index in range(len(plan.periods)))
    values = [figure.value for figure in figures]
    found = said(says, values, maker.deciding, whole=plan.question.measure in COUNTED)
    answer = StatementAnswer(
        about=provenance(maker),
        verdict=found.verdict,
        columns=tuple(Column(period=period.period) for period in plan.periods),
        figures=figures,
        from_the_start=_first_month(plan) == plan.codebook.coverage.since,
    )
    if isinstance(found, HowMany):
        return replace(answer, number=_value(found))
    periods = [period.period for period in plan.periods]
    return replace(
        answer,
        period=None if found.index is None else periods[found.index],
        possible=tuple(None if index is None else periods[index] for index in found.possible),
    )


def said(says: Says, values: Sequence[Value], deciding: Deciding, *, whole: bool) -> When | HowMany:
    """What is said of figures in the order of time. `whole`: the figures are whole numbers."""
    threshold = says.threshold if says.threshold is not None else 0
    match says.wording:
        case Wording.FIRST_ABOVE:
            return statements.first_above(values, threshold, deciding)
        case Wording.LAST_ABOVE:
            return statements.last_above(values, threshold, deciding)
        case Wording.FIRST_BELOW:
            return statements.first_below(values, threshold, deciding)
        case Wording.LAST_BELOW:
            return statements.last_below(values, threshold, deciding)
        case Wording.HIGHEST_SINCE:
            return statements.highest_since(values, deciding)
        case Wording.LOWEST_SINCE:
            return statements.lowest_since(values, deciding)
        case Wording.RISES:
            return statements.rises(values, deciding, whole=whole)
        case Wording.FALLS:
            return statements.falls(values, deciding, whole=whole)
        case Wording.HIGHEST_PLACE:
            return statements.highest_place(values, deciding)
        case Wording.LOWEST_PLACE:
            return statements.lowest_place(values, deciding)


def _first_month(plan: Plan) -> Period | None:
    """The first month that goes into a series."""
    return min((part.first_month for part in plan.periods[0].parts), default=None)


def _value(found: HowMany) -> Value:
    """A count or place as a value; both of its bounds are those that decided."""
    if found.bounds is None:
        return MISSING
    status = Status.SUPPRESSED if found.number is None else Status.NORMAL
    return Value(found.number, status, found.bounds, found.bounds)
