"""The period of a figure in words, with the months that a moving sum adds up.

A moving sum is asked for by the month that ends it; to call it by that month alone would be wrong by eleven.
"""

from __future__ import annotations

from articles.embeds import phrases
from articles.embeds.phrases import say
from articles.numbers import period_name
from stats.answers import AnsweredPeriod, Provenance
from stats.labels import Language
from stats.questions import Measure


def covered(about: Provenance, period: AnsweredPeriod, language: Language) -> str:
    """`June 2024`; of a moving sum `twelve months to June 2024`."""
    name = period_name(period.answered, language)
    if about.question.measure is Measure.MOVING_SUM:
        return say(phrases.TWELVE_MONTHS, language, month=name)
    return name
