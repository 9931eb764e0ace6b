"""Single figures: a number held to the other ways in which its edition prints it, or a place among others."""

from __future__ import annotations

from dataclasses import replace

from stats import derived
from stats.answers import Figure, FigureAnswer, Made, Origin
from stats.assembly.maker import Maker
from stats.assembly.provenance import compared, compared_with, provenance
from stats.assembly.standing import ranks_before, ranks_now
from stats.bounds import RISK, value_of
from stats.places import places_gained
from stats.questions import AMONG, Measure
from stats.values import MISSING


def figure_answer(maker: Maker) -> FigureAnswer:
    """One number at one period."""
    if maker.plan.question.measure in AMONG:
        return _rank_answer(maker)
    figure, other = _narrowed(maker)
    return FigureAnswer(
        about=provenance(maker),
        period=maker.plan.periods[0].period,
        figure=figure,
        compared=compared(maker, (), 0),
        other=other,
    )


def _narrowed(maker: Maker) -> tuple[Figure, Figure | None]:
    """A figure within the bounds of every other way to it; and the sum that contradicts it, if one does."""
    ways, disclosure = maker.workings.others, maker.plan.codebook.disclosure
    risk = RISK / (1 + len(ways))
    figure = maker.figure((), 0, risk=risk)
    hard, sure, contradicting = figure.value.hard, figure.value.sure, None
    for way in ways:
        plus, minus = maker.sums_of(way)
        found = derived.difference(plus, minus, disclosure, risk=risk)
        if found.hard is None or found.sure is None or hard is None or sure is None:
            continue
        if found.hard.overlaps(hard):
            hard, sure = hard.within(found.hard), sure.within(found.sure)
        elif not way.minus:
            made = Made(Origin.SUM, plus.rounded + plus.hidden, plus.hidden)
            contradicting = Figure(value_of(plus, disclosure), made)
    narrowed = replace(figure.value, hard=hard, sure=sure and hard and sure.within(hard))
    return replace(figure, value=narrowed), contradicting


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
