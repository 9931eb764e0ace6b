"""Places in a ranking in words: one where it is certain, several where they cannot be told apart."""

from __future__ import annotations

import math

from articles.numbers.ordinals import ordinal, ordinal_in_words
from stats.labels import Language
from stats.values import Bounds


def place(bounds: Bounds, language: Language, *, in_letters: bool = False, feminine: bool = False) -> str:
    """4th; 4th or 5th; between 3rd and 6th. In letters: fourth; between third and sixth."""
    first, last = math.floor(bounds.low), math.ceil(bounds.high)
    say = ordinal_in_words if in_letters else ordinal
    one, two = (say(n, language, feminine=feminine) for n in (first, last))
    if first == last:
        return one
    if last == first + 1:
        return f"{one} {'ou' if language == 'fr' else 'or'} {two}"
    if language == "en":
        return f"between {one} and {two}"
    the = "la" if feminine else "le"
    return f"entre {the} {one} et {the} {two} {'place' if feminine else 'rang'}"
