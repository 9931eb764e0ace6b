"""A line: a headline, a standfirst, an alt text – characters and figures in one paragraph, and nothing else.

It is stored in the same markup as a text, so that the same figure stands in a headline as in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from articles.document.elements import DocumentError, Element, elements
from articles.document.nodes import Binding, Inline, Paragraph, Text, joined
from articles.document.parse import binding_of
from articles.document.serialise import serialise
from articles.document.walk import placed_children

_SPACES = re.compile(r"[ \t\r\n]+")

Worded = Callable[[str, Binding], str]
"""How the figure at a place reads."""


def parse_line(markup: str) -> Paragraph:
    """The line in stored markup; DocumentError with the path of anything but characters and figures.

    Several paragraphs, as a paste may leave them, are one line.
    """
    root = elements(markup)
    found: list[Inline] = []
    for child in root.children:
        if isinstance(child, Element) and child.tag == "p":
            if found:
                found.append(Text(" "))
            found.extend(_part(part) for part in child.children)
        else:
            found.append(_part(child))
    return Paragraph(_tidied(joined(found)))


def line_markup(line: Paragraph) -> str:
    """The markup that is stored for a line; the inverse of `parse_line`."""
    return "".join(serialise(inline) for inline in line.inlines)


def line_of(text: str) -> str:
    """The markup of plain characters."""
    return escape(text, quote=False)


def words(line: Paragraph, path: str, worded: Worded) -> str:
    """A line as plain characters, its figures worded as told; paths begin with that of the line."""
    parts = []
    for place, inline in placed_children(line, path):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, Binding):
            parts.append(worded(place, inline))
    return "".join(parts)


def as_written(markup: str) -> str:
    """The plain characters of a stored line, figures as the editor saw them; as it stands if it is none."""
    try:
        return words(parse_line(markup), "", lambda _place, binding: binding.fallback)
    except DocumentError:
        return markup


def _part(part: Element | str) -> Inline:
    if isinstance(part, str):
        return Text(part)
    if part.tag == "br":
        return Text(" ")
    if part.tag != "data":
        raise DocumentError(
            part.path, f"<{part.tag}> is not known here: a line holds characters and figures only"
        )
    return binding_of(part)


def _tidied(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without spaces at either end, and with single ones inside."""
    found = [Text(_SPACES.sub(" ", one.text)) if isinstance(one, Text) else one for one in inlines]
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip(" "))
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip(" "))
    return joined(found)
