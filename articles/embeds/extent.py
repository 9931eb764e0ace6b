"""How much of an answer is shown, in sentences: nothing is left away without a word."""

from __future__ import annotations

from articles.embeds import phrases
from articles.embeds.phrases import say
from articles.numbers import number
from stats.answers import RankingAnswer, TableAnswer
from stats.labels import Label, Language


def cropped(answer: TableAnswer | RankingAnswer, language: Language) -> tuple[str, ...]:
    """What is not shown, in a sentence for rows and one for columns; none where everything is."""
    found = []
    rows = len(answer.rows)
    row_count = answer.row_count if isinstance(answer, TableAnswer) else answer.count
    if rows < row_count:
        said = phrases.CROPPED_ROW if rows == 1 else phrases.CROPPED_ROWS
        found.append(_shown(said, rows, row_count, language))
    if isinstance(answer, TableAnswer) and len(answer.columns) < answer.column_count:
        said = phrases.CROPPED_PERIODS if answer.by is None else phrases.CROPPED_COLUMNS
        found.append(_shown(said, len(answer.columns), answer.column_count, language))
    return tuple(found)


def _shown(said: Label, shown: int, count: int, language: Language) -> str:
    return say(said, language, shown=number(shown, language), count=number(count, language))
