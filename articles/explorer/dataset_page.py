"""The page of a dataset: what is measured, its dimensions, its editions, and where to begin asking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.embeds.view import Phrase, phrase
from articles.explorer.address import Asked
from articles.explorer.asking import FEW_ROWS, obstacle, usual, usual_length
from articles.explorer.choosing import Show
from articles.explorer.cite import Citation, citations
from articles.explorer.frame import Frame, active, frame
from articles.explorer.listing import overdue
from articles.explorer.places import dataset_path, table_path
from articles.numbers import date_name, number, period_name
from stats.codebook import Codebook, Dimension, Measures
from stats.labels import Language
from stats.models import Dataset
from stats.periods import Frequency
from stats.queries.freshness import freshness
from stats.queries.public_editions import PublicEdition, public_editions
from stats.values import Disclosure

FEW = 8
"""How many members are named without unfolding the list."""


@dataclass(frozen=True, slots=True)
class DimensionView:
    """A dimension: its name, how many members it has, the first of them and all of them."""

    slug: str
    label: Phrase
    count: str
    first: tuple[Phrase, ...]
    rest: tuple[Phrase, ...]
    href: str
    """The table tool with its members as rows."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """A line of the list of editions."""

    number: str
    in_force: bool
    since: str
    until: str
    cut_off: str
    new: str
    revised: str
    href: str
    """The table tool as of this edition."""


@dataclass(frozen=True, slots=True)
class Begin:
    """A question to begin with."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class DatasetView:
    """What the template gets."""

    frame: Frame
    slug: str
    title: Phrase
    counts: Phrase
    measured: tuple[str, ...]
    """What may be done with the figures, in sentences."""
    covers: str
    notes: tuple[Phrase, ...]
    dimensions: tuple[DimensionView, ...]
    editions: tuple[EditionView, ...]
    begins: tuple[Begin, ...]
    table_href: str
    publisher: Phrase
    source_title: Phrase
    source_url: str
    licence: Phrase
    files: tuple[str, ...]
    overdue: str
    checked: str
    modelled: Phrase | None
    citations: tuple[Citation, ...]


def dataset_page(book: Codebook, *, at: datetime) -> DatasetView:
    """The page of a dataset as of the edition in force."""
    language = active()
    framed = frame(lambda: dataset_path(book.slug))
    fresh = freshness(Dataset.objects.filter(slug=book.slug), at=at)[book.slug]
    modelled = book.edition.modelled
    checked = timezone.localtime(fresh.answered_at).date() if fresh.answered_at else None
    return DatasetView(
        frame=framed,
        slug=book.slug,
        title=phrase(book.title, language),
        counts=phrase(book.counts, language),
        measured=measured(book, language),
        covers=_covers(book, language),
        notes=tuple(phrase(note, language) for note in book.notes),
        dimensions=tuple(_dimension(d, book, language) for d in book.dimensions),
        editions=tuple(_edition(e, book, language) for e in public_editions(book.slug)),
        begins=tuple(_begins(book, language)),
        table_href=table_path(book.slug),
        publisher=phrase(book.source.publisher, language),
        source_title=phrase(book.source.title, language),
        source_url=book.source.url,
        licence=phrase(book.source.licence, language),
        files=book.source.files,
        overdue=overdue(fresh, language),
        checked=date_name(checked, language) if checked else "",
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
        citations=citations(book, addresses=framed.addresses, on=timezone.localtime(at).date()),
    )


_MEASURED = {
    Measures.EVENTS: gettext_lazy("Counts what happens in a period."),
    Measures.UNIQUE_PERSONS: gettext_lazy(
        "Counts each person once in a period, however often something happens."
    ),
    Measures.STOCK: gettext_lazy("Counts how many there are on a date."),
}


