"""What stands over every embed: the editor's title or a plain one, and what the figures are about."""

from __future__ import annotations

from articles.document.nodes import EmbedBlock
from articles.embeds.comparing import Periods, head_text
from articles.embeds.options import SIZE
from articles.embeds.period_words import covered
from articles.embeds.view import Head, Phrase, phrase
from stats.answers import AnsweredPeriod, Provenance
from stats.labels import Language


def head(
    about: Provenance,
    block: EmbedBlock,
    language: Language,
    *,
    period: AnsweredPeriod | None,
    periods: Periods,
) -> Head:
    """The title, and below it the unit, the chosen members and the period where one holds for all figures."""
    title = Phrase(block.title) if block.title else phrase(about.dataset_title, language)
    words = [head_text(about, periods, language)]
    words += [phrase(member.label, language) for _, member in about.where]
    if period is not None:
        words.append(Phrase(covered(about, period, language)))
    return Head(title, tuple(words), block.note, size=SIZE.of(block.options))
