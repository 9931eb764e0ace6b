"""A text as plain characters, for search, word counts and summaries."""

from __future__ import annotations

from articles.document.nodes import Binding, Block, Break, Document, EmbedBlock, ListItem, Node, Text
from articles.document.walk import children_of


def plaintext(document: Document) -> str:
    """The words of a text, a line for each block; figures as the editor saw them, embeds by their titles."""
    return "\n".join(line for line in map(_words, _leaves(document)) if line)


def _leaves(node: Node) -> list[Node]:
    """The blocks that hold words themselves, in reading order."""
    children = children_of(node)
    if isinstance(node, Block | ListItem | Document) and any(
        isinstance(child, Block | ListItem) for child in children
    ):
        return [leaf for child in children for leaf in _leaves(child)]
    return [node]


def _words(node: Node) -> str:
    match node:
        case Text(text):
            return text
        case Break():
            return " "
        case Binding():
            return node.fallback
        case EmbedBlock():
            return node.title
        case _:
            return "".join(map(_words, children_of(node)))
