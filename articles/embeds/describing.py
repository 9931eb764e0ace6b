"""What those hear who do not see an embed: its extent, its highest and lowest, its course.

Made from the figures, and no more precise than they are: what their bounds leave open is said to be open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds.cell import cell, deciding
from articles.embeds.phrases import say
from articles.embeds.quantity import is_change
from articles.embeds.view import Head, phrase
from articles.numbers import number, period_name
from stats.answers import Figure, Provenance, RankingAnswer, TableAnswer
from stats.labels import Label, Language
from stats.periods import Period
from stats.values import Status

MOST_NAMED = 2
"""How many may share a place by name; of more, the first is named and the others are counted."""


@dataclass(frozen=True, slots=True)
class Named:
    """A figure and what it is called."""

    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class _Place:
    """The three ways to say who holds a place."""

    one: Label
    open: Label
    many: Label


_HIGHEST = _Place(phrases.HIGHEST, phrases.HIGHEST_OPEN, phrases.HIGHEST_MANY)
_LOWEST = _Place(phrases.LOWEST, phrases.LOWEST_OPEN, phrases.LOWEST_MANY)


def described(head: Head, made: str, block: EmbedBlock) -> Head:
    """The head with the description that is made, and behind it what the editor adds."""
    return replace(head, description=" ".join(filter(None, (made, block.description))))


def ranking_description(answer: RankingAnswer, language: Language) -> str:
    """Of a ranking: how many, the highest and the lowest."""
    named = [Named(str(phrase(row.member.label, language)), row.figure) for row in answer.rows]
    opening = say(phrases.RANKING, language, count=number(len(named), language))
    return " ".join((opening, *extremes(named, answer.about, language)))


def table_description(answer: TableAnswer, language: Language) -> str:
    """Of a table: its size, and how many of its figures there are not. Rows may be wholes of others."""
    figures = [Named("", figure) for row in answer.rows for figure in row.figures]
    series = all(row.member is None for row in answer.rows)
    rows, columns = (len(answer.columns), 1) if series else (len(answer.rows), len(answer.columns))
    said = say(phrases.TABLE, language, rows=number(rows, language), columns=number(columns, language))
    return " ".join((said, *absent(figures, language)))


def extremes(named: Sequence[Named], about: Provenance, language: Language) -> tuple[str, ...]:
    """The highest and the lowest in a sentence each, then how many figures there are not."""
    known = [one for one in named if deciding(one.figure, about) is not None]
    found: tuple[str, ...] = ()
    if len(known) > 1:
        # Printed figures are named before those that are only known by their bounds.
        printed = [one for one in known if one.figure.value.number is not None]
        printed.sort(key=lambda one: one.figure.value.number or 0)
        hidden = [one for one in known if one.figure.value.number is None]
        highest, lowest = (
            [*sorted(printed, key=lambda one: -(one.figure.value.number or 0)), *hidden],
            [*printed, *hidden],
        )
        floor = max(_bounds(one, about)[0] for one in known)
        ceiling = min(_bounds(one, about)[1] for one in known)
        found = (
            _placed(_HIGHEST, highest, lambda one: _bounds(one, about)[1] >= floor, about, language),
            _placed(_LOWEST, lowest, lambda one: _bounds(one, about)[0] <= ceiling, about, language),
        )
    return (*found, *absent(named, language))


def absent(named: Sequence[Named], language: Language) -> tuple[str, ...]:
    """How many figures are suppressed, and how many not available."""
    found = []
    for status, one, several in (
        (Status.SUPPRESSED, phrases.ONE_HIDDEN, phrases.HIDDEN),
        (Status.MISSING, phrases.ONE_MISSING, phrases.MISSING),
    ):
        count = sum(each.figure.value.status is status for each in named)
        if count:
            found.append(say(one if count == 1 else several, language, count=number(count, language)))
    return tuple(found)


def direction(before: Figure, now: Figure, about: Provenance) -> int | None:
    """1 for surely more than before, -1 for surely less, 0 for surely the same, None for what stays open."""
    one, two = deciding(before, about), deciding(now, about)
    if one is None or two is None:
        return None
    if two.low > one.high:
        return 1
    if two.high < one.low:
        return -1
    return 0 if one == two and one.low == one.high else None


def course(
    name: str,
    first: tuple[Period, Figure],
    last: tuple[Period, Figure],
    about: Provenance,
    language: Language,
) -> str:
    """From where to where something went, and in which direction if the figures settle it."""
    moved = direction(first[1], last[1], about)
    said = phrases.ROSE if moved == 1 else phrases.FELL if moved == -1 else phrases.COURSE
    if is_change(about):
        said = phrases.COURSE
    return say(
        said,
        language,
        name=name,
        first=spoken(first[1], about, language),
        start=period_name(first[0], language),
        last=spoken(last[1], about, language),
        end=period_name(last[0], language),
    )


def spoken(figure: Figure, about: Provenance, language: Language) -> str:
    """A figure as it is read out."""
    shown = cell(figure, language, about)
    return shown.spoken or shown.text


def _bounds(one: Named, about: Provenance) -> tuple[float, float]:
    bounds = deciding(one.figure, about)
    if bounds is None:
        raise ValueError(f"{one.name!r} has no figure")
    return bounds.low, bounds.high


def _placed(
    place: _Place,
    ordered: Sequence[Named],
    may_hold: Callable[[Named], bool],
    about: Provenance,
    language: Language,
) -> str:
    """Who holds a place, or may hold it."""
    holders = [one for one in ordered if may_hold(one)]
    first = holders[0]
    said = place.one if len(holders) == 1 else place.open if len(holders) <= MOST_NAMED else place.many
    both = (
        say(phrases.NAMED, language, name=one.name, figure=spoken(one.figure, about, language))
        for one in holders[:MOST_NAMED]
    )
    return say(
        said,
        language,
        name=first.name,
        figure=spoken(first.figure, about, language),
        names=phrases.OR.in_language(language).join(both),
        count=number(len(holders) - 1, language),
    )
