"""What one edition changed, cell by cell: chosen by kind and member, page by page, the largest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.embeds.view import Cell, Phrase, phrase
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import dataset_path, history_path
from articles.ledger import words
from articles.ledger.places import changes_file_path, changes_path, revisions_path
from articles.numbers import number, period_name
from stats.codebook import Codebook
from stats.labels import Language
from stats.queries.edition_changes import CellChange, EditionChanges, Kind
from stats.questions import QuestionError, parse

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an address chooses: a kind of change, names of members by dimension, and a page from 1."""

    kind: Kind | None
    members: Mapping[str, str]
    page: int = 1

    def parameters(self, page: int = 1) -> list[tuple[str, str]]:
        """The same as parameters of an address."""
        found = [("kind", self.kind.value)] if self.kind else []
        found += [(slug, name) for slug, name in self.members.items()]
        return found + ([("page", str(page))] if page > 1 else [])


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of change in the form."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MemberField:
    """A field for a member of a dimension, with what is wrong with what was typed."""

    slug: str
    label: Phrase
    value: str
    error: str
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed cell."""

    period: str
    members: tuple[Phrase, ...]
    kind: str
    old: Cell
    new: Cell
    moved: str
    history_href: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What the template gets."""

    frame: Frame
    title: Phrase
    dataset_href: str
    revisions_href: str
    edition: str
    state: str
    counted: tuple[str, ...]
    before: str
    """The number of the edition compared with; empty for the first."""
    before_href: str
    kinds: tuple[str, ...]
    modelled: Phrase | None
    kind_choices: tuple[KindChoice, ...]
    fields: tuple[MemberField, ...]
    dimensions: tuple[Phrase, ...]
    count: str
    changes: tuple[ChangeLine, ...]
    page: str
    pages: str
    previous_href: str
    next_href: str
    csv_href: str


def choose(found: EditionChanges, chosen: Chosen) -> tuple[EditionChanges, Mapping[str, QuestionError]]:
    """The changes that are chosen, and what is wrong with names of members, by dimension."""
    ids: dict[int, frozenset[int]] = {}
    errors: dict[str, QuestionError] = {}
    for dimension in found.book.dimensions:
        if not (name := chosen.members.get(dimension.slug, "")):
            continue
        try:
            ids[dimension.axis] = frozenset({dimension.named(name, path=dimension.slug).id})
        except QuestionError as error:
            errors[dimension.slug] = error
    return found.chosen(chosen.kind, ids), errors


def changes_page(found: EditionChanges, chosen: Chosen) -> ChangesView:
    """A page of the changes of an edition."""
    language = active()
    book, edition, before = found.book, found.edition, found.before
    shown, errors = choose(found, chosen)
    pages = max(1, -(-shown.count // ON_A_PAGE))
    at = min(chosen.page, pages)
    lines = shown.largest_first().cells((at - 1) * ON_A_PAGE, ON_A_PAGE)
    modelled = edition.facts.modelled

    def href(page: int) -> str:
        return changes_path(book.slug, edition.number, chosen.parameters(page))

    return ChangesView(
        frame=frame(lambda: changes_path(book.slug, edition.number)),
        title=phrase(book.title, language),
        dataset_href=dataset_path(book.slug),
        revisions_href=revisions_path(book.slug),
        edition=number(edition.number, language),
        state=words.state(edition, language),
        counted=words.counted(edition, language),
        before=number(before.number, language) if before else "",
        before_href=changes_path(book.slug, before.number) if before else "",
        kinds=words.kinds(edition, language),
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
        kind_choices=_kind_choices(found, chosen, language),
        fields=_fields(book, chosen, errors, language),
        dimensions=tuple(phrase(d.label, language) for d in book.dimensions),
        count=number(shown.count, language),
        changes=tuple(_line(change, book, language) for change in lines),
        page=number(at, language),
        pages=number(pages, language),
        previous_href=href(at - 1) if at > 1 else "",
        next_href=href(at + 1) if at < pages else "",
        csv_href=changes_file_path(book.slug, edition.number, chosen.parameters()),
    )


def _kind_choices(found: EditionChanges, chosen: Chosen, language: Language) -> tuple[KindChoice, ...]:
    counts = found.counts
    every = KindChoice("", _("all (%(count)s)") % {"count": number(found.count, language)}, not chosen.kind)
    return every, *(
        KindChoice(
            kind.value,
            f"{words.CELL_KINDS[kind]} ({number(counts[kind], language)})",
            kind is chosen.kind,
        )
        for kind in Kind
    )


def _fields(
    book: Codebook, chosen: Chosen, errors: Mapping[str, QuestionError], language: Language
) -> tuple[MemberField, ...]:
    return tuple(
        MemberField(
            slug=dimension.slug,
            label=phrase(dimension.label, language),
            value=chosen.members.get(dimension.slug, ""),
            error=_("There is no such member.") if dimension.slug in errors else "",
            nearest=tuple(errors[dimension.slug].accepted) if dimension.slug in errors else (),
        )
        for dimension in book.dimensions
    )


def _line(change: CellChange, book: Codebook, language: Language) -> ChangeLine:
    where = {d.slug: member.code for d, member in zip(book.dimensions, change.members, strict=True)}
    question = parse({"dataset": book.slug, "where": where, "period": str(change.period)})
    return ChangeLine(
        period=period_name(change.period, language),
        members=tuple(phrase(member.label, language) for member in change.members),
        kind=str(words.CELL_KINDS[change.kind]),
        old=words.printed(change.old, change.old_status, language),
        new=words.printed(change.new, change.new_status, language),
        moved=words.signed(change.moved, language),
        history_href=history_path(question),
    )
