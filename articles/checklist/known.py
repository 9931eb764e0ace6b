"""Known figures, and which of them a typed number may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.checklist.note import Offer
from articles.checklist.numerals import Numeral
from stats.labels import Label
from stats.questions import Question

NEAR = 0.01
"""How far, as a part of the figure, a typed number may lie from it and still be nearly that."""

LEAST_FOR_NEAR = 100
"""Below it numbers are too common for a near one to mean anything."""

OFFERED = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that can be asked for; its number is of a hundred where it is a per cent."""

    question: Question
    what: Label
    number: float
    percent: bool = False


def offers(numeral: Numeral, known: Iterable[Known]) -> tuple[Offer, ...]:
    """The figures that a typed number may be: the same first, then the nearest, each once."""
    found: dict[str, tuple[float, Known]] = {}
    for one in known:
        if one.percent == numeral.percent and _near(numeral, one.number):
            found.setdefault(one.question.key, (abs(one.number - numeral.value), one))
    nearest = sorted(found.values(), key=lambda pair: pair[0])[:OFFERED]
    return tuple(Offer(one.question, one.what, one.number, exact=not away) for away, one in nearest)


def _near(numeral: Numeral, number: float) -> bool:
    away = abs(number - numeral.value)
    if not away:
        return True
    if numeral.percent or numeral.unit < 1:
        return away <= numeral.unit / 2
    if numeral.value < LEAST_FOR_NEAR:
        return False
    significant = numeral.value >= 10 * numeral.unit
    return away <= NEAR * abs(number) or (significant and away <= numeral.unit / 2)
