"""From stored markup to typed nodes, refusing what it does not know.

Nothing of the markup survives as markup: nodes hold characters and questions, and only the renderer writes
tags. So no foreign HTML ever reaches a page, whatever the editor or a paste put into the database.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal, cast

from articles.document.addresses import SCHEMES, is_allowed
from articles.document.elements import DocumentError, Element, elements
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
    joined,
)
from stats.questions import Question, QuestionError
from stats.questions import parse as parse_question

BLOCKS = ("p", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "hr")
INLINES = ("strong", "b", "em", "i", "a", "br", "data")
IGNORED_ATTRIBUTES = {"a": frozenset({"rel", "target", "title"}), "ol": frozenset({"type"})}
"""What the editor writes of its own accord and the renderer decides itself."""

DEFAULT_WORDING = "number"
"""The printed digits as they are; see `articles.embeds.sentence`."""


def parse(markup: str) -> Document:
    """The text in stored markup; DocumentError with the path of what is not known."""
    root = elements(markup)
    return Document(_blocks(root))


def _blocks(parent: Element) -> tuple[Block, ...]:
    found = []
    for child in parent.children:
        if isinstance(child, Element):
            found.append(_block(child))
        elif child.strip():
            raise DocumentError(parent.path, f"characters outside a paragraph: {child.strip()[:40]!r}")
    return tuple(found)


def _block(element: Element) -> Block:
    match element.tag:
        case "p":
            _only(element)
            return Paragraph(_inlines(element))
        case "h2" | "h3" | "h4":
            _only(element)
            return Heading(cast("Literal[2, 3, 4]", int(element.tag[1])), _inlines(element))
        case "ul":
            _only(element)
            return List(_items(element))
        case "ol":
            _only(element, "start")
            return List(_items(element), _start(element))
        case "blockquote":
            _only(element)
            return Quote(_blocks(element))
        case "hr":
            _only(element)
            return HorizontalRule()
        case "figure":
            _only(element, "data-embed")
            return _embed(element)
    raise DocumentError(element.path, f"<{element.tag}> is not known here; known are {_tags(BLOCKS)}")


def _items(element: Element) -> tuple[ListItem, ...]:
    found = []
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                raise DocumentError(element.path, f"characters outside an entry: {child.strip()[:40]!r}")
            continue
        if child.tag != "li":
            raise DocumentError(child.path, f"<{child.tag}> is not known here; known is <li>")
        _only(child)
        found.append(ListItem(_item_blocks(child)))
    return tuple(found)


def _item_blocks(item: Element) -> tuple[Block, ...]:
    """Blocks; an entry whose characters stand in no paragraph is one paragraph."""
    bare = any(
        child.tag in INLINES if isinstance(child, Element) else child.strip() for child in item.children
    )
    return (Paragraph(_inlines(item)),) if bare else _blocks(item)


def _inlines(parent: Element) -> tuple[Inline, ...]:
    return joined(Text(child) if isinstance(child, str) else _inline(child) for child in parent.children)


def _inline(element: Element) -> Inline:
    match element.tag:
        case "strong" | "b":
            _only(element)
            return Strong(_inlines(element))
        case "em" | "i":
            _only(element)
            return Emphasis(_inlines(element))
        case "br":
            _only(element)
            return Break()
        case "a":
            _only(element, "href")
            return Link(_href(element), _inlines(element))
        case "data":
            return binding_of(element)
    raise DocumentError(element.path, f"<{element.tag}> is not known here; known are {_tags(INLINES)}")


def binding_of(element: Element) -> Binding:
    """The figure in a `<data>`; DocumentError where it is none."""
    _only(element, "data-binding", "value")
    raw = _json(element, "data-binding", ("question", "wording"))
    fallback = "".join(child for child in element.children if isinstance(child, str))
    if any(isinstance(child, Element) for child in element.children):
        raise DocumentError(element.path, "a figure in a sentence holds characters only")
    wording = _text(raw, "wording", element) or DEFAULT_WORDING
    return Binding(_question(raw, element), wording, fallback)


def _embed(element: Element) -> EmbedBlock:
    raw = _json(element, "data-embed", ("kind", "question", "title", "note", "options", "description"))
    if any(isinstance(child, Element) or child.strip() for child in element.children):
        raise DocumentError(element.path, "an embed has no content of its own")
    options = raw.get("options") or {}
    if not isinstance(options, Mapping):
        raise DocumentError(element.path, f"options {options!r} are not an object")
    return EmbedBlock(
        kind=_text(raw, "kind", element),
        question=_question(raw, element),
        title=_text(raw, "title", element),
        note=_text(raw, "note", element),
        options=dict(options),
        description=_text(raw, "description", element),
    )


def _question(raw: Mapping[str, Any], element: Element) -> Question:
    try:
        return parse_question(raw.get("question"))
    except QuestionError as error:
        raise DocumentError(f"{element.path}/question", str(error)) from error


def _json(element: Element, attribute: str, known: tuple[str, ...]) -> Mapping[str, Any]:
    text = element.attributes.get(attribute, "")
    try:
        raw = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DocumentError(element.path, f"{attribute} is not JSON: {text[:40]!r}") from error
    if not isinstance(raw, dict):
        raise DocumentError(element.path, f"{attribute} is not an object: {text[:40]!r}")
    for key in raw:
        if key not in known:
            raise DocumentError(
                element.path, f"{key!r} is not known in {attribute}; known are {', '.join(known)}"
            )
    return raw


def _text(raw: Mapping[str, Any], key: str, element: Element) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise DocumentError(element.path, f"{key} {value!r} is not text")
    return value


def _href(element: Element) -> str:
    href = element.attributes.get("href", "").strip()
    if not is_allowed(href):
        raise DocumentError(
            element.path,
            f"{href!r} is not an address to link to; one of {', '.join(SCHEMES)} or /… is expected",
        )
    return href


def _start(element: Element) -> int:
    text = element.attributes.get("start", "1")
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise DocumentError(element.path, f"start {text!r} is not a whole number")
    return int(text)


def _only(element: Element, *known: str) -> None:
    """Refuse attributes that the element does not have."""
    ignored = IGNORED_ATTRIBUTES.get(element.tag, frozenset())
    for name in element.attributes:
        if name not in known and name not in ignored:
            raise DocumentError(element.path, f"attribute {name!r} is not known on <{element.tag}>")


def _tags(names: tuple[str, ...]) -> str:
    return ", ".join(f"<{name}>" for name in names)
