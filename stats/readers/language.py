"""In which language a workbook is, told from its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from stats.findings import Finding, Severity, Where
from stats.labels import Language, fold

_ENGLISH = (
    "jan feb apr may jun jul aug sep dec january february march june july august q1 q2 q3 q4 "
    "and of by the not stated country territory occupation category program"
)
_FRENCH = (
    "janv fev fevr avr mai juin juil aout sept janvier fevrier mars juillet t1 t2 t3 t4 "
    "et de du des par selon la le les non pays territoire profession categorie programme residents"
)
_WORDS: dict[Language, frozenset[str]] = {"en": frozenset(_ENGLISH.split()), "fr": frozenset(_FRENCH.split())}


def language(texts: Iterable[str], *, where: Where) -> tuple[Language, tuple[Finding, ...]]:
    """The language most of whose words occur; on a draw, with a warning, the file name's or else English."""
    words: Counter[str] = Counter()
    for text, times in Counter(texts).items():
        for word in re.findall(r"[a-z]+\d?", fold(text)):
            words[word] += times
    score = {lang: sum(words[word] for word in known) for lang, known in _WORDS.items()}
    if score["en"] != score["fr"]:
        return ("en" if score["en"] > score["fr"] else "fr"), ()
    drawn: Language = "fr" if fold(where.file).startswith(("fr_", "fr-")) else "en"
    message = f"the words do not tell the language; {drawn!r} was taken, from the name of the file"
    return drawn, (Finding("read.language-guessed", Severity.WARNING, message, where),)
