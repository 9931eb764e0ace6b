"""The answer to a planned question, by its kind."""

from __future__ import annotations

from stats.answers import Answer, FigureAnswer
from stats.assembly.maker import Fetched, Maker
from stats.assembly.provenance import compared, provenance
from stats.assembly.ranking import ranking_answer
from stats.assembly.tables import table_answer
from stats.questions import Kind
from stats.values import Deciding


def assemble(fetched: Fetched, against: Fetched | None = None, *, deciding: Deciding) -> Answer:
    """The answer to a planned question from its tallies, and from those that it is measured against."""
    maker = Maker(fetched, against, deciding=deciding)
    plan = fetched.plan
    match plan.question.kind:
        case Kind.FIGURE:
            return FigureAnswer(
                about=provenance(maker),
                period=plan.periods[0].period,
                figure=maker.figure((), 0),
                compared=compared(maker, (), 0),
            )
        case Kind.RANKING:
            return ranking_answer(maker)
        case Kind.SERIES | Kind.TABLE:
            return table_answer(maker)
