"""Figures that are worded otherwise than the editor chose, because the figures support no more."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note
from articles.checklist.rule import Rule
from articles.embeds.view import FigureView
from stats.labels import Label


class OtherWording(Rule):
    """A wording that fell back: the sentence around it may no longer fit."""

    id = "other_wording"
    sentence = Label(
        "It is worded otherwise than was chosen, “{text}”: {note}",
        "La formulation n’est pas celle qui a été choisie, « {text} » : {note}",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        for path, view in given.views.items():
            if isinstance(view, FigureView) and view.note:
                yield self.note(path, text=view.text, note=view.note)
