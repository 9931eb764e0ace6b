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
from articles.explorer.controls import Controls
from articles.explorer.fields import FormView
from articles.explorer.files import Words, csv_file, json_file, png_file, svg_file, xlsx_file
from articles.explorer.form import form
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import FORMS, PICTURES, dataset_path, download_path, members_path, table_path
from articles.explorer.result import Result, result
from articles.explorer.trouble import Trouble, Troubles
from stats.answers import Answer
from stats.codebook import Codebook
from stats.queries.asking import ask
from stats.queries.codebooks import codebook
from stats.queries.public_editions import public_editions
from stats.questions import QuestionError


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
    troubles: tuple[Trouble, ...]
    result: Result | None
    downloads: tuple[Download, ...]
    citations: tuple[Citation, ...]


def table_page(asked: Asked, book: Codebook, *, at: datetime) -> TableView:
    """The page for what is asked of a dataset, whether or not it can be answered."""
    language = active()
    editions = public_editions(book.slug)
    book, shown, troubles = answered(asked, book)
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
        form=form(Controls(asked, book, troubles, language), editions),
        troubles=tuple(troubles),
        result=found,
        downloads=_downloads(asked, book.slug, found),
        citations=citations(book, addresses=framed.addresses, on=_day(at)) if found else (),
    )


def answered(asked: Asked, book: Codebook) -> tuple[Codebook, Answer | None, list[Trouble]]:
    """The codebook of the edition that is asked, the answer where there is one, and what is wrong."""
    troubles = list(Troubles(asked, book, active()).of_addresses())
    try:
        question = question_of(asked, book)
        if question.as_of is not None:
            book = codebook(book.slug, question.as_of)
            # Members are looked up among those that the edition had.
            question = question_of(asked, book)
        return book, ask(question), troubles
    except QuestionError as error:
        said = Troubles(asked, book, active())
        found = {trouble.field: trouble for trouble in (said.of_question(error), *said.of_members())}
        return book, None, [*troubles, *found.values()]


def _downloads(asked: Asked, slug: str, found: Result | None) -> tuple[Download, ...]:
    if found is None:
        return ()
    forms: list[Any] = [*FORMS, *(PICTURES if isinstance(found.view, ChartView) else ())]
    return tuple(Download(form.upper(), download_path(slug, asked, form)) for form in forms)


def file_of(asked: Asked, book: Codebook, ending: str, *, at: datetime) -> bytes:
    """What is asked as a file; QuestionError or EmbedError where it cannot be answered or drawn."""
    language = active()
    question = question_of(asked, book)
    if question.as_of is not None:
        book = codebook(book.slug, question.as_of)
    answer = ask(question)
    match ending:
        case "csv":
            return csv_file(answer)
        case "json":
            return json_file(answer)
        case "xlsx":
            addresses = frame(lambda: table_path(book.slug, canonical(asked, book))).addresses
            cited = citations(book, addresses=addresses, on=_day(at))
            return xlsx_file(answer, Words(book, cited, language))
    view = result(answer, asked.show, language).view
    if not isinstance(view, ChartView):
        raise EmbedError(f"a {asked.show} is no picture: a bar or line chart is expected")
    return svg_file(view) if ending == "svg" else png_file(view)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()
