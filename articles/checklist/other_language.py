"""The other language: whether the article is there too, and whether it rests on the same figures."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note
from articles.checklist.rule import Rule
from articles.document.walk import figures
from stats.labels import Label


class NoCounterpart(Rule):
    """An article in one language only."""

    id = "no_counterpart"
    sentence = Label(
        "The article has no counterpart in the other language.",
        "L’article n’a pas de pendant dans l’autre langue.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        if given.other is None:
            yield self.note("counterpart")


class OtherFigures(Rule):
    """A counterpart that asks other questions: its readers are told something else."""

    id = "other_figures"
    sentence = Label(
        "The figures are not those of “{title}”: {here} stand only here, {there} only there.",
        "Les chiffres ne sont pas ceux de « {title} » : {here} ne figurent qu’ici, {there} que là-bas.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        if given.other is None:
            return
        mine: dict[str, str] = {}
        for path, node in figures(given.document):
            mine.setdefault(node.question.key, path)
        here, there = mine.keys() - given.other.questions, given.other.questions - mine.keys()
        if here or there:
            place = next((path for key, path in mine.items() if key in here), "counterpart")
            yield self.note(place, title=given.other.title, here=len(here), there=len(there))
