"""How the rows of a table went from its first period to its last, for those who do not see the lines."""

from __future__ import annotations

from articles.embeds import chart_phrases as phrases
from articles.embeds.describing import Named, absent, course, direction
from articles.embeds.phrases import say
from articles.embeds.rows import comparable, row_name
from stats.answers import TableAnswer
from stats.labels import Language
from stats.periods import Period


def courses(answer: TableAnswer, periods: tuple[Period, ...], language: Language) -> tuple[str, ...]:
    """How each row went from first to last; no part of a period is compared with a whole one.

    Those whose direction the figures do not settle are named together.
    """
    alike = [at for at, period in enumerate(periods) if comparable(periods[0], period)]
    found, undecided = [], []
    for row in answer.rows:
        known = [at for at in alike if row.figures[at].value.number is not None]
        if len(known) > 1:
            first, last = known[0], known[-1]
            name = row_name(row, answer, language)
            start, end = (periods[first], row.figures[first]), (periods[last], row.figures[last])
            if direction(start[1], end[1], answer.about) is None:
                undecided.append(name)
            else:
                found.append(course(name, start, end, answer.about, language))
    if undecided:
        found.append(say(phrases.OPEN_COURSES, language, names=", ".join(undecided)))
    hidden = [Named("", figure) for row in answer.rows for figure in row.figures]
    return (*found, *absent(hidden, language))
