"""The table tool: a form, what it asks for, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from articles.embeds.options import EmbedError
from articles.embeds.view import ChartView, Phrase, phrase
from articles.explorer.address import Asked
from articles.explorer.asking import canonical, question_of
from articles.explorer.cite import Citation, citations
from articles.explorer.form import FormMaker, FormView
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import FORMS, PICTURES, dataset_path, download_path, members_path, table_path
from articles.explorer.result import Result, result
from articles.explorer.trouble import Trouble, Troubles
from stats.answers import Answer
from stats.codebook import Codebook
from stats.queries.asking import ask
from stats.queries.codebooks import codebook
from stats.queries.public_editions import PublicEdition, public_editions
from stats.questions import Question, QuestionError


@dataclass(frozen=True, slots=True)
class Download:
    """A file of what is shown."""

    form: str
    href: str


@dataclass(frozen=True, slots=True)
class TableView:
    """What the template gets."""

    frame: Frame
    title: Phrase
    dataset_href: str
    action: str
    members_href: str
    form: FormView
    result: Result | None
    downloads: tuple[Download, ...]
    citations: tuple[Citation, ...]


def table_page(asked: Asked, book: Codebook, *, at: datetime) -> TableView:
    """The page for what is asked of a dataset, whether or not it can be answered."""
    language = active()
    editions = public_editions(book.slug)
    book, shown, troubles = answered(asked, book, editions)
    asked = canonical(asked, book)
    framed = frame(lambda: table_path(book.slug, asked))
    found: Result | None = None
    if shown is not None:
        try:
            found = result(shown, asked.show, language)
        except EmbedError as error:
            troubles = [*troubles, Troubles(asked, book, language).of_drawing(str(error))]
    return TableView(
        frame=framed,
        title=phrase(book.title, language),
        dataset_href=dataset_path(book.slug),
        action=table_path(book.slug),
        members_href=members_path(book.slug),
        form=FormMaker(asked, book, troubles, language).form(editions),
        result=found,
        downloads=_downloads(asked, book.slug, found),
        citations=citations(book, addresses=framed.addresses, on=_day(at)) if found else (),
    )


def answered(
    asked: Asked, book: Codebook, editions: tuple[PublicEdition, ...]
) -> tuple[Codebook, Answer | None, list[Trouble]]:
    """The codebook of the edition that is asked, the answer where there is one, and what is wrong."""
    troubles = list(Troubles(asked, book, active()).of_addresses())
    try:
        question = question_of(asked, book)
        refuse_hidden(question, editions)
        if question.as_of is not None:
            book = codebook(book.slug, question.as_of)
            # Members are looked up among those that the edition had.
            question = question_of(asked, book)
        return book, ask(question), troubles
    except QuestionError as error:
        return book, None, [*troubles, Troubles(asked, book, active()).of_question(error)]


def refuse_hidden(question: Question, editions: tuple[PublicEdition, ...]) -> None:
    """Refuse editions that wait for a decision or were taken back."""
    against = question.against.as_of if question.against else None
    for path, asked in (("as_of", question.as_of), ("against.as_of", against)):
        if isinstance(asked, int) and all(asked != edition.number for edition in editions):
            accepted = [str(edition.number) for edition in editions[:3]]
            raise QuestionError(
                path, f"{asked!r} is not an edition that counts or counted", accepted=accepted
            )


def _downloads(asked: Asked, slug: str, found: Result | None) -> tuple[Download, ...]:
    if found is None:
        return ()
    forms: list[Any] = [*FORMS, *(PICTURES if isinstance(found.view, ChartView) else ())]
    return tuple(Download(form.upper(), download_path(slug, asked, form)) for form in forms)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()
