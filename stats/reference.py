"""References: what a share, change or ratio is measured against, as a second plan beside the first.

The second plan is made of a question too, so what it names is checked in the same way, and its figures prefer
what is stated as all others do. A reference also knows which cells both have in common, because bounds that
counted them twice would be too wide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stats.codebook import TOTAL, Codebook
from stats.plan import PeriodPlan, Plan, plan
from stats.questions import BY_PERIOD, Against, Kind, Measure, Question, QuestionError, Selection
from stats.same_cells import cells_in_common, is_part_of
from stats.same_months import compared_period


@dataclass(frozen=True)
class Reference:
    """What figures are measured against: a plan, and how its figures belong to those of the first plan."""

    plan: Plan
    keeps: tuple[bool, ...]
    """Whether each member of the rows, and of the columns, has a reference of its own or all the same one."""
    periods: tuple[PeriodPlan | None, ...]
    """For each period of the first plan that of its reference; None where it is not published."""
    common: Plan | None
    """Gives the cells that both add up, kept apart as in the first plan; None where there are none."""
    inside: bool
    """Whether what is asked for is part of the reference, by its members and months."""


def referred(first: Plan, overlay: Selection, against: Against | None, book: Codebook) -> Reference:
    """The reference of a plan: other members in the place of some, another period, another edition."""
    question = first.question
    keeps = tuple(slug not in overlay for slug in _listed(first))
    periods = tuple(compared_period(p, against, question.measure, book) for p in first.periods)
    shape = _shape(question, tuple(slug for slug in _listed(first) if slug not in overlay))
    where = {s: m for s, m in question.where.items() if s not in overlay} | dict(overlay)
    second = plan(
        replace(shape, where=where, measure=Measure.VALUE, of=None, against=None, top=None),
        book,
        periods=tuple(dict.fromkeys(p for p in periods if p is not None)),
    )
    same_edition = book.edition.number == first.codebook.edition.number
    return Reference(
        plan=second,
        keeps=keeps,
        periods=periods,
        common=cells_in_common(first, second, periods) if same_edition else None,
        inside=same_edition and is_part_of(first, second, periods),
    )


def whole_of(first: Plan) -> Selection:
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


def _listed(plan: Plan) -> list[str]:
    return [dimension.slug for dimension in (plan.over, plan.by) if dimension]


def _shape(question: Question, listed: tuple[str, ...]) -> Question:
    """The question with the rows and columns that the reference has."""
    if len(listed) == len([name for name in (question.over, question.by) if name not in (None, BY_PERIOD)]):
        return question
    if listed:
        exclude = question.exclude if question.over == listed[0] else None
        return replace(question, kind=Kind.TABLE, over=listed[0], by=BY_PERIOD, exclude=exclude)
    kind = Kind.SERIES if question.by == BY_PERIOD else Kind.FIGURE
    return replace(question, kind=kind, over=None, by=None, exclude=None)
