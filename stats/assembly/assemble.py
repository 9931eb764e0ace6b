"""The answer to a planned question, by its kind."""

from __future__ import annotations

from collections.abc import Sequence

from stats.answers import Answer
from stats.assembly.fetched import Tallies
from stats.assembly.figures import figure_answer
from stats.assembly.maker import Maker
from stats.assembly.ranking import ranking_answer
from stats.assembly.said import statement_answer
from stats.assembly.tables import table_answer
from stats.questions import Kind
from stats.values import Deciding
from stats.workings import Workings


def assemble(workings: Workings, tallies: Sequence[Tallies], *, deciding: Deciding) -> Answer:
    """The answer to a question from its workings, with the tallies of each of their plans."""
    maker = Maker(workings, tallies, deciding=deciding)
    match workings.plan.question.kind:
        case Kind.FIGURE:
            return figure_answer(maker)
        case Kind.RANKING:
            return ranking_answer(maker)
        case Kind.SERIES | Kind.TABLE:
            return table_answer(maker)
        case Kind.STATEMENT:
            return statement_answer(maker)
