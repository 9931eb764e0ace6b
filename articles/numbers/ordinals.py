"""Places in order: 1st, 2nd, 11th; 1er or 1re, 2e; first, premier or première."""

from __future__ import annotations

from articles.numbers.digits import number
from stats.labels import Language

_ENGLISH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_FRENCH = (
    "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
    "neuvième", "dixième",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(n: int, language: Language, *, feminine: bool = False) -> str:
    """1st, 2nd, 3rd, 11th; 1er (1re for feminine nouns), 2e."""
    if n < 1:
        raise ValueError(f"{n!r} is no place in an order: a whole number from 1 on is expected")
    if language == "fr":
        ending = ("re" if feminine else "er") if n == 1 else "e"
    else:
        ending = "th" if n % 100 in (11, 12, 13) else _ENDINGS.get(n % 10, "th")
    return number(n, language) + ending


def ordinal_in_words(n: int, language: Language, *, feminine: bool = False) -> str:
    """First to tenth in letters, from eleven on in digits."""
    if not 1 <= n <= len(_ENGLISH):
        return ordinal(n, language, feminine=feminine)
    if language == "en":
        return _ENGLISH[n - 1]
    return "première" if feminine and n == 1 else _FRENCH[n - 1]
