"""The checklist above the form: each line with its place in words, a link to it, and what could be done."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.utils.translation import get_language

from articles import publishing
from articles.admin.places import place_of
from articles.checklist import Note, Offer, Severity
from articles.models import Article
from articles.numbers import number
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A figure that a button puts in the place of what was typed; `binding` is what the text then stores."""

    what: str
    shown: str
    exact: bool
    binding: str


@dataclass(frozen=True, slots=True)
class Line:
    """One note as the page shows it."""

    severity: Severity
    place: str
    path: str
    anchor: str
    quote: str
    message: str
    offers: tuple[OfferLine, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """All lines, those that stop publication apart."""

    errors: tuple[Line, ...]
    warnings: tuple[Line, ...]


def checklist(article: Article) -> Checklist:
    """What stands between an article as it is saved and its readers, in the language of the interface."""
    language: Language = "fr" if (get_language() or "").startswith("fr") else "en"
    lines = [_line(note, language) for note in publishing.checklist(article=article)]
    return Checklist(
        errors=tuple(line for line in lines if line.severity is Severity.ERROR),
        warnings=tuple(line for line in lines if line.severity is Severity.WARNING),
    )


def _line(note: Note, language: Language) -> Line:
    place = place_of(note.path)
    return Line(
        severity=note.severity,
        place=place.words,
        path=note.path,
        anchor=place.anchor,
        quote=note.quote,
        message=note.sentence.in_language(language),
        offers=() if place.field else tuple(_offer(offer, language) for offer in note.offers),
    )


def _offer(offer: Offer, language: Language) -> OfferLine:
    whole = offer.shown == round(offer.shown)
    return OfferLine(
        what=offer.what.in_language(language),
        shown=number(offer.shown, language, 0 if whole else 1),
        exact=offer.exact,
        binding=json.dumps({"question": offer.question.as_json(), "wording": "number"}, ensure_ascii=False),
    )
