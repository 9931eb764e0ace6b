"""What every page of the explorer says of itself: its address, and the same page in the other language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import get_language, override

from articles.render.addresses import LANGUAGE_NAMES, other_language, whole
from stats.labels import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Frame:
    """The language and addresses of a page."""

    language: Language
    other_language: Language
    other_language_name: str
    other_path: str
    canonical: str
    addresses: dict[str, str]
    """Whole addresses by language."""


def active() -> Language:
    """The language of the page that is being made."""
    return "fr" if (get_language() or "en").startswith("fr") else "en"


def frame(path: Callable[[], str]) -> Frame:
    """The frame of the page at a path, which is made in each language."""
    language = active()
    paths: dict[str, str] = {}
    for code in LANGUAGES:
        with override(code):
            paths[code] = path()
    other = other_language(language)
    return Frame(
        language=language,
        other_language=other,
        other_language_name=LANGUAGE_NAMES[other],
        other_path=paths[other],
        canonical=whole(paths[language]),
        addresses={code: whole(found) for code, found in paths.items()},
    )
