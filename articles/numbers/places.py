"""Places in a ranking in words: one where it is certain, several where they cannot be told apart."""

from __future__ import annotations

import math

from articles.numbers.ordinals import ordinal, ordinal_in_words
from stats.labels import Language
from stats.values import Bounds


def place(bounds: Bounds, language: Language, *, in_letters: bool = False, feminine: bool = False) -> str:
    """4th; 4th or 5th; 3rd to 6th. In letters: fourth; third to sixth."""
    first, last = math.floor(bounds.low), math.ceil(bounds.high)
    say = ordinal_in_words if in_letters else ordinal
    words = [say(n, language, feminine=feminine) for n in (first, last)]
    if first == last:
        return words[0]
    if last == first + 1:
        return f" {'ou' if language == 'fr' else 'or'} ".join(words)
    return f" {'à' if language == 'fr' else 'to'} ".join(words)
