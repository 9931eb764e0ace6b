"""Key figures: one to four numbers in a row, each with its name and where it came from."""

from __future__ import annotations

from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.cell import cell
from articles.embeds.describing import described, direction, spoken
from articles.embeds.embed import Embed
from articles.embeds.foot import foot
from articles.embeds.head import head
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.period_words import covered
from articles.embeds.phrases import say
from articles.embeds.quantity import is_change
from articles.embeds.rows import comparable, is_highlighted, row_name
from articles.embeds.table import periods_of
from articles.embeds.view import KeyFigure, KeyFiguresView, Phrase
from articles.numbers import number
from stats.answers import Answer, AnsweredPeriod, TableAnswer, TableRow
from stats.labels import Label, Language
from stats.questions import Kind

MOST_FIGURES = 4
"""More are a table."""


class KeyFiguresEmbed(Embed):
    """The figures of the last period, each with that of the first one where there are two or more."""

    kind = "key_figures"
    label = Label("Key figures", "Chiffres clés")
    description = Label(
        "One to four numbers in a row, with what they were before.",
        "De un à quatre nombres côte à côte, avec ce qu’ils étaient avant.",
    )
    accepts = (Kind.TABLE, Kind.SERIES)
    options = (HIGHLIGHT, SIZE)
    example = {
        "kind": "key_figures",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "table",
            "where": {"province": ["ON", "BC", "QC"]},
            "over": "province",
            "period": {"from": "2020", "to": "2021"},
        },
        "title": "Permits in 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> KeyFiguresView:
        """The row of figures as readers see it."""
        options.check(self.options, block.options)
        if not isinstance(answer, TableAnswer) or answer.by is not None:
            raise EmbedError(
                "key figures show the answer to a question of kind 'table' or 'series' by periods"
            )
        if not 0 < len(answer.rows) <= MOST_FIGURES:
            raise EmbedError(
                f"key figures are 1 to {MOST_FIGURES}, not {len(answer.rows)}: choose fewer members"
            )
        periods = periods_of(answer)
        first, last = periods[0], periods[-1]
        if not comparable(first.answered, last.answered):
            raise EmbedError(
                f"{first.answered} and {last.answered} are not of one length and may not be compared: "
                "choose one period, or two whole ones"
            )
        about = answer.about
        made = say(phrases.KEY_FIGURES, language, count=number(len(answer.rows), language))
        shown = [figure for row in answer.rows for figure in row.figures[:: max(1, len(periods) - 1)]]
        return KeyFiguresView(
            head=described(head(about, block, language, period=last, periods=periods), made, block),
            figures=tuple(
                KeyFigure(
                    label=Phrase(row_name(row, answer, language)),
                    cell=cell(row.figures[-1], language, about),
                    change="" if len(periods) == 1 else _change(row, answer, first, language),
                    highlight=is_highlighted(row, block),
                )
                for row in answer.rows
            ),
            foot=foot(about, shown, language, periods=periods),
        )


def _change(row: TableRow, answer: TableAnswer, first: AnsweredPeriod, language: Language) -> str:
    """What it was before, and whether it has surely gone up or down since."""
    before, now, about = row.figures[0], row.figures[-1], answer.about
    moved = None if is_change(about) else direction(before, now, about)
    said = phrases.UP_FROM if moved == 1 else phrases.DOWN_FROM if moved == -1 else phrases.BEFORE
    return say(said, language, figure=spoken(before, about, language), period=covered(about, first, language))
