"""Beginning an article in the other language: the same structure and figures, and no words yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from articles.document.nodes import (
    Binding,
    Block,
    Break,
    Document,
    EmbedBlock,
    Emphasis,
    Heading,
    HorizontalRule,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from articles.document.words import Words

CarriedOver = Callable[[Binding], Binding]
"""A figure as it stands in the other language."""


def begun(words: Words, carried_over: CarriedOver) -> Words:
    """The same lines, passages and embeds, holding the figures and none of the words."""
    return Words(
        {name: _without_words(line, carried_over) for name, line in words.lines.items()},
        Document(tuple(_block(block, carried_over) for block in words.body.blocks)),
    )


def _block(block: Block, carried_over: CarriedOver) -> Block:
    match block:
        case Paragraph():
            return _without_words(block, carried_over)
        case Heading(level, inlines):
            return Heading(level, _spaced(_figures(inlines, carried_over)))
        case List(items):
            entries = (ListItem(_blocks(item.blocks, carried_over)) for item in items)
            return replace(block, items=tuple(entries))
        case Quote(blocks):
            return Quote(_blocks(blocks, carried_over))
        case HorizontalRule():
            return block
        case EmbedBlock(kind, question):
            return EmbedBlock(kind, question, options=dict(block.options))


def _blocks(blocks: Iterable[Block], carried_over: CarriedOver) -> tuple[Block, ...]:
    return tuple(_block(block, carried_over) for block in blocks)


def _without_words(paragraph: Paragraph, carried_over: CarriedOver) -> Paragraph:
    return Paragraph(_spaced(_figures(paragraph.inlines, carried_over)))


def _figures(inlines: Iterable[Inline], carried_over: CarriedOver) -> Iterator[Inline]:
    """Each figure, in what it is set in: emphasis, importance, a link."""
    for inline in inlines:
        match inline:
            case Binding():
                yield carried_over(inline)
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                if kept := _spaced(_figures(inner, carried_over)):
                    yield replace(inline, inlines=kept)
            case Text() | Break():
                pass


def _spaced(figures: Iterable[Inline]) -> tuple[Inline, ...]:
    """With a space between two figures, so that words can be written there."""
    found: list[Inline] = []
    for figure in figures:
        if found:
            found.append(Text(" "))
        found.append(figure)
    return tuple(found)
