"""The proof of one figure: what it is, what it may stand for, and the cells that it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.embeds.cell import cell
from articles.embeds.foot import edition_text, made_text
from articles.embeds.period_words import covered
from articles.embeds.quantity import MEASURE_NAMES, is_change, quantity_of
from articles.embeds.view import Cell, Phrase, phrase
from articles.explorer.address import asked_of
from articles.explorer.choosing import Show
from articles.explorer.dataset_page import measured
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import dataset_path, history_path, proof_path, table_path
from articles.numbers import date_name, number, period_name, possible_text
from stats.answers import Compared, Figure, FigureAnswer, Made, Origin
from stats.codebook import Codebook
from stats.ingest.places import Place, files_of, places
from stats.labels import Language
from stats.models import Dataset, SourceFile
from stats.queries.asking import ask
from stats.queries.proof import Printed, Proof, ProvedCell, proof
from stats.questions import AMONG, Measure, Question, parse
from stats.values import Status, Value


@dataclass(frozen=True, slots=True)
class PartView:
    """One of the two figures that a measured one is made of."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class CellView:
    """A published cell: its period and members, what it says, where it stands, what it said before."""

    period: str
    members: tuple[Phrase, ...]
    shown: Cell
    places: tuple[str, ...]
    earlier: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A source file of the edition."""

    number: str
    name: str
    url: str
    sha256: str
    received: str
    fetched: bool


@dataclass(frozen=True, slots=True)
class ProofView:
    """What the template gets."""

    frame: Frame
    title: Phrase
    dataset_href: str
    table_href: str
    about: tuple[Phrase, ...]
    shown: Cell
    status: str
    hard: str
    sure: str
    deciding: str
    """Which of both bounds words rely on: `sure` or `hard`."""
    made: str
    formula: str
    parts: tuple[PartView, ...]
    """The figures that a measured one is made of; empty for plain ones."""
    dimensions: tuple[Phrase, ...]
    cells: tuple[CellView, ...]
    cropped: str
    files: tuple[FileView, ...]
    counts: Phrase
    measured: tuple[str, ...]
    edition: str
    modelled: Phrase | None
    history_href: str
    permanent_href: str
    """The same proof in the same edition, whatever comes after it."""


def proof_page(question: Question) -> ProofView:
    """The proof of a figure; QuestionError where it cannot be given."""
    language = active()
    answer = ask(question)
    if not isinstance(answer, FigureAnswer):
        raise TypeError(f"{question.kind!r} was answered with {type(answer).__name__}")
    plain = replace(question, measure=Measure.VALUE, of=None, against=None, over=None, exclude=None)
    found = proof(plain)
    measures = question.measure is not Measure.VALUE
    files = files_of(Dataset.objects.get(pk=found.codebook.dataset_id), found.codebook.edition.number)
    about = answer.about
    modelled = about.edition.modelled
    fixed = replace(question, as_of=about.edition.number)
    return ProofView(
        frame=frame(lambda: proof_path(question)),
        title=phrase(about.dataset_title, language),
        dataset_href=dataset_path(question.dataset),
        table_href=table_path(question.dataset, asked_of(question, Show.FIGURE)),
        about=_about(answer, language),
        shown=cell(answer.figure, language, about),
        status=_status(answer.figure.value),
        hard=_bounds(answer, "hard", language),
        sure=_bounds(answer, "sure", language),
        deciding=about.deciding,
        made=made_text([answer.figure], language),
        formula=str(_FORMULAS.get(question.measure.value, "")) if measures else "",
        parts=_parts(answer, plain, found, language) if measures else (),
        dimensions=tuple(phrase(d.label, language) for d in found.codebook.dimensions),
        cells=_cells(found, files, language),
        cropped=_cropped(found, language),
        files=tuple(_file(at, file, language) for at, file in enumerate(files, start=1)),
        counts=phrase(about.counts, language),
        measured=measured(found.codebook, language),
        edition=edition_text(about.edition, language),
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
        history_href=history_path(replace(question, as_of=None)),
        permanent_href=proof_path(fixed),
    )


def _about(answer: FigureAnswer, language: Language) -> tuple[Phrase, ...]:
    """What the figure is of: unit, or that it is a place; members and period."""
    measure = answer.about.question.measure
    members = tuple(phrase(member.label, language) for _label, member in answer.about.where)
    return (
        phrase(MEASURE_NAMES[measure] if measure in AMONG else answer.about.unit, language),
        *members,
        Phrase(covered(answer.about, answer.period, language)),
    )


_STATUSES = {
    Status.NORMAL: gettext_lazy("a number"),
    Status.SUPPRESSED: gettext_lazy("suppressed: too small to be printed"),
    Status.MISSING: gettext_lazy("not available: the publisher says nothing here"),
    Status.NOT_APPLICABLE: gettext_lazy("not applicable: the question makes no sense here"),
}

_FORMULAS = {
    "share": gettext_lazy("figure ÷ whole"),
    "change": gettext_lazy("figure − compared figure"),
    "percent_change": gettext_lazy("(figure − compared figure) ÷ compared figure"),
    "ratio": gettext_lazy("figure ÷ compared figure"),
    "index": gettext_lazy("figure ÷ compared figure × 100"),
    "contribution": gettext_lazy("(figure − compared figure) ÷ what the whole was before"),
    "moving_sum": gettext_lazy("sum of the twelve months that end with this one"),
    "monthly_mean": gettext_lazy("sum of the months ÷ how many there are"),
    "rank": gettext_lazy("place among the figures of all members, the largest first"),
    "rank_change": gettext_lazy("place before − place now"),
}


def _status(value: Value) -> str:
    return str(_STATUSES[value.status])


def _bounds(answer: FigureAnswer, kind: str, language: Language) -> str:
    """The bounds in words; empty where only one number is possible or none is known."""
    bounds = answer.figure.value.hard if kind == "hard" else answer.figure.value.sure
    return possible_text(
        bounds, language=language, quantity=quantity_of(answer.about), signed=is_change(answer.about)
    )


def _parts(answer: FigureAnswer, plain: Question, found: Proof, language: Language) -> tuple[PartView, ...]:
    first = ask(plain)
    if not isinstance(first, FigureAnswer):
        return ()
    parts = [PartView(_("figure"), replace(cell(first.figure, language), href=proof_path(plain)))]
    if answer.compared is not None:
        whole = answer.about.question.measure is Measure.SHARE
        other = _compared_question(answer.compared, plain, found.codebook)
        label = _("whole") if whole else _("compared figure")
        shown = cell(answer.compared.figure, language)
        parts.append(PartView(label, replace(shown, href=proof_path(other) if other else "")))
    return tuple(parts)


def _compared_question(compared: Compared, plain: Question, book: Codebook) -> Question | None:
    """The question for what a figure is compared with."""
    if compared.period is None:
        return None
    slugs = {dimension.label: dimension.slug for dimension in book.dimensions}
    where: dict[str, list[str]] = {}
    for label, member in compared.where:
        where.setdefault(slugs[label], []).append(member.code)
    raw = {"dataset": plain.dataset, "period": str(compared.period.asked)}
    pinned = plain.as_of is not None or compared.edition.number != book.edition.number
    asked = parse(raw | ({"where": where} if where else {}))
    return replace(asked, as_of=compared.edition.number if pinned else None)


def _cells(found: Proof, files: tuple[SourceFile, ...], language: Language) -> tuple[CellView, ...]:
    dataset = Dataset.objects.get(pk=found.codebook.dataset_id)
    keys = [(proved.codes, proved.period) for proved in found.cells]
    placed = places(dataset, files, keys)
    numbers = {file.pk: at for at, file in enumerate(files, start=1)}
    return tuple(_cell(c, placed[c.codes, c.period], numbers, language) for c in found.cells)


def _cell(
    proved: ProvedCell, placed: tuple[Place, ...], numbers: Mapping[int, int], language: Language
) -> CellView:
    return CellView(
        period=period_name(proved.period, language),
        members=tuple(phrase(member.label, language) for member in proved.members),
        shown=_printed(proved.number, proved.status, language),
        places=tuple(_place(place, numbers, language) for place in placed),
        earlier=tuple(_earlier(said, language) for said in proved.earlier),
    )


def _printed(x: int | None, status: Status, language: Language) -> Cell:
    return cell(Figure(Value(x, status), Made(Origin.STATED)), language)


def _place(place: Place, numbers: Mapping[int, int], language: Language) -> str:
    file = number(numbers[place.file.pk], language)
    row = number(place.row, language)
    if place.column is None:
        return _("file %(file)s, line %(row)s") % {"file": file, "row": row}
    said = {"file": file, "row": row, "column": letters(place.column), "sheet": place.sheet}
    if place.sheet:
        return _("file %(file)s, sheet “%(sheet)s”, row %(row)s, column %(column)s") % said
    return _("file %(file)s, line %(row)s, column %(column)s") % said


def letters(column: int) -> str:
    """The letters by which spreadsheets call a column: 1 is A, 27 is AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _earlier(said: Printed, language: Language) -> str:
    shown = _printed(said.number, said.status, language).text
    if said.first == said.last:
        return _("%(shown)s in edition %(first)d") % {"shown": shown, "first": said.first}
    span = {"shown": shown, "first": said.first, "last": said.last}
    return _("%(shown)s in editions %(first)d to %(last)d") % span


def _cropped(found: Proof, language: Language) -> str:
    left = found.count - len(found.cells)
    if left <= 0:
        return ""
    said = ngettext(
        "The first %(shown)s of %(count)s cells are listed; %(left)s more is not.",
        "The first %(shown)s of %(count)s cells are listed; %(left)s more are not.",
        left,
    )
    figures = {"shown": len(found.cells), "count": found.count, "left": left}
    return said % {name: number(x, language) for name, x in figures.items()}


def _file(at: int, file: SourceFile, language: Language) -> FileView:
    return FileView(
        number=number(at, language),
        name=file.name,
        url=file.url,
        sha256=file.sha256,
        received=date_name(timezone.localtime(file.received_at).date(), language),
        fetched=bool(file.url),
    )