def measured(book: Codebook, language: Language) -> tuple[str, ...]:
    """What the dataset measures, what may be added up, and how small numbers are protected."""
    months = _("Months may be added up to quarters and years.")
    if not book.months_add:
        months = _("Figures of different periods must not be added up; longer periods are as published.")
    members = "" if book.members_add else _("Members must not be added up either; totals are as published.")
    return tuple(
        filter(None, (str(_MEASURED[book.measures]), months, members, *_protected(book.disclosure, language)))
    )


def _protected(disclosure: Disclosure, language: Language) -> list[str]:
    found = []
    if disclosure.base > 1:
        said = _("Every figure is rounded to a multiple of %(base)s.")
        found.append(said % {"base": number(disclosure.base, language)})
    else:
        found.append(_("Figures are printed as they are, without rounding."))
    if disclosure.hidden_to:
        said = _("Numbers from %(low)s to %(high)s are suppressed and printed as “--”; they are not zero.")
        low, high = number(disclosure.hidden_from, language), number(disclosure.hidden_to, language)
        found.append(said % {"low": low, "high": high})
    return found


def _covers(book: Codebook, language: Language) -> str:
    since, until = book.coverage.since, book.coverage.until
    if since is None or until is None:
        return ""
    if not book.coverage.of(Frequency.MONTH):
        return f"{since.year}–{until.year}"
    said = _("%(since)s to %(until)s")
    return said % {"since": period_name(since, language), "until": period_name(until, language)}


def _dimension(dimension: Dimension, book: Codebook, language: Language) -> DimensionView:
    members = tuple(phrase(member.label, language) for member in dimension.members)
    count = ngettext("%(count)s member", "%(count)s members", len(members))
    ranking = {"over": dimension.slug, "kind": "ranking", "period": {"latest": usual_length(book)}}
    asked = Asked(Show.RANKING, {"dataset": book.slug, **ranking})
    if len(members) > FEW_ROWS:
        asked = asked.but(top=FEW_ROWS)
    return DimensionView(
        slug=dimension.slug,
        label=phrase(dimension.label, language),
        count=count % {"count": number(len(members), language)},
        first=members[:FEW],
        rest=members[FEW:],
        href=table_path(book.slug, asked),
    )


def _edition(edition: PublicEdition, book: Codebook, language: Language) -> EditionView:
    facts = edition.facts
    since = timezone.localtime(facts.in_force_since).date() if facts.in_force_since else None
    return EditionView(
        number=number(edition.number, language),
        in_force=edition.in_force,
        since=date_name(since, language) if since else "",
        until=period_name(facts.covers_until, language) if facts.covers_until else "",
        cut_off=date_name(facts.cut_off, language) if facts.cut_off else "",
        new=number(edition.cells.get("new", 0), language),
        revised=number(edition.cells.get("revised", 0), language),
        href=table_path(book.slug, usual(book).but(as_of=edition.number)),
    )


def _begins(book: Codebook, language: Language) -> list[Begin]:
    """Questions to begin with, as far as this dataset can answer them."""
    first, length = book.dimensions[0].slug, usual_length(book)
    base = {"dataset": book.slug}
    offered = [
        (
            _("Ranking by %(dimension)s, latest period"),
            Asked(
                Show.RANKING,
                base | {"kind": "ranking", "over": first, "period": {"latest": length}, "top": FEW_ROWS},
            ),
        ),
        (
            _("Table by %(dimension)s over time"),
            Asked(Show.TABLE, base | {"kind": "table", "over": first, "period": {"last": 5, "of": length}}),
        ),
        (
            _("All together over time, as a line"),
            Asked(Show.LINE, base | {"kind": "series", "period": {"last": 36, "of": "month"}}),
        ),
        (
            _("All together over time, as a line"),
            Asked(Show.LINE, base | {"kind": "series", "period": {"last": 20, "of": "year"}}),
        ),
    ]
    name = book.dimensions[0].label.in_language(language).lower()
    found: dict[str, Begin] = {}
    for label, asked in offered:
        if obstacle(asked, book) is None:
            said = label % {"dimension": name}
            found.setdefault(said, Begin(said, table_path(book.slug, asked)))
    return list(found.values())
