"""Workings: all the sums that a question needs, as plans that are fetched together in one go.

A plain figure needs one plan. A share needs the whole beside it, a change what was before, a contribution
both, a rank all members of its dimension, a figure that is also stated or added up another way that way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from stats.codebook import Codebook, Dimension, Member, Role
from stats.monthly_mean import over_months
from stats.other_ways import OtherWays, other_ways
from stats.plan import Plan, plan
from stats.questions import AMONG, OF_A_WHOLE, Kind, Measure, Question, QuestionError
from stats.reference import Reference, referred, whole_of
from stats.same_cells import contains, is_part_of
from stats.twelve_months import over_twelve_months

CodebookOf = Callable[[int | date | None], Codebook]
"""Gives the codebook of the question's dataset as of an edition."""


@dataclass(frozen=True)
class Workings:
    """The plan of a question, and what its figures are measured against or held to."""

    plan: Plan
    against: Reference | None = None
    """What a change or ratio compares with, or a ranking moved since."""
    whole: Reference | None = None
    """What a share or a contribution is taken of."""
    member: Member | None = None
    """The member whose rank is asked for."""
    others: tuple[OtherWays, ...] = ()
    """The other ways to the figures of the plan, and to those that they are measured against."""

    @cached_property
    def contained(self) -> bool:
        """Whether the whole of a contribution adds up the cells of the part."""
        return (
            self.whole is not None
            and self.against is not None
            and contains(self.whole.plan, self.against.plan)
        )

    @property
    def plans(self) -> list[Plan]:
        """Every plan to be fetched, the first one being that of the question."""
        found = [self.plan]
        for reference in (self.against, self.whole):
            if reference is not None:
                found.append(reference.plan)
                if reference.common is not None:
                    found.append(reference.common)
        found += [plan for ways in self.others for plan in ways.plans]
        return list({id(plan): plan for plan in found}.values())


def workings(question: Question, book_as_of: CodebookOf) -> Workings:
    """What it takes to answer a question; QuestionError where it names what is not there."""
    book = book_as_of(question.as_of)
    if question.measure in AMONG:
        first, member = _among(question, book)
    else:
        first, member = plan(question, book), None
    if question.measure is Measure.MOVING_SUM:
        first = over_twelve_months(first)
    elif question.measure is Measure.MONTHLY_MEAN:
        first = over_months(first)
    against = whole = None
    if question.against is not None:
        earlier = book if question.against.as_of is None else book_as_of(question.against.as_of)
        against = referred(first, question.against.where, question.against, earlier)
        if question.measure in OF_A_WHOLE:
            whole = _checked(referred(first, whole_of(first), question.against, earlier), against)
    elif question.measure in OF_A_WHOLE:
        whole = referred(first, whole_of(first), None, book)
    if member is not None and first.over is not None:
        first = replace(first, question=question, where=_named(first, first.over, member))
    referred_to = [reference.plan for reference in (against, whole) if reference is not None]
    return Workings(first, against, whole, member, tuple(map(other_ways, (first, *referred_to))))


def _among(question: Question, book: Codebook) -> tuple[Plan, Member]:
    """The ranking in which a member stands, and the member."""
    dimension = book.dimension(question.over or "", path="over")
    member = _ranked_member(question, dimension)
    where = {name: members for name, members in question.where.items() if name != dimension.slug}
    if member.parent is not None:
        where[dimension.slug] = (member.parent,)
    ranking = plan(replace(question, kind=Kind.RANKING, where=where), book)
    if all(entry.member != member for entry in ranking.rows):
        raise QuestionError(
            f"where.{dimension.slug}",
            f"{member.code!r} is left out of rankings; keep all in with an empty 'exclude'",
            accepted=[entry.member.code for entry in ranking.rows[:3]],
        )
    return ranking, member


def _named(ranking: Plan, over: Dimension, member: Member) -> tuple[tuple[Dimension, Member], ...]:
    """What is chosen, with the member that is ranked in the place of what it is ranked among."""
    return (*((d, m) for d, m in ranking.where if d is not over), (over, member))


def _ranked_member(question: Question, dimension: Dimension) -> Member:
    path = f"where.{dimension.slug}"
    named = question.where.get(dimension.slug, ())
    if len(named) != 1:
        raise QuestionError(path, "one member is expected: the one that is ranked")
    member = dimension.named(named[0], path=path)
    if member.role is Role.TOTAL:
        near = [m.code for m in dimension.children.get(None, ())[:3]]
        raise QuestionError(path, "the whole dimension has no rank in it", accepted=near)
    return member


def _checked(whole: Reference, before: Reference) -> Reference:
    """The whole of a contribution, which must hold the part."""
    if not is_part_of(before.plan, whole.plan, before.plan.periods):
        raise QuestionError("of", "what is asked for is not part of it", accepted=["_T"])
    return whole
