"""From typed nodes back to the markup that the editor reads; the inverse of `parse`."""

from __future__ import annotations

import json
from html import escape
from typing import Any

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


def serialise(node: Node) -> str:
    """The markup that is stored for a node."""
    match node:
        case Text(text):
            return escape(text, quote=False)
        case Break():
            return "<br>"
        case HorizontalRule():
            return "<hr>"
        case Strong(inlines):
            return _wrapped("strong", inlines)
        case Emphasis(inlines):
            return _wrapped("em", inlines)
        case Link(href, inlines):
            return _wrapped("a", inlines, href=href)
        case Paragraph(inlines):
            return _wrapped("p", inlines)
        case Heading(level, inlines):
            return _wrapped(f"h{level}", inlines)
        case List(items, None):
            return _wrapped("ul", items)
        case List(items, 1):
            return _wrapped("ol", items)
        case List(items, start):
            return _wrapped("ol", items, start=str(start))
        case ListItem(blocks):
            return _wrapped("li", blocks)
        case Quote(blocks):
            return _wrapped("blockquote", blocks)
        case Document(blocks):
            return "".join(map(serialise, blocks))
        case Binding():
            return _wrapped("data", (Text(node.fallback),), **{"data-binding": _json(binding_as_json(node))})
        case EmbedBlock():
            return _wrapped("figure", (), **{"data-embed": _json(embed_as_json(node))})


def binding_as_json(binding: Binding) -> dict[str, Any]:
    """The object in `data-binding`."""
    return {"question": binding.question.as_json(), "wording": binding.wording}


def embed_as_json(embed: EmbedBlock) -> dict[str, Any]:
    """The object in `data-embed`; what says nothing is left out."""
    found: dict[str, Any] = {"kind": embed.kind, "question": embed.question.as_json()}
    if embed.title:
        found["title"] = embed.title
    if embed.note:
        found["note"] = embed.note
    if embed.options:
        found["options"] = dict(embed.options)
    if embed.description:
        found["description"] = embed.description
    return found


def _wrapped(tag: str, children: tuple[Node, ...], **attributes: str) -> str:
    opening = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{opening}>{''.join(map(serialise, children))}</{tag}>"


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
