"""Rankings whose order the figures do not settle, before the text around them claims one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from articles.checklist.given import Given
from articles.checklist.note import Note
from articles.checklist.rule import Rule
from articles.embeds.view import ChartView, RankingView
from stats.labels import Label

NAMED = 4
"""How many members of one run are named."""


class OpenOrder(Rule):
    """Places next to each other that rounding and suppression leave open."""

    id = "open_order"
    sentence = Label(
        "The figures do not tell the order of {members}: the text should not claim one.",
        "Les chiffres ne permettent pas de départager {members} : le texte ne doit pas l’affirmer.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        for path, view in given.views.items():
            table = view.table if isinstance(view, ChartView) else view
            if not isinstance(table, RankingView):
                continue
            for open_, rows in groupby(table.rows, key=lambda row: row.open):
                if open_:
                    yield self.note(path, members=_named([str(row.member) for row in rows]))


def _named(names: list[str]) -> Label:
    more, shown = len(names) - NAMED, ", ".join(names[:NAMED])
    if len(names) == 1:
        return Label(f"{shown} and what comes next", f"{shown} et ce qui suit")
    if more <= 0:
        return Label(shown, shown)
    return Label(f"{shown} and {more} more", f"{shown} et {more} de plus")
