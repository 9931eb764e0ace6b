"""The nodes that a text may consist of. What is not here cannot be in an article.

Text nodes are never empty and never neighbours (`joined` sees to it), so that a text has one form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from stats.questions import Question

# --- Inside a paragraph ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: a web, mail or site address."""

    href: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """A number in a sentence: the question that it answers and the style in which it is worded.

    `fallback` is what the editor saw when it was stored. It is never shown to readers.
    """

    question: Question
    wording: str
    fallback: str = ""


Inline = Text | Break | Strong | Emphasis | Link | Binding

# --- Blocks ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the article's title, which is of level 1."""

    level: Literal[2, 3, 4]
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list, numbered from `start` or unnumbered (`start` is None)."""

    items: tuple[ListItem, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class HorizontalRule:
    """A change of subject."""


@dataclass(frozen=True, slots=True)
class EmbedBlock:
    """A table, ranking or chart: the kind of embed, its question, and how it is presented."""

    kind: str
    question: Question
    title: str = ""
    note: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    """What the editor adds to the description for screen readers that is made from the figures."""


Block = Paragraph | Heading | List | Quote | HorizontalRule | EmbedBlock


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text."""

    blocks: tuple[Block, ...] = ()


Node = Inline | Block | ListItem | Document


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same content with neighbouring text nodes made one and empty ones left away."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if found and isinstance(found[-1], Text):
                found[-1] = Text(found[-1].text + inline.text)
                continue
        found.append(inline)
    return tuple(found)
