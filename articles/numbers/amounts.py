"""Fractions and multiples that have a name: a third, one in five, twice, more than double.

A bare name is used only where every possible value rounds to it: multiples to one decimal (*twice* takes
1.95 to 2.05), shares to whole per cents, and finer below a fifth, where half a point is much. An interval
that lies wholly below a name is *nearly* that, wholly above it *more than* that, and *about* that on both
sides of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from articles.numbers.french import de
from articles.numbers.styles import Style
from stats.labels import Language
from stats.values import Bounds


@dataclass(frozen=True, slots=True)
class Amount:
    """A fraction or multiple with its name.

    `en_compound` and `fr_compound` replace the name after *more than* and *nearly*.
    """

    size: float
    en: str
    fr: str
    reach: float
    """How far a value may lie from `size` and still round to it."""
    en_compound: str = ""
    fr_compound: str = ""

    def exactly(self, bounds: Bounds) -> bool:
        """Whether all of the interval rounds to this amount."""
        return self.size - self.reach <= bounds.low and bounds.high < self.size + self.reach

    def exceeded(self, bounds: Bounds) -> bool:
        """Whether all of the interval lies above."""
        return bounds.low > self.size

    def nearly(self, bounds: Bounds) -> bool:
        """Whether all of the interval lies below, by no more than 7 per cent."""
        return bounds.high < self.size and bounds.low >= 0.93 * self.size

    def about(self, bounds: Bounds) -> bool:
        """Whether all of the interval lies within 5 per cent."""
        return 0.95 * self.size <= bounds.low and bounds.high <= 1.05 * self.size

    def said(self, style: Style, language: Language, *, feminine: bool = False) -> str:
        """The name in a sentence: twice, nearly double, more than double."""
        if language == "en":
            compound = self.en_compound or self.en
            return {
                Style.NEARLY: f"nearly {compound}",
                Style.MORE_THAN: f"more than {compound}",
                Style.ABOUT: f"about {self.en}",
            }.get(style, self.en)
        plain, compound = self.fr, self.fr_compound or self.fr
        if feminine and " sur " in plain:
            plain = compound = plain.replace("un sur", "une sur")
        return {
            Style.NEARLY: f"près {de(compound)}",
            Style.MORE_THAN: f"plus {de(compound)}",
            Style.ABOUT: f"environ {plain}",
        }.get(style, plain)


def _share(numerator: int, denominator: int, en: str, fr: str) -> Amount:
    size = numerator / denominator
    return Amount(size, en, fr, reach=min(0.005, 0.025 * size))


SHARES = (
    _share(1, 100, "one in 100", "un sur 100"),
    _share(1, 50, "one in 50", "un sur 50"),
    _share(1, 20, "one in 20", "un sur 20"),
    _share(1, 10, "one in ten", "un sur dix"),
    _share(1, 8, "one in eight", "un sur huit"),
    _share(1, 6, "one in six", "un sur six"),
    _share(1, 5, "one in five", "un sur cinq"),
    _share(1, 4, "a quarter", "le quart"),
    _share(1, 3, "a third", "le tiers"),
    _share(2, 5, "two in five", "deux sur cinq"),
    _share(1, 2, "half", "la moitié"),
    _share(3, 5, "three in five", "trois sur cinq"),
    _share(2, 3, "two thirds", "les deux tiers"),
    _share(3, 4, "three quarters", "les trois quarts"),
    _share(4, 5, "four in five", "quatre sur cinq"),
    _share(9, 10, "nine in ten", "neuf sur dix"),
)
"""Names for parts of one, smallest first."""

MULTIPLES = (
    Amount(1.5, "one and a half times", "une fois et demie", 0.05),
    Amount(2, "twice", "deux fois", 0.05, en_compound="double", fr_compound="le double"),
    Amount(2.5, "two and a half times", "deux fois et demie", 0.05),
    *(
        Amount(size, f"{en} times", f"{fr} fois", 0.05)
        for size, en, fr in (
            (3, "three", "trois"),
            (4, "four", "quatre"),
            (5, "five", "cinq"),
            (6, "six", "six"),
            (7, "seven", "sept"),
            (8, "eight", "huit"),
            (9, "nine", "neuf"),
            (10, "ten", "dix"),
        )
    ),
)
"""Names for multiples, smallest first."""


def in_words(
    bounds: Bounds, amounts: tuple[Amount, ...], language: Language, *, feminine: bool = False
) -> str | None:
    """The closest name that is true of all of the interval; None if every true one would say too little."""
    for amount in amounts:
        if amount.exactly(bounds):
            return amount.said(Style.IN_WORDS, language, feminine=feminine)
    for amount in amounts:
        if amount.nearly(bounds):
            return amount.said(Style.NEARLY, language, feminine=feminine)
    for amount in amounts:
        if amount.size in bounds and amount.about(bounds):
            return amount.said(Style.ABOUT, language, feminine=feminine)
    for amount in reversed(amounts):
        if amount.exceeded(bounds):
            telling = bounds.low <= 1.25 * amount.size
            return amount.said(Style.MORE_THAN, language, feminine=feminine) if telling else None
    return None
