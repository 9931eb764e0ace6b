"""Names in two languages, and the ways in which two spellings are the same name."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

_TOTAL_SUFFIX = re.compile(r"\s*(?:[-\N{EN DASH}\N{EM DASH}:]\s*)?total$", re.IGNORECASE)
_DASHES = re.compile(r"[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]")
_APOSTROPHES = re.compile(r"[\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}`]")


@dataclass(frozen=True, slots=True)
class Label:
    """An English and a French name for one thing; either may still be unknown (empty)."""

    en: str = ""
    fr: str = ""

    def in_language(self, language: str) -> str:
        """The name in a language, or in the other one where it is still unknown."""
        return (self.fr or self.en) if language == "fr" else (self.en or self.fr)

    def known_in(self, language: str) -> bool:
        """Whether the name is known in that very language."""
        return bool(self.fr if language == "fr" else self.en)

    def completed_by(self, other: Label) -> Label:
        """This label with its gaps filled from another one of the same thing."""
        return Label(self.en or other.en, self.fr or other.fr)

    def moved(self, before: Label, after: Label) -> Label:
        """This label after a change of name: in each language, `after` where it says what was `before`.

        What somebody has called otherwise since is left alone, so a change can be undone without harm.
        """
        return Label(
            after.en if self.en == before.en else self.en, after.fr if self.fr == before.fr else self.fr
        )

    def as_json(self) -> dict[str, str]:
        """`{"en": …, "fr": …}`"""
        return {"en": self.en, "fr": self.fr}


def tidy(text: str) -> str:
    """A label as a person would type it: white space collapsed, compatibility characters made plain."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def without_total(text: str) -> str:
    """The name on a total row without its suffix: `Ontario - Total` → `Ontario`. `Total` alone stays."""
    return _TOTAL_SUFFIX.sub("", text).strip() or text.strip()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: case, accents, dashes and spaces evened out.

    A table says the names of its members in every row, and reading and matching ask for each several times.
    """
    text = _evened(unicodedata.normalize("NFC", text))
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_evened(text).casefold().split())


def _evened(text: str) -> str:
    """One kind of dash and of apostrophe."""
    return _APOSTROPHES.sub("'", _DASHES.sub("-", text))


def slug(text: str) -> str:
    """A code made from a name: `Newfoundland and Labrador` → `newfoundland-and-labrador`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-") or "unnamed"


def nearest(name: str, candidates: Iterable[str], *, count: int = 3) -> list[str]:
    """The candidates that somebody who wrote `name` most probably meant, best first."""
    by_fold: dict[str, str] = {}
    for candidate in candidates:
        by_fold.setdefault(fold(candidate), candidate)
    folded = fold(name)
    beginning = [shown for key, shown in by_fold.items() if folded and folded in key]
    alike = [by_fold[key] for key in difflib.get_close_matches(folded, by_fold, n=count, cutoff=0.5)]
    return list(dict.fromkeys([*sorted(beginning, key=len)[:count], *alike]))[:count]
