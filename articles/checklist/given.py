"""What the rules look at: one text with its figures, and what is known around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from articles.checklist.known import Known
from articles.document.nodes import Document
from articles.document.passages import Passage, passages
from articles.embeds.view import FigureView, View
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same article in the other language: its title, and the keys of the questions that it asks."""

    title: str
    questions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that nobody has resolved: where it stands, the words that it is about, who made it."""

    path: str
    quote: str
    by: str


@dataclass(frozen=True)
class Given:
    """One text as rules see it. Views are by their places; a place without a view is another's business."""

    language: Language
    document: Document
    views: Mapping[str, FigureView | View] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    """The words of the fields of one line, by field, with an ellipsis in the place of each figure."""
    dead: frozenset[str] = frozenset()
    """Addresses that the text links to and that lead nowhere."""
    unpublished: frozenset[str] = frozenset()
    """Addresses of own articles that readers cannot open yet."""
    other: OtherLanguage | None = None
    known: tuple[Known, ...] = ()
    """Figures that a number typed by hand may be, the article's own first."""
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The blocks that hold words, in reading order."""
        return tuple(passages(self.document))
