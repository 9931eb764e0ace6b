"""The editions of a dataset that readers saw, what each changed, and how much first figures move."""

from __future__ import annotations

from dataclasses import dataclass

from articles.embeds.view import Phrase, phrase
from articles.explorer.asking import usual
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import dataset_path, table_path
from articles.ledger import words
from articles.ledger.movement import MovementView, movement_view
from articles.ledger.places import changes_path, revisions_file_path, revisions_path
from articles.numbers import date_name, number, period_name
from stats.codebook import Codebook
from stats.labels import Language
from stats.queries.movement import movement
from stats.queries.public_editions import PublicEdition, public_editions


@dataclass(frozen=True, slots=True)
class EditionLine:
    """A line of the list of editions."""

    number: str
    href: str
    """What it changed; empty where its figures are no longer kept."""
    table_href: str
    state: str
    counted: tuple[str, ...]
    until: str
    cut_off: str
    new: str
    revised: str
    removed: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevisionsView:
    """What the template gets."""

    frame: Frame
    title: Phrase
    dataset_href: str
    modelled: Phrase | None
    editions: tuple[EditionLine, ...]
    movement: MovementView
    csv_href: str
    feed_href: str


def revisions_page(book: Codebook) -> RevisionsView:
    """The ledger of a dataset."""
    language = active()
    editions = public_editions(book.slug)
    modelled = book.edition.modelled
    return RevisionsView(
        frame=frame(lambda: revisions_path(book.slug)),
        title=phrase(book.title, language),
        dataset_href=dataset_path(book.slug),
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
        editions=tuple(_line(edition, book, language) for edition in editions),
        movement=movement_view(movement(book.slug, editions), language),
        csv_href=revisions_file_path(book.slug, "csv"),
        feed_href=revisions_file_path(book.slug, "atom"),
    )


def _line(edition: PublicEdition, book: Codebook, language: Language) -> EditionLine:
    facts, cells = edition.facts, edition.cells
    shown_as_of = usual(book).but(as_of=edition.number)
    return EditionLine(
        number=number(edition.number, language),
        href=changes_path(book.slug, edition.number) if edition.kept else "",
        table_href=table_path(book.slug, shown_as_of) if edition.kept else "",
        state=words.state(edition, language),
        counted=words.counted(edition, language),
        until=period_name(facts.covers_until, language) if facts.covers_until else "",
        cut_off=date_name(facts.cut_off, language) if facts.cut_off else "",
        new=number(cells.get("new", 0), language),
        revised=number(cells.get("revised", 0), language),
        removed=number(cells.get("removed", 0), language),
        kinds=words.kinds(edition, language),
    )
