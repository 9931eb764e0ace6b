"""A text as passages of tokens: words, spaces, marks and figures, each with what makes two the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.document.nodes import (
    Binding,
    Break,
    Document,
    EmbedBlock,
    Emphasis,
    Heading,
    HorizontalRule,
    Link,
    List,
    ListItem,
    Node,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from articles.document.serialise import serialise
from articles.document.walk import children_of, placed_children, tag_of

_WORDS = re.compile(r"\s+|\w+(?:[’'\-\u2011]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?…]")

Said = Callable[[str, Binding | EmbedBlock], tuple[str, str]]
"""How the figure or embed at a place reads, and what it means, for people."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space, a mark or a figure. Two are the same if text, setting and meaning are."""

    text: str
    setting: tuple[str, ...] = ()
    """Strong, emphasis or the address of a link around it."""
    key: str = ""
    """For a figure or embed: what is stored but for the characters that the editor saw."""
    meaning: str = ""

    @property
    def is_figure(self) -> bool:
        return bool(self.key)


@dataclass(frozen=True, slots=True)
class Block:
    """A passage: its role (the tag of what it stands in), its place, and its tokens."""

    role: str
    place: str
    tokens: tuple[Token, ...]


def blocks_of(document: Document, said: Said) -> tuple[Block, ...]:
    """The passages of a text in reading order."""
    return tuple(_blocks(document, "", "", said))


def line_block(line: Paragraph, name: str, said: Said) -> Block:
    """A line as a passage whose role is the name of its field."""
    return Block(name, name, tuple(_tokens(line, name, (), said)))


def sentences(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """The tokens by sentence; the space after a full stop belongs to the sentence that it ends."""
    found: list[tuple[Token, ...]] = []
    current: list[Token] = []
    ended = False
    for token in tokens:
        if ended and not token.text.isspace():
            found.append(tuple(current))
            current, ended = [], False
        current.append(token)
        if token.text.isspace():
            ended = len(current) > 1 and bool(_END.fullmatch(current[-2].text))
    return [*found, tuple(current)] if current else found


def _blocks(node: Node, path: str, role: str, said: Said) -> Iterator[Block]:
    for place, child in placed_children(node, path):
        match child:
            case Quote() | ListItem() | List():
                yield from _blocks(child, place, tag_of(child), said)
            case EmbedBlock():
                yield Block("figure", place, (_figure(place, child, (), said),))
            case HorizontalRule():
                yield Block("hr", place, (Token("⁂"),))
            case _:
                tag = tag_of(child)
                own = tag if isinstance(child, Heading) else role or tag
                yield Block(own, place, tuple(_tokens(child, place, (), said)))


def _tokens(node: Node, path: str, setting: tuple[str, ...], said: Said) -> Iterator[Token]:
    for place, child in placed_children(node, path):
        match child:
            case Text(text):
                yield from (Token(word, setting) for word in _WORDS.findall(text))
            case Break():
                yield Token("\n", setting)
            case Binding():
                yield _figure(place, child, setting, said)
            case Link(href):
                yield from _tokens(child, place, (*setting, href), said)
            case Strong() | Emphasis():
                yield from _tokens(child, place, (*setting, tag_of(child)), said)
            case _ if children_of(child):
                yield from _tokens(child, place, setting, said)


def _figure(place: str, node: Binding | EmbedBlock, setting: tuple[str, ...], said: Said) -> Token:
    text, meaning = said(place, node)
    stored = node if isinstance(node, EmbedBlock) else Binding(node.question, node.wording)
    return Token(text, setting, serialise(stored), meaning)
