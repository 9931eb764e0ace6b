"""References: what a share, change or ratio is measured against, as a second plan beside the first.

The second plan is made of a question too, so what it names is checked in the same way, and its figures prefer
what is stated as all others do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from stats.codebook import TOTAL, Codebook
from stats.plan import AxisCondition, PeriodPlan, Plan, made_of, plan, wanted_periods
from stats.questions import (
    BY_PERIOD,
    COMPARING,
    Against,
    Before,
    Kind,
    Measure,
    Question,
    QuestionError,
    Selection,
)

CodebookOf = Callable[[int | date | None], Codebook]
"""Gives the codebook of the question's dataset as of an edition."""


@dataclass(frozen=True)
class Reference:
    """What figures are measured against: a plan, and how its figures belong to those of the first plan."""

    plan: Plan
    keeps_rows: bool
    """Whether each listed member has a reference of its own, or all have the same one."""
    periods: tuple[PeriodPlan | None, ...]
    """For each period of the first plan that of its reference; None where it is not published."""
    contains: bool
    """Whether the reference is a sum that contains all cells of the figure."""


def reference(first: Plan, book_as_of: CodebookOf) -> Reference | None:
    """What the figures of a plan are measured against; None for plain values."""
    question = first.question
    if question.measure is Measure.SHARE:
        return _referred(first, _whole(first), None, first.codebook)
    if question.measure in COMPARING and question.against is not None:
        against = question.against
        book = first.codebook if against.as_of is None else book_as_of(against.as_of)
        return _referred(first, against.where, against, book)
    return None


def _whole(first: Plan) -> Selection:
    """The members that make the whole of a share: those that the question names, or the parent."""
    question = first.question
    if question.of is not None:
        return question.of
    if first.over is not None:
        chosen = question.where.get(first.over.slug, ())
        return {first.over.slug: chosen if len(chosen) == 1 else (TOTAL,)}
    if not question.where:
        raise QuestionError("of", "is missing: everything is selected, so there is no larger whole")
    slug = list(question.where)[-1]
    dimension = first.codebook.dimension(slug, path="where")
    members = [dimension.named(name, path=f"where.{slug}") for name in question.where[slug]]
    parents = {member.parent for member in members}
    return {slug: (parents.pop() or TOTAL,) if len(parents) == 1 else (TOTAL,)}


def _referred(first: Plan, overlay: Selection, against: Against | None, book: Codebook) -> Reference:
    question = first.question
    keeps_rows = first.over is None or first.over.slug not in overlay
    periods = tuple(_period(p, against, book) for p in first.periods)
    shape = _shape(question, keeps_rows=keeps_rows)
    where = {s: m for s, m in question.where.items() if s not in overlay} | dict(overlay)
    second = plan(
        replace(shape, where=where, measure=Measure.VALUE, of=None, against=None, top=None),
        book,
        periods=tuple(dict.fromkeys(p for p in periods if p is not None)),
    )
    contains = book is first.codebook and periods == first.periods and _contains(second, first)
    return Reference(second, keeps_rows, periods, contains)


def _shape(question: Question, *, keeps_rows: bool) -> Question:
    """The question with the rows that the reference has."""
    if keeps_rows:
        return question
    if question.kind is Kind.TABLE and question.by not in (None, BY_PERIOD):
        return replace(question, over=question.by, by=BY_PERIOD, exclude=None)
    kind = Kind.SERIES if question.kind is Kind.TABLE else Kind.FIGURE
    return replace(question, kind=kind, over=None, by=None, exclude=None)


def _period(period: PeriodPlan, against: Against | None, book: Codebook) -> PeriodPlan | None:
    """The period that one is compared with: a partial one only ever with the same months."""
    if against is None or against.period is None:
        return made_of(period.period.answered, book)
    if isinstance(against.period, Before):
        answered = period.period.answered
        before = answered.previous if against.period is Before.PREVIOUS else answered.year_before
        try:
            return made_of(before, book)
        except QuestionError:
            return None
    (only,) = wanted_periods(against.period, book)
    return made_of(only, book)


def _contains(whole: Plan, part: Plan) -> bool:
    """Whether every cell that a figure of `part` is made of is also added up in `whole`."""
    same_rows = whole.leaves_only or not part.leaves_only
    return whole.summed and same_rows and all(map(_covers, whole.axes, part.axes))


def _covers(whole: AxisCondition, part: AxisCondition) -> bool:
    if part.only is None:
        return whole.only is None and whole.but <= part.but
    return not part.only & whole.but and (whole.only is None or part.only <= whole.only)
