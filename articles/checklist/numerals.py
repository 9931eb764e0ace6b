"""Numbers that were typed by hand, as a reader of English or French understands them.

Only digits are looked at. Years, dates, ordinals, ages, spans of time, codes and "9 in 10" are not figures of
a dataset, and neither is a whole number below ten; they are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stats.labels import Language

SMALLEST = 10
YEARS = range(1800, 2200)
LARGEST_ODDS = 100


@dataclass(frozen=True, slots=True)
class Numeral:
    """A typed number: its characters, what it says, how finely, and whether it is a per cent."""

    text: str
    value: float
    unit: float
    """The place of its last significant digit: 10 for 3,960, 0.1 for 1.5, 100,000 for 1.2 million."""
    percent: bool


_NBSP = "\u00a0\u202f"
_DIGITS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\d{{1,3}}(?:[,{_NBSP}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"),
    "fr": re.compile(rf"\d{{1,3}}(?:[ {_NBSP}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"),
}
_JOINED_BEFORE = re.compile(r"[\w/#:@\N{HYPHEN}-]$|\d[.,]$")
_JOINED_AFTER = re.compile(r"^(?:[\w/:@\N{HYPHEN}-]|[.,]\d)")
_PERCENT = re.compile(rf"^[ {_NBSP}]?%|^[ {_NBSP}](?:per ?cent|pour cent)\b", re.IGNORECASE)
_TIMES: dict[str, float] = {"thousand": 1e3, "mille": 1e3, "million": 1e6, "billion": 1e9, "milliard": 1e9}
_MULTIPLIED = re.compile(rf"^[ {_NBSP}]({'|'.join(_TIMES)})s?\b", re.IGNORECASE)
_MONTHS = (
    "jan(?:uary|vier|v)?",
    "feb(?:ruary)?|f[ée]v(?:rier|r)?",
    "mar(?:ch|s)?",
    "apr(?:il)?|avr(?:il)?",
    "ma[yi]",
    "june?|juin",
    "july?|juil(?:let|l)?",
    "aug(?:ust)?|ao[uû]t",
    "sept?(?:ember|embre)?",
    "oct(?:ober|obre)?",
    "nov(?:ember|embre)?",
    "d[eé]c(?:ember|embre)?",
)
_SPANS = (
    "years?", "months?", "weeks?", "days?", "hours?", "minutes?", "ans?", "années?", "mois", "semaines?",
    "jours?", "heures?", "h", "a\\.?m", "p\\.?m",
)  # fmt: skip
_CODED = (
    "aged?", "âgée?s? de", "nocs?", "cnp", "naics", "scian", "codes?", "sections?", "articles?", "bill",
    "chapters?", "chapitres?", "pages?", "tables?", "tableaux?", "charts?", "graphiques?", "figures?",
    "levels?", "niveaux?", "phases?", "top", "no\\.", "n°",
)  # fmt: skip
"""Words before a number that is a name and not a count."""

_TIME_AFTER = re.compile(rf"^[ {_NBSP}](?:{'|'.join((*_MONTHS, *_SPANS))})\b", re.IGNORECASE)
_NAMED_BEFORE = re.compile(rf"\b(?:{'|'.join((*_MONTHS, *_CODED))})\.?[ {_NBSP}]$", re.IGNORECASE)
_OF_AFTER = re.compile(rf"^[ {_NBSP}](?:in|out of|sur)[ {_NBSP}](\d+)\b", re.IGNORECASE)
_OF_BEFORE = re.compile(rf"\b(\d+)[ {_NBSP}](?:in|out of|sur)[ {_NBSP}]$", re.IGNORECASE)


def numerals(text: str, language: Language) -> Iterator[Numeral]:
    """The numbers in a text that may be figures, in reading order."""
    for match in _DIGITS[language].finditer(text):
        found = _numeral(match[0], text[: match.start()], text[match.end() :], language)
        if found is not None:
            yield found


def _numeral(digits: str, before: str, after: str, language: Language) -> Numeral | None:
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.search(after):
        return None
    value, decimals = _value(digits, language)
    if percent := _PERCENT.search(after):
        return Numeral(digits + percent[0], value, 10.0**-decimals, percent=True)
    if multiplied := _MULTIPLIED.search(after):
        factor = _TIMES[multiplied[1].lower()]
        return Numeral(digits + multiplied[0], value * factor, factor * 10.0**-decimals, percent=False)
    if decimals:
        return Numeral(digits, value, 10.0**-decimals, percent=False)
    if _is_no_figure(digits, int(value), before, after):
        return None
    return Numeral(digits, value, _last_place(int(value)), percent=False)


def _is_no_figure(digits: str, value: int, before: str, after: str) -> bool:
    if value < SMALLEST or (digits.isdecimal() and value in YEARS):
        return True
    odds = _OF_AFTER.search(after) or _OF_BEFORE.search(before)
    if odds and value <= LARGEST_ODDS and int(odds[1]) <= LARGEST_ODDS:
        return True
    return bool(_TIME_AFTER.search(after) or _NAMED_BEFORE.search(before))


def _value(digits: str, language: Language) -> tuple[float, int]:
    plain = re.sub(rf"[ {_NBSP}{',' if language == 'en' else ''}]", "", digits).replace(",", ".")
    _whole, _point, decimals = plain.partition(".")
    return float(plain), len(decimals)


def _last_place(value: int) -> float:
    place = 1
    while value and value % 10 == 0:
        value, place = value // 10, place * 10
    return float(place)
