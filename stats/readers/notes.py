"""What a workbook says around its table: title, notes, and the date up to which the figures count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from stats.labels import fold, tidy
from stats.readers.headings import MONTHS

_SOURCE = re.compile(r"^\s*source\s*:\s*(?P<rest>.+)$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[-\N{EN DASH}\N{EM DASH}\N{BULLET}]\s*")
_NOTES = re.compile(r"^notes?\s*:?$", re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(
    r"\b(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b"
)
_DAY_MONTH_YEAR = re.compile(
    r"\b(?P<day>\d{1,2})(?:er|st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})\b"
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")


def lines(cells: Iterable[str]) -> Iterator[str]:
    """The notes in cells of text, one a bullet, without `Notes:`, bullets and the source line."""
    for cell in cells:
        for line in cell.splitlines():
            text = tidy(_BULLET.sub("", line))
            if text and not _NOTES.match(text) and not _SOURCE.match(text):
                yield text


def source(cells: Iterable[str]) -> str | None:
    """What follows `Source:`, if any cell says it."""
    for cell in cells:
        for line in cell.splitlines():
            if match := _SOURCE.match(tidy(line)):
                return match["rest"]
    return None


def cut_off(text: str) -> date | None:
    """The date in `IRCC, July 31, 2025`, `IRCC, 31 juillet 2025`, `December 31 2024`, or None."""
    folded = fold(text)
    for pattern in (_MONTH_DAY_YEAR, _DAY_MONTH_YEAR, _ISO):
        if match := pattern.search(folded):
            name = match["month"]
            number = int(name) if name.isdigit() else MONTHS.get(name)
            try:
                return date(int(match["year"]), number or 0, int(match["day"]))
            except ValueError:
                return None
    return None
