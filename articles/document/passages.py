"""Passages: the blocks of a text that hold words themselves, each as one run of characters with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.document.nodes import Binding, Break, Heading, Node, Paragraph, Quote, Text
from articles.document.walk import children_of, placed_children, walk

FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a figure in a sentence: one character that is no digit and no letter."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading; `quoted` where somebody else says it."""

    path: str
    text: str
    quoted: bool = False


def passages(node: Node, path: str = "", *, quoted: bool = False) -> Iterator[Passage]:
    """Every paragraph and heading below a node, in reading order."""
    for place, child in placed_children(node, path):
        if isinstance(child, Paragraph | Heading):
            yield Passage(place, characters(child), quoted)
        else:
            yield from passages(child, place, quoted=quoted or isinstance(child, Quote))


def characters(node: Node) -> str:
    """The characters inside a node; a figure is one of them, a line break a space."""
    match node:
        case Text(text):
            return text
        case Binding():
            return FIGURE
        case Break():
            return " "
        case _:
            return "".join(map(characters, children_of(node)))


def place_of(document: Node, path: str, quote: str) -> str | None:
    """Where words stand now: at the path where they stood, else in the first passage that has them.

    None where they are gone. Without words, whatever is at the path stands for itself.
    """
    if not quote:
        return path if not path or any(place == path for place, _node in walk(document)) else None
    having = [passage.path for passage in passages(document) if quote in passage.text]
    return path if path in having else next(iter(having), None)
