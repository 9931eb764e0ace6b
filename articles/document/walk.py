"""Every figure of a text with its place: what dependencies, problems and rendering all go by.

Paths are those of the stored markup (`p[3]/data[1]`, `ul[1]/li[2]/p[1]/data[1]`), so that a message about a
place means the same in the parser, the renderer and the editor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

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

TAGS: dict[type[Node], str] = {
    Paragraph: "p",
    Quote: "blockquote",
    ListItem: "li",
    EmbedBlock: "figure",
    HorizontalRule: "hr",
    Strong: "strong",
    Emphasis: "em",
    Link: "a",
    Break: "br",
    Binding: "data",
}


def tag_of(node: Node) -> str:
    """The tag under which a node is stored; empty for characters."""
    match node:
        case Heading(level):
            return f"h{level}"
        case List(_, start):
            return "ul" if start is None else "ol"
        case _:
            return TAGS.get(type(node), "")


def children_of(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node."""
    match node:
        case Document(blocks) | Quote(blocks) | ListItem(blocks):
            return blocks
        case (
            Paragraph(inlines) | Heading(_, inlines) | Strong(inlines) | Emphasis(inlines) | Link(_, inlines)
        ):
            return inlines
        case List(items):
            return items
        case Text() | Break() | HorizontalRule() | Binding() | EmbedBlock():
            return ()


def placed_children(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """The nodes directly inside a node, each with its path; characters bear that of what they stand in."""
    seen: Counter[str] = Counter()
    for child in children_of(node):
        tag = tag_of(child)
        if not tag:
            yield path, child
            continue
        seen[tag] += 1
        yield f"{path}/{tag}[{seen[tag]}]".lstrip("/"), child


def walk(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every node below a node with its path, in reading order."""
    for place, child in placed_children(node, path):
        yield place, child
        yield from walk(child, place)


def figures(document: Document) -> Iterator[tuple[str, Binding | EmbedBlock]]:
    """Every binding and embed with its path, in reading order."""
    for path, node in walk(document):
        if isinstance(node, Binding | EmbedBlock):
            yield path, node
