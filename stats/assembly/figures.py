"""Single figures: a number held to the other ways in which its edition prints it, or a place among others."""

from __future__ import annotations

from stats.answers import Figure, FigureAnswer, Made, Origin
from stats.assembly.maker import Maker
from stats.assembly.provenance import compared, compared_with, provenance
from stats.assembly.standing import ranks_before, ranks_now
from stats.places import places_gained
from stats.questions import AMONG, Measure
from stats.values import MISSING


def figure_answer(maker: Maker) -> FigureAnswer:
    """One number at one period."""
    if maker.plan.question.measure in AMONG:
        return _rank_answer(maker)
    return FigureAnswer(
        about=provenance(maker),
        period=maker.plan.periods[0].period,
        figure=maker.figure((), 0),
        compared=compared(maker, (), 0),
        other=_contradicting(maker),
    )


def _contradicting(maker: Maker) -> Figure | None:
    """The sum that a plain figure contradicts."""
    plain = maker.plan.question.measure is Measure.VALUE
    return maker.figures.contradicting((), maker.plan.periods[0]) if plain else None


def _rank_answer(maker: Maker) -> FigureAnswer:
    """The place of a member, or how it has changed."""
    plan, member = maker.plan, maker.workings.member
    (entry,) = (entry for entry in plan.rows if entry.member == member)
    ranks = ranks_now(maker)
    plain = maker.plain((entry,), 0).made
    made = Made(Origin.DERIVED, plain.parts, plain.hidden)
    value, earlier = ranks[entry.member.code], None
    if plan.question.measure is Measure.RANK_CHANGE:
        before = ranks_before(maker).get(entry.member.code, MISSING)
        value = places_gained(before, value)
        earlier = compared_with(maker, Figure(before, made), 0)
    return FigureAnswer(
        about=provenance(maker),
        period=plan.periods[0].period,
        figure=Figure(value, made),
        compared=earlier,
        among=sum(rank.hard is not None for rank in ranks.values()),
    )
