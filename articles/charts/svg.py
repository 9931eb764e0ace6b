"""Elements as text, in which nothing arrives unescaped.

`tag` escapes every attribute and every child that is not markup itself, so a label from a source file
cannot become an element. Characters that XML forbids are left out: one of them would make the whole chart
unreadable.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """Text that is markup already, made by this module only."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Text as it may stand in an element or between quotes."""
    if _SPECIAL.search(text) is None:
        return text
    text = _FORBIDDEN.sub("", text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(character, entity)
    return text


def digits(x: float) -> str:
    """A coordinate with one decimal at most, and no needless characters."""
    text = f"{x:.1f}"
    return text[:-2] if text.endswith(".0") else text


def tag(name: str, /, *children: str, **attributes: str | float | None) -> Markup:
    """`<name …>children</name>`; underscores in attributes become hyphens, None leaves one out."""
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None:
            continue
        shown = escaped(value) if isinstance(value, str) else digits(value)
        parts.append(f' {key.rstrip("_").replace("_", "-")}="{shown}"')
    if not children:
        parts.append("/>")
        return Markup("".join(parts))
    parts.append(">")
    parts.extend(child if isinstance(child, Markup) else escaped(child) for child in children)
    parts.append(f"</{name}>")
    return Markup("".join(parts))


def joined(*parts: Markup) -> Markup:
    """Elements one after another."""
    return Markup("".join(parts))
