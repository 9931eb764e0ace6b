"""The history of a figure: as first published, now, and in every edition between."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.embeds.cell import cell
from articles.embeds.period_words import covered
from articles.embeds.view import Cell, Phrase, phrase
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import dataset_path, history_path, proof_path
from articles.ledger import words
from articles.ledger.places import changes_path, revisions_path
from articles.numbers import number
from stats.labels import Language
from stats.queries.figure_history import FigureHistory, Said, figure_history
from stats.questions import Measure, Question


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What one edition says."""

    edition: str
    changes_href: str
    state: str
    counted: tuple[str, ...]
    shown: Cell | None
    moved: str
    """Against the edition before that says something; empty where it says the same."""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """What the template gets."""

    frame: Frame
    title: Phrase
    dataset_href: str
    revisions_href: str
    proof_href: str
    about: tuple[Phrase, ...]
    modelled: Phrase | None
    first: SaidLine | None
    now: SaidLine | None
    moved: str
    """From the first figure to the present one; empty where that cannot be said."""
    lines: tuple[SaidLine, ...]


def history_page(question: Question) -> HistoryView:
    """The history of a figure; QuestionError where there is none."""
    language = active()
    found = figure_history(question)
    book, answer = found.codebook, found.answer
    modelled = book.edition.modelled
    lines = _lines(found, language)
    first, now = found.first, found.now
    return HistoryView(
        frame=frame(lambda: history_path(found.question)),
        title=phrase(book.title, language),
        dataset_href=dataset_path(book.slug),
        revisions_href=revisions_path(book.slug),
        proof_href=proof_path(found.question),
        about=(
            phrase(answer.about.unit, language),
            *(phrase(member.label, language) for _label, member in answer.about.where),
            Phrase(covered(answer.about, answer.period, language)),
        ),
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
        first=lines[first.edition.number] if first else None,
        now=lines[now.edition.number] if now else None,
        moved=_moved(first, now, found, language),
        lines=tuple(lines.values()),
    )


def _lines(found: FigureHistory, language: Language) -> dict[int, SaidLine]:
    """Lines by the number of their edition, newest first."""
    by_number = {said.edition.number: said for said in found.said}
    lines = {}
    for said in found.said:
        edition = said.edition
        before = by_number.get(edition.base) if edition.base is not None else None
        lines[edition.number] = SaidLine(
            edition=number(edition.number, language),
            changes_href=changes_path(found.codebook.slug, edition.number) if edition.kept else "",
            state=words.state(edition, language),
            counted=words.counted(edition, language),
            shown=_shown(said, found, language),
            moved=_moved(before, said, found, language),
        )
    return lines


def _shown(said: Said, found: FigureHistory, language: Language) -> Cell | None:
    if said.figure is None:
        return None
    shown = cell(said.figure, language, found.answer.about)
    return replace(shown, href=proof_path(replace(found.question, as_of=said.edition.number)))


def _moved(before: Said | None, after: Said | None, found: FigureHistory, language: Language) -> str:
    """How a figure moved, where both are plain numbers or one became hidden or shown."""
    if before is None or after is None or before.figure is None or after.figure is None:
        return ""
    old, new = before.figure.value, after.figure.value
    if (old.number, old.status) == (new.number, new.status):
        return ""
    about = found.answer.about
    if old.number is None or new.number is None or about.question.measure is not Measure.VALUE:
        return _("changed")
    return words.signed(round(new.number - old.number), language)
