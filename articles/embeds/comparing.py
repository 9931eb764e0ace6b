"""What shares, changes and ratios are measured against, in words: for headings, feet and explanations.

Only what differs from the figure itself is named: the members that take the place of others, another period,
another edition.
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.embeds import phrases
from articles.embeds.cell import cell
from articles.embeds.phrases import say
from articles.embeds.view import Phrase, phrase
from articles.numbers import number, period_name
from articles.numbers.french import de
from stats.answers import AnsweredPeriod, Compared, Comparison, Provenance
from stats.codebook import Member, Role
from stats.labels import Label, Language
from stats.questions import Against, Before, Measure

Periods = Sequence[AnsweredPeriod]
"""The periods of an answer, in its order."""


def unit_text(about: Provenance, periods: Periods, language: Language) -> Phrase:
    """The unit of the figures: `permits`, `percent of all provinces`, `percent change from 2020`."""
    if about.comparison is None or about.question.measure is Measure.VALUE:
        unit = phrase(about.unit, language)
        if about.question.measure is not Measure.MOVING_SUM or unit.lang:
            return unit
        return Phrase(say(phrases.IN_TWELVE_MONTHS, language, unit=unit))
    other = _names(about, about.comparison, periods, language)
    measure = about.question.measure
    if measure is Measure.SHARE:
        return Phrase(_share_of(_differing(about, about.comparison), other, language))
    names = phrases.UNITS if _differing(about, about.comparison) else phrases.UNITS_IN_TIME
    name = names.get(measure)
    return phrase(about.unit, language) if name is None else Phrase(say(name, language, other=other))


def head_text(about: Provenance, periods: Periods, language: Language) -> Phrase:
    """What is counted, and what is said of it: `Permits`, `Permits, percent of all provinces`."""
    counted = phrase(about.unit, language)
    capital = counted.text[:1].upper() + counted.text[1:]
    if about.comparison is None or about.question.measure is Measure.VALUE:
        return Phrase(capital, counted.lang)
    return Phrase(f"{capital}, {unit_text(about, periods, language)}", counted.lang)


def compared_text(about: Provenance, periods: Periods, language: Language) -> str:
    """The sentence of a foot: what shares are of, what figures add up or compare with; empty for values."""
    if about.question.measure is Measure.MOVING_SUM:
        return say(phrases.MOVING_SUMS, language)
    if about.comparison is None or about.question.measure is Measure.VALUE:
        return ""
    other = _names(about, about.comparison, periods, language)
    said = phrases.SHARES_OF if about.question.measure is Measure.SHARE else phrases.COMPARED_WITH
    return say(said, language, other=other)


def compared_figure(about: Provenance, found: Compared, language: Language) -> str:
    """The sentence of an explanation, which names the other members, the period, and their figure."""
    words = [phrase(member.label, language).text for _, member in _differing(about, found)]
    if found.period is not None:
        words.append(period_name(found.period.answered, language))
    if found.edition.number != about.edition.number:
        words.append(_edition(found.edition.number, language))
    figure = cell(found.figure, language)
    share = about.question.measure is Measure.SHARE
    said = phrases.SHARE_OF_FIGURE if share else phrases.COMPARED_WITH_FIGURE
    return say(said, language, other=", ".join(words), figure=figure.spoken or figure.text)


def before_text(about: Provenance, periods: Periods, language: Language) -> str:
    """What a ranking has moved from: `2020`, `edition 1`; empty where it is compared with nothing."""
    return "" if about.comparison is None else _names(about, about.comparison, periods, language)


def _differing(about: Provenance, other: Comparison | Compared) -> list[tuple[Label, Member]]:
    """The members of the other side that are not the figure's own."""
    return [pair for pair in other.where if pair not in about.where]


def _names(about: Provenance, comparison: Comparison, periods: Periods, language: Language) -> str:
    words = [phrase(member.label, language).text for _, member in _differing(about, comparison)]
    if len(words) == 1 and _differing(about, comparison)[0][1].role is Role.TOTAL:
        words = [_small(words[0])]
    words += _periods(about.question.against, comparison, periods, language)
    if comparison.edition.number != about.edition.number:
        words.append(_edition(comparison.edition.number, language))
    return ", ".join(words)


def _periods(
    against: Against | None, comparison: Comparison, periods: Periods, language: Language
) -> list[str]:
    """The other period where there is one; where each period has its own, how they follow."""
    others = [other.answered if other else None for other in comparison.periods]
    if others == [period.answered for period in periods]:
        return []
    known = {other for other in others if other is not None}
    if (len(known) == 1 and len(others) == 1) or against is None or not isinstance(against.period, Before):
        return [period_name(other, language) for other in sorted(known)]
    return [say(phrases.BEFORE[against.period], language)]


def _share_of(members: list[tuple[Label, Member]], other: str, language: Language) -> str:
    """`percent of all provinces`. A place needs an article in French: it stands apart."""
    if language == "en":
        return f"percent of {other}"
    if len(members) == 1 and members[0][1].role is Role.TOTAL:
        return f"pourcentage {de(other)}"
    return f"pourcentage de l’ensemble ({other})"


def _edition(n: int, language: Language) -> str:
    return _small(say(phrases.EDITION, language, number=number(n, language)))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
