"""A note: what one rule found at one place, with how grave it is and what could be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stats.labels import LANGUAGES, Label
from stats.questions import Question


class Severity(StrEnum):
    """How grave a note is."""

    ERROR = "error"
    """The text is not published while it stands."""
    WARNING = "warning"
    """Somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A figure that may take the place of a number typed by hand."""

    question: Question
    what: Label
    """What the figure is: its members and its period."""
    shown: float
    exact: bool
    """Whether the typed number is the figure's own, and not only near it."""


@dataclass(frozen=True, slots=True)
class Note:
    """One finding. `path` is a field or a place in the text; `quote` the words there that are meant."""

    rule: str
    severity: Severity
    path: str
    sentence: Label
    quote: str = ""
    offers: tuple[Offer, ...] = ()


def said(sentence: Label, **values: object) -> Label:
    """The sentence with its gaps filled; labels in the language of the sentence."""
    en, fr = (
        sentence.in_language(language).format(
            **{
                name: value.in_language(language) if isinstance(value, Label) else value
                for name, value in values.items()
            }
        )
        for language in LANGUAGES
    )
    return Label(en, fr)
