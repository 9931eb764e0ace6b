"""Asking: the only way from a question to an answer, for embeds, figures in sentences, API and commands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from stats.answers import Answer
from stats.assembly import Fetched, assemble
from stats.codebook import Codebook
from stats.plan import plan
from stats.queries.codebooks import codebook
from stats.queries.tallies import fetch
from stats.questions import Question, QuestionError
from stats.reference import reference


def ask(question: Question) -> Answer:
    """The answer to a question; QuestionError where it cannot be answered, saying why and what could be."""
    return _answer(question, codebook(question.dataset, question.as_of))


def ask_many(questions: Iterable[Question]) -> list[Answer | QuestionError]:
    """Answers in the order of the questions, with the error in the place of what cannot be answered."""
    books: dict[tuple[str, int | date | None], Codebook | QuestionError] = {}
    answers: list[Answer | QuestionError] = []
    for question in questions:
        key = (question.dataset, question.as_of)
        try:
            if key not in books:
                books[key] = codebook(*key)
            book = books[key]
            if isinstance(book, QuestionError):
                raise book
            answers.append(_answer(question, book))
        except QuestionError as error:
            books.setdefault(key, error)
            answers.append(error)
    return answers


def _answer(question: Question, book: Codebook) -> Answer:
    planned = plan(question, book)
    referred = reference(planned, lambda as_of: codebook(question.dataset, as_of))
    return assemble(
        Fetched(planned, fetch(planned)),
        Fetched(referred.plan, fetch(referred.plan), referred) if referred else None,
        deciding=settings.STET_BOUNDS,
    )
