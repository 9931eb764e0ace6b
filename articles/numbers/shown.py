"""Figures in the unit in which they are shown: a share becomes per cents, two ratios become one phrase."""

from __future__ import annotations

import math
from dataclasses import dataclass

from articles.numbers.digits import NBSP, number, of_hundred, percent_sign, points_noun, range_of
from articles.numbers.styles import Quantity
from articles.numbers.support import Round
from stats.labels import Language
from stats.values import Bounds

_OF_HUNDRED = frozenset({Quantity.SHARE, Quantity.PERCENT_CHANGE, Quantity.POINTS})
_PERCENT = frozenset({Quantity.SHARE, Quantity.PERCENT_CHANGE})
_FINEST = {Quantity.COUNT: 0, Quantity.RANK: 0}


@dataclass(frozen=True, slots=True)
class Shown:
    """How one kind of figure is shown in one language."""

    quantity: Quantity
    language: Language
    decimals: int | None = None

    @property
    def finest(self) -> int:
        """The decimals that are shown at most: none for counts, one for the rest, unless told otherwise."""
        return _FINEST.get(self.quantity, 1) if self.decimals is None else self.decimals

    def scaled(self, x: float) -> float:
        """The number as it is shown, before rounding."""
        return of_hundred(x) if self.quantity in _OF_HUNDRED else x

    def scaled_bounds(self, bounds: Bounds) -> Bounds:
        """Bounds as they are shown, before rounding."""
        return Bounds(self.scaled(bounds.low), self.scaled(bounds.high))

    def one(self, found: Round) -> str:
        """A number with its unit: 40.1%, 2.3 times."""
        return f"{self.plain(found)}{self._noun(found)}"

    def plain(self, found: Round) -> str:
        """A number without the noun of its unit, which a heading says: 40.1%, 2.3."""
        return self._signed(number(found.number, self.language, found.decimals))

    def two(self, low: Round, high: Round) -> str:
        """`between 40.1% and 45.1%`, the noun of other units only once; one number if both ends are alike."""
        if low.number == high.number:
            return self.one(high)
        if math.isinf(high.number):
            return f"{'au moins' if self.language == 'fr' else 'at least'} {self.one(low)}"
        first = self._signed(number(low.number, self.language, low.decimals))
        last = self._signed(number(high.number, self.language, high.decimals)) + self._noun(
            _larger(low, high)
        )
        if self.language == "fr":
            return f"entre {first} et {last}"
        return f"between {first} and {last}"

    def dashed(self, low: Round, high: Round, *, noun: bool = True) -> str:
        """`40.1–45.1%`, the unit only once; `40.1% or more` where there is no highest value."""
        if math.isinf(high.number):
            more = "ou plus" if self.language == "fr" else "or more"
            return f"{self.one(low) if noun else self.plain(low)} {more}"
        digits = range_of(low.number, high.number, self.language, max(low.decimals, high.decimals))
        return f"{self._signed(digits)}{self._noun(_larger(low, high)) if noun else ''}"

    def _signed(self, digits: str) -> str:
        return percent_sign(digits, self.language) if self.quantity in _PERCENT else digits

    def _noun(self, found: Round) -> str:
        if self.quantity is Quantity.POINTS:
            return f" {points_noun(found.number, self.language, found.decimals)}"
        if self.quantity is Quantity.RATIO:
            return f"{NBSP}{'fois' if self.language == 'fr' else 'times'}"
        return ""


def _larger(low: Round, high: Round) -> Round:
    """The end that decides whether a noun is plural."""
    return max(low, high, key=lambda end: abs(end.number))
