"""Asking: the only way from a question to an answer, for embeds, sentences, the API and commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings

from stats.answers import Answer
from stats.assembly import assemble
from stats.codebook import Codebook
from stats.queries.codebooks import Key, codebooks
from stats.queries.tallies import fetch
from stats.questions import Question, QuestionError
from stats.workings import Workings, workings


def ask(question: Question, *, undecided: bool = False) -> Answer:
    """The answer to a question; QuestionError where it cannot be answered, saying why and what could be."""
    (answer,) = ask_many([question], undecided=undecided)
    if isinstance(answer, QuestionError):
        raise answer
    return answer


def ask_many(questions: Iterable[Question], *, undecided: bool = False) -> list[Answer | QuestionError]:
    """Answers in the order of the questions, with the error in the place of what cannot be answered.

    Editions that still wait for a decision are answered from only with `undecided`, for the newsroom's eyes.

    However many questions there are, they take five queries for codebooks and one for cells, and a few more
    for each past edition that is named.
    """
    asked = list(questions)
    books = codebooks((key for question in asked for key in _keys(question)), undecided=undecided)
    planned = [_planned(question, books) for question in asked]
    plans = [plan for found in planned if isinstance(found, Workings) for plan in found.plans]
    apart = {plan.cells: plan for plan in plans}
    tallies = dict(zip(apart, fetch(list(apart.values())), strict=True))
    return [
        assemble(found, [tallies[plan.cells] for plan in found.plans], deciding=settings.STET_BOUNDS)
        if isinstance(found, Workings)
        else found
        for found in planned
    ]


def _keys(question: Question) -> list[Key]:
    keys: list[Key] = [(question.dataset, question.as_of)]
    if question.against is not None and question.against.as_of is not None:
        keys.append((question.dataset, question.against.as_of))
    return keys


def _planned(question: Question, books: Mapping[Key, Codebook | QuestionError]) -> Workings | QuestionError:
    def book(as_of: int | date | None) -> Codebook:
        found = books[question.dataset, as_of]
        if isinstance(found, QuestionError):
            raise found
        return found

    try:
        return workings(question, book)
    except QuestionError as error:
        return error
