"""Headings: none is empty, and none skips a level, so that the outline can be listened to."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note, Severity
from articles.checklist.rule import Rule
from articles.document.nodes import Heading
from articles.document.passages import characters
from articles.document.walk import walk
from stats.labels import Label


class EmptyHeading(Rule):
    """A heading without a word: screen readers stop at it and say nothing."""

    id = "empty_heading"
    severity = Severity.ERROR
    sentence = Label("The heading is empty.", "L’intertitre est vide.")

    def notes(self, given: Given) -> Iterator[Note]:
        for path, node in walk(given.document):
            if isinstance(node, Heading) and not characters(node).strip():
                yield self.note(path)


class SkippedLevel(Rule):
    """A heading more than one level below the one before it; the title is of level 1."""

    id = "skipped_level"
    sentence = Label(
        "A heading of level {level} follows one of level {before}: a level is skipped.",
        "Un intertitre de niveau {level} suit un titre de niveau {before} : un niveau est sauté.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        before = 1
        for path, node in walk(given.document):
            if isinstance(node, Heading):
                if node.level > before + 1:
                    yield self.note(path, level=node.level, before=before)
                before = node.level
