"""How to cite figures: who published them, which edition of what, where they were read and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import override

from articles.embeds.foot import edition_text
from articles.numbers import NBSP, date_name
from stats.codebook import Codebook, EditionFacts, Source
from stats.labels import LANGUAGES, Label, Language


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation, in one language."""

    language: Language
    text: str


def citations(book: Codebook, *, addresses: dict[str, str], on: date) -> tuple[Citation, ...]:
    """A citation in each language; `addresses` are whole addresses by language."""
    found = []
    for language in LANGUAGES:
        with override(language):
            text = _text(book.source, book.title, book.edition, addresses[language], on, language)
        found.append(Citation(language, text))
    return tuple(found)


def _text(
    source: Source, title: Label, edition: EditionFacts, address: str, on: date, language: Language
) -> str:
    publisher, name = source.publisher.in_language(language), title.in_language(language)
    issue, day = edition_text(edition, language), date_name(on, language)
    site = settings.STET_SITE_NAME
    modelled = edition.modelled.in_language(language)
    if language == "fr":
        said = f"{publisher}, «{NBSP}{name}{NBSP}», {issue}. Consulté le {day} sur {site}{NBSP}: {address}"
    else:
        said = f"{publisher}, “{name}”, {issue}. Accessed {day} on {site}: {address}"
    return f"{said} [{modelled}]" if modelled else said
