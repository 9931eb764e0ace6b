"""What stands under every embed: source, edition, how the figures were made, and what their signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from articles.embeds import phrases
from articles.embeds.comparing import Periods, compared_text
from articles.embeds.phrases import say
from articles.embeds.view import Foot, phrase
from articles.numbers import date_name, number, period_name, range_of
from stats.answers import Figure, Made, Origin, Provenance
from stats.codebook import EditionFacts
from stats.labels import Language
from stats.values import Status


def foot(about: Provenance, figures: Sequence[Figure], language: Language, *, periods: Periods) -> Foot:
    """The foot of an embed that shows these figures of these periods."""
    modelled = about.edition.modelled
    return Foot(
        source=phrase(about.source.publisher, language),
        source_url=about.source.url,
        dataset=phrase(about.dataset_title, language),
        licence=phrase(about.source.licence, language),
        edition=edition_text(about.edition, language),
        made=made_text(figures, language),
        counts=phrase(about.counts, language),
        compared=compared_text(about, periods, language),
        key=key_text(figures, language),
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
        notes=tuple(phrase(note, language) for note in about.notes),
    )


def edition_text(edition: EditionFacts, language: Language) -> str:
    """`Edition 2, figures to July 2024, extracted July 31, 2024`"""
    shown = number(edition.number, language)
    if edition.covers_until is None:
        text = say(phrases.EDITION, language, number=shown)
    else:
        until = period_name(edition.covers_until, language)
        text = say(phrases.EDITION_UNTIL, language, number=shown, until=until)
    if edition.cut_off is None:
        return text
    return f"{text}, {say(phrases.CUT_OFF, language, day=date_name(edition.cut_off, language))}"


def made_text(figures: Sequence[Figure], language: Language) -> str:
    """Whether figures were printed or added up, of how many parts, how many of them suppressed."""
    single = len(figures) == 1
    derived = [figure.made for figure in figures if figure.made.origin is Origin.DERIVED]
    if derived:
        return _made(derived, phrases.DERIVED if single else phrases.DERIVED_ALL, language)
    sums = [figure.made for figure in figures if figure.made.origin is Origin.SUM and figure.made.parts > 1]
    if not sums:
        return say(phrases.STATED if single or not _totals(figures) else phrases.STATED_ALL, language)
    return _made(sums, phrases.SUM if single else phrases.SUMS, language)


def _made(found: Sequence[Made], said: phrases.MadeOf, language: Language) -> str:
    parts, hidden = sum(made.parts for made in found), sum(made.hidden for made in found)
    label = said.none if hidden == 0 else said.one if hidden == 1 else said.several
    return say(label, language, parts=number(parts, language), hidden=number(hidden, language))


def _totals(figures: Sequence[Figure]) -> bool:
    return any(figure.made.origin is Origin.STATED and figure.made.parts > 1 for figure in figures)


def key_text(figures: Sequence[Figure], language: Language) -> str:
    """What the signs in the figures mean; empty where there are only numbers."""
    found = []
    suppressed = [figure for figure in figures if figure.value.status is Status.SUPPRESSED]
    if suppressed:
        ranges = {figure.value.hard for figure in suppressed if figure.made.parts == 1}
        (bounds,) = ranges if len(ranges) == 1 else (None,)
        if bounds is None:
            found.append(say(phrases.SUPPRESSED_KEY_PLAIN, language))
        else:
            found.append(
                say(phrases.SUPPRESSED_KEY, language, range=range_of(bounds.low, bounds.high, language))
            )
    statuses = {figure.value.status for figure in figures}
    if Status.MISSING in statuses:
        found.append(say(phrases.MISSING_KEY, language))
    if Status.NOT_APPLICABLE in statuses:
        found.append(say(phrases.NOT_APPLICABLE_KEY, language))
    return " ".join(found)
