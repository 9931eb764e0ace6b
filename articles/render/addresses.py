"""Where pages are on the site, and what they are called where another language leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from stats.labels import LANGUAGES, Language


def article_path(slug: str, language: str) -> str:
    """The address of an article: `/en/articles/where-permits-go/`."""
    with override(language):
        return reverse("articles:article", kwargs={"slug": slug})


def states_path(path: str) -> str:
    """Where the earlier states of the page at a path are listed."""
    return f"{path}as-of/"


def state_path(path: str, day: date) -> str:
    """The page at a path as of a day."""
    return f"{states_path(path)}{day.isoformat()}/"


def home_path(language: str) -> str:
    """The address of the home page in a language."""
    with override(language):
        return reverse("articles:home")


def data_path(slug: str, language: str) -> str:
    """The address of a dataset's page in a language."""
    with override(language):
        return reverse("articles:dataset", kwargs={"slug": slug})


def whole(path: str) -> str:
    """A path with the address of the site before it."""
    return f"{settings.STET_BASE_URL}{path}"


def other_language(language: str) -> Language:
    """The language that a page is not in."""
    return next(code for code in LANGUAGES if code != language)


LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "fr": "Français"}
"""The name of each language in that language."""

HOME_NAMES: Mapping[str, str] = {"en": "Home page in English", "fr": "Page d’accueil en français"}
"""What a link to the home page of each language says, in that language."""
