"""Links to places of this site that readers would not find."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note, Severity
from articles.checklist.rule import Rule
from articles.document.nodes import Link
from articles.document.walk import walk
from stats.labels import Label


class DeadLink(Rule):
    """A link to a place of this site at which nothing is."""

    id = "dead_link"
    severity = Severity.ERROR
    sentence = Label("Readers find nothing at {href}.", "Les lecteurs ne trouvent rien à {href}.")

    def notes(self, given: Given) -> Iterator[Note]:
        for path, href in _linked(given):
            if href in given.dead:
                yield self.note(path, href=href)


class UnpublishedLink(Rule):
    """A link to an article that is not before readers yet, or no longer."""

    id = "unpublished_link"
    sentence = Label(
        "The article at {href} is not published.", "L’article à l’adresse {href} n’est pas publié."
    )

    def notes(self, given: Given) -> Iterator[Note]:
        for path, href in _linked(given):
            if href in given.unpublished:
                yield self.note(path, href=href)


def _linked(given: Given) -> Iterator[tuple[str, str]]:
    for path, node in walk(given.document):
        if isinstance(node, Link):
            yield path, node.href
