"""The sources of a page, one for each edition of each dataset that it shows figures of."""

from __future__ import annotations

from dataclasses import dataclass

from articles.embeds.foot import edition_text
from articles.embeds.view import Phrase, phrase
from stats.answers import Provenance
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class Source:
    """An edition of a dataset as the foot of a page names it."""

    slug: str
    """The slug of the dataset, whose page says more."""
    publisher: Phrase
    dataset: Phrase
    url: str
    licence: Phrase
    edition: str
    counts: Phrase
    modelled: Phrase | None


def sources(provenances: tuple[Provenance, ...], language: Language) -> tuple[Source, ...]:
    """The sources in the order in which the text first uses them."""
    return tuple(
        Source(
            slug=about.question.dataset,
            publisher=phrase(about.source.publisher, language),
            dataset=phrase(about.dataset_title, language),
            url=about.source.url,
            licence=phrase(about.source.licence, language),
            edition=edition_text(about.edition, language),
            counts=phrase(about.counts, language),
            modelled=phrase(about.edition.modelled, language)
            if about.edition.modelled.in_language(language)
            else None,
        )
        for about in provenances
    )
