"""Figures that a number typed by hand may be: those that the text shows, and those around what it asks.

Around a question are its series over the years and months, and the parts of each dimension within the same
selection. They are asked for like any other figures, all at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from articles.checklist import Known
from articles.embeds.quantity import quantity_of
from articles.numbers import Quantity, period_name
from articles.render.page import Draft
from stats.answers import Answer, AnsweredPeriod, Figure, FigureAnswer, Provenance, RankingAnswer, TableAnswer
from stats.codebook import Member
from stats.labels import LANGUAGES, Label
from stats.periods import Frequency
from stats.queries.asking import ask_many
from stats.queries.codebooks import codebooks
from stats.questions import BY_PERIOD, Fixed, Kind, Latest, Measure, Question, QuestionError

SELECTIONS = 6
"""Around how many selections of a text is looked; those that it uses most come first."""

YEARS, MONTHS = Latest(Frequency.YEAR, 40), Latest(Frequency.MONTH, 400)
RECENT = Latest(Frequency.YEAR, 6)
"""The periods of parts of dimensions, of which there may be hundreds."""

_OF_HUNDRED = frozenset({Quantity.SHARE, Quantity.PERCENT_CHANGE})


def known_figures(draft: Draft) -> tuple[Known, ...]:
    """Figures with the questions that ask for each alone; the text's own come first."""
    own = {node.question.key: node.question for _path, node in draft.manuscript.words.figures()}
    around = {question.key: question for question in _around(list(own.values()))}
    answers = ask_many((own | around).values())
    return tuple(known for answer in answers for known in _figures(answer))


def _around(questions: list[Question]) -> Iterator[Question]:
    selected = _selected(questions)
    books = codebooks((one.dataset, one.as_of) for one in selected)
    for one in selected:
        yield replace(one, kind=Kind.SERIES, period=YEARS)
        yield replace(one, kind=Kind.SERIES, period=MONTHS)
        book = books[one.dataset, one.as_of]
        for dimension in () if isinstance(book, QuestionError) else book.dimensions:
            where = {name: members for name, members in one.where.items() if name != dimension.slug}
            parts = replace(one, kind=Kind.TABLE, where=where, over=dimension.slug, by=BY_PERIOD)
            yield replace(parts, period=RECENT, depth="all")


def _selected(questions: list[Question]) -> list[Question]:
    """Plain questions of the selections that are asked about most, each once."""
    bare = [
        Question(one.dataset, Kind.FIGURE, one.period, where=one.where, as_of=one.as_of) for one in questions
    ]
    by_selection = {(one.dataset, str(one.where), one.as_of): one for one in bare}
    often = Counter((one.dataset, str(one.where), one.as_of) for one in bare)
    return [by_selection[selection] for selection, _count in often.most_common(SELECTIONS)]


def _figures(answer: Answer | QuestionError) -> Iterator[Known]:
    match answer:
        case FigureAnswer(about=about):
            yield from _known(about, about.question, (), answer.period, answer.figure)
        case RankingAnswer(about=about):
            rows = [(row.member, row.figure) for row in answer.rows]
            rows += [(row.member, row.figure) for row in answer.left_out]
            for member, figure in rows:
                yield from _cell(about, answer.period, figure, over=member)
        case TableAnswer(about=about):
            for line in answer.rows:
                for column, figure in zip(answer.columns, line.figures, strict=True):
                    period = column.period or answer.period
                    if period is not None:
                        yield from _cell(about, period, figure, over=line.member, by=column.member)


def _cell(
    about: Provenance,
    period: AnsweredPeriod,
    figure: Figure,
    *,
    over: Member | None = None,
    by: Member | None = None,
) -> Iterator[Known]:
    """One figure of a ranking or table; measures that compare are left to the figures of sentences."""
    asked = about.question
    if asked.measure is not Measure.VALUE:
        return
    listed = [(asked.over, over), (asked.by, by)]
    members = {name: (member.code,) for name, member in listed if name is not None and member is not None}
    where = dict(asked.where) | members
    question = Question(asked.dataset, Kind.FIGURE, Fixed(period.answered), where=where, as_of=asked.as_of)
    labels = tuple(member.label for _name, member in listed if member is not None)
    yield from _known(about, question, labels, period, figure)


def _known(
    about: Provenance,
    question: Question,
    listed: tuple[Label, ...],
    period: AnsweredPeriod,
    figure: Figure,
) -> Iterator[Known]:
    number = figure.value.number
    if number is None:
        return
    percent = quantity_of(about) in _OF_HUNDRED
    labels = (*(member.label for _dimension, member in about.where), *listed) or (about.dataset_title,)
    en, fr = (
        ", ".join((*(label.in_language(code) for label in labels), period_name(period.answered, code)))
        for code in LANGUAGES
    )
    yield Known(question, Label(en, fr), round(abs(number) * (100 if percent else 1), 9), percent)
