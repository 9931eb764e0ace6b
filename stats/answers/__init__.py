"""Answers: the typed reply to a question, which knows its figures, how they were made, and their source.

Nothing that is shown to anybody comes from elsewhere. The JSON of an answer is the same in the command, the
API and the editor's dialogs.
"""

from stats.answers.about import AnsweredPeriod, Compared, Comparison, Provenance
from stats.answers.figures import Figure, Made, Origin, value_as_json
from stats.answers.rankings import LeftOut, Movement, RankedRow, RankingAnswer
from stats.answers.single import FigureAnswer, StatementAnswer
from stats.answers.tables import Column, Remark, RemarkKind, TableAnswer, TableRow

Answer = FigureAnswer | RankingAnswer | TableAnswer | StatementAnswer

__all__ = [
    "Answer",
    "AnsweredPeriod",
    "Column",
    "Compared",
    "Comparison",
    "Figure",
    "FigureAnswer",
    "LeftOut",
    "Made",
    "Movement",
    "Origin",
    "Provenance",
    "RankedRow",
    "RankingAnswer",
    "Remark",
    "RemarkKind",
    "StatementAnswer",
    "TableAnswer",
    "TableRow",
    "value_as_json",
]
