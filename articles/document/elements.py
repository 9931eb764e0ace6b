"""Markup as a plain tree of elements, by the standard library's HTML parser; no meaning yet.

It is stricter than a browser: what is not closed, or closed twice, is refused and not mended, because what
the editor stores is well-formed and anything else did not come from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr"})
MAXIMUM_DEPTH = 40


class DocumentError(ValueError):
    """Stored markup that is not a text of ours: where in it, and what is wrong."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        self.message = message
        super().__init__(f"{path}: {message}" if path else message)


@dataclass
class Element:
    """A tag with its attributes, its content, and its place among its siblings (`p[3]/data[1]`)."""

    tag: str
    attributes: Mapping[str, str]
    path: str
    children: list[Element | str] = field(default_factory=list)

    def place_of(self, tag: str) -> str:
        """The path of a next child of that tag."""
        count = 1 + sum(isinstance(child, Element) and child.tag == tag for child in self.children)
        return f"{self.path}/{tag}[{count}]" if self.path else f"{tag}[{count}]"


def elements(markup: str) -> Element:
    """The tree under a nameless root; DocumentError if it is not well-formed."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    if len(reader.open) > 1:
        raise DocumentError(reader.open[-1].path, f"<{reader.open[-1].tag}> is not closed")
    return reader.open[0]


class _Reader(HTMLParser):
    """Builds the tree; `open` is the way from the root to the innermost element that is still open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {}, "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1]
        element = Element(tag, {name: value or "" for name, value in attrs}, parent.place_of(tag))
        if tag in _RAW or len(self.open) > MAXIMUM_DEPTH:
            raise DocumentError(element.path, f"<{tag}> cannot stand here")
        parent.children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or self.open[-1].tag != tag:
            raise DocumentError(self.open[-1].path, f"</{tag}> closes nothing here")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        children = self.open[-1].children
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)

    def handle_comment(self, data: str) -> None:
        raise DocumentError(self.open[-1].path, f"a comment cannot stand in a text: {data[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        raise DocumentError(self.open[-1].path, f"a declaration cannot stand in a text: {decl[:40]!r}")

    def handle_pi(self, data: str) -> None:
        raise DocumentError(self.open[-1].path, f"an instruction cannot stand in a text: {data[:40]!r}")

    def unknown_decl(self, data: str) -> None:
        raise DocumentError(self.open[-1].path, f"a section cannot stand in a text: {data[:40]!r}")


_RAW = frozenset(
    {"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"}
)
"""Elements whose content the HTML parser would read as raw text: refused before it does."""
