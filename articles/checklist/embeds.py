"""Embeds: each says in words of its own what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note
from articles.checklist.rule import Rule
from articles.document.nodes import EmbedBlock
from articles.document.walk import figures
from stats.labels import Label


class UntitledEmbed(Rule):
    """An embed without a title: readers, and screen readers first of all, get the dataset's name instead."""

    id = "untitled_embed"
    sentence = Label(
        "The embed has no title: readers get the name of the dataset in its place.",
        "Le bloc n’a pas de titre : les lecteurs voient à sa place le nom du jeu de données.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        for path, node in figures(given.document):
            if isinstance(node, EmbedBlock) and not node.title.strip():
                yield self.note(path)
