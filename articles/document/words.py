"""The words of an article: its lines and its text, with one way to all the figures in them.

The path of a figure in a line begins with the name of the line: `title/data[1]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from articles.document.elements import DocumentError
from articles.document.line import parse_line
from articles.document.nodes import Binding, Document, EmbedBlock, Paragraph
from articles.document.parse import parse
from articles.document.walk import figures, walk

LINES = ("title", "standfirst", "summary", "social")
"""The lines of an article by the names of their fields, in reading order."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines by name, and the text; what cannot be parsed is empty and stands in `faults` with its place."""

    lines: Mapping[str, Paragraph]
    body: Document
    faults: tuple[DocumentError, ...] = field(default=())

    def figures(self) -> Iterator[tuple[str, Binding | EmbedBlock]]:
        """Every binding and embed with its path, in reading order."""
        for name, line in self.lines.items():
            for path, node in walk(line, name):
                if isinstance(node, Binding):
                    yield path, node
        yield from figures(self.body)


def words_of(stored: Mapping[str, str]) -> Words:
    """The words in stored markup by field: `LINES` and `body`."""
    faults: list[DocumentError] = []
    lines = {}
    for name in LINES:
        try:
            lines[name] = parse_line(stored.get(name, ""))
        except DocumentError as error:
            lines[name] = Paragraph()
            faults.append(DocumentError(name, error.message))
    try:
        body = parse(stored.get("body", ""))
    except DocumentError as error:
        body = Document()
        faults.append(error)
    return Words(lines, body, tuple(faults))
