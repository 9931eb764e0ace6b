"""How the place of a row has moved, in words: only as many places, and in the direction, that are sure.

A place rests on the figures of all members, so its bounds decide here, not the places that the printed
figures would have.
"""

from __future__ import annotations

from articles.embeds import phrases
from articles.embeds.comparing import before_text
from articles.embeds.phrases import say
from articles.embeds.view import Move
from articles.numbers import number, range_of
from stats.answers import Movement, Provenance, RankingAnswer
from stats.labels import Language
from stats.values import Bounds, Status


def move_heading(answer: RankingAnswer, language: Language) -> str:
    """The heading of the column; empty where the question compares with nothing, or nothing was published."""
    if not any(row.movement is not None for row in answer.rows):
        return ""
    other = before_text(answer.about, (answer.period,), language)
    return say(phrases.MOVED_FROM, language, other=other) if other else ""


def move(movement: Movement, about: Provenance, language: Language) -> Move:
    """`up 2`, `down 1–3`, `–`, `new`; open where the figures do not settle the direction."""
    bounds = movement.gained.bounds(about.deciding)
    if bounds is None:
        if _is_new(movement, about):
            return Move(say(phrases.NEW_PLACE, language), say(phrases.NEW_PLACE_SPOKEN, language))
        return Move("..", say(phrases.NO_MOVE, language))
    if bounds == Bounds(0, 0):
        return Move("–", say(phrases.SAME_PLACE, language))
    if bounds.low <= 0 <= bounds.high:
        worst, best = (_spoken(Bounds(end, end), language) for end in (bounds.low, bounds.high))
        spoken = say(phrases.OPEN_MOVE_SPOKEN, language, worst=worst, best=best)
        return Move(say(phrases.OPEN_MOVE, language), spoken, open=True)
    size = _size(bounds)
    places = range_of(size.low, size.high, language) if not size.exact else number(size.low, language)
    return Move(_said(bounds, places, language), _spoken(bounds, language))


def _is_new(movement: Movement, about: Provenance) -> bool:
    """Whether the older edition does not know the member; of one edition, all periods know the same."""
    older = about.comparison is not None and about.comparison.edition.number < about.edition.number
    published = about.comparison is not None and all(about.comparison.periods)
    ranked = movement.now.hard is not None
    return older and published and ranked and movement.before.status is Status.MISSING


def _size(bounds: Bounds) -> Bounds:
    return bounds if bounds.low > 0 else Bounds(-bounds.high, -bounds.low)


def _said(bounds: Bounds, places: str, language: Language) -> str:
    return say(phrases.MOVED_UP if bounds.low > 0 else phrases.MOVED_DOWN, language, places=places)


def _spoken(bounds: Bounds, language: Language) -> str:
    """`up 2 places`, `down 1 to 3 places`, `same place`."""
    if bounds == Bounds(0, 0):
        return say(phrases.SAME_PLACE, language)
    size = _size(bounds)
    first, last = number(size.low, language), number(size.high, language)
    if not size.exact:
        places = say(phrases.PLACES_BETWEEN, language, first=first, last=last)
    else:
        places = say(phrases.PLACE if size.low == 1 else phrases.PLACES, language, number=first)
    return _said(bounds, places, language)
