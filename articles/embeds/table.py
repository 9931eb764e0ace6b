"""A table: members by periods or by other members, parts indented below their wholes."""

from __future__ import annotations

from collections.abc import Sequence

from articles.document.nodes import EmbedBlock
from articles.embeds import options, phrases
from articles.embeds.cell import cell
from articles.embeds.comparing import Periods, unit_text
from articles.embeds.describing import described, table_description
from articles.embeds.embed import Embed
from articles.embeds.extent import cropped
from articles.embeds.foot import foot
from articles.embeds.head import head
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.period_words import covered
from articles.embeds.phrases import say
from articles.embeds.table_remarks import Remarks, remarks
from articles.embeds.view import Phrase, Remarked, TableRowView, TableView, phrase
from stats.answers import Answer, Column, Provenance, TableAnswer
from stats.labels import Label, Language
from stats.questions import Kind


class Table(Embed):
    """Figures in rows and columns."""

    kind = "table"
    label = Label("Table", "Tableau")
    description = Label(
        "Members by periods, or by the members of a second dimension.",
        "Des membres par période, ou par membre d’une deuxième dimension.",
    )
    accepts = (Kind.TABLE, Kind.SERIES)
    options = (HIGHLIGHT, SIZE)
    example = {
        "kind": "table",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "table",
            "where": {"occupation": "_T"},
            "over": "province",
            "period": {"from": "2019", "to": "2021"},
        },
        "title": "Permits by province, 2019 to 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> TableView:
        """The table as readers see it."""
        if not isinstance(answer, TableAnswer):
            raise EmbedError("a table shows the answer to a question of kind 'table' or 'series'")
        options.check(self.options, block.options)
        return table_view(answer, block, language)


def table_view(answer: TableAnswer, block: EmbedBlock, language: Language) -> TableView:
    """A table's view, also for the table behind a chart.

    A series is one row without a member; it is turned upside down, because a column of years reads better on
    a telephone than a row of them.
    """
    series = all(row.member is None for row in answer.rows)
    figures = [figure for row in answer.rows for figure in row.figures]
    about, periods = answer.about, periods_of(answer)
    found = remarks(answer, language)
    columns = tuple(
        Remarked(column_name(column, about, language), found.of_column(at))
        for at, column in enumerate(answer.columns)
    )
    return TableView(
        head=described(
            head(about, block, language, period=answer.period, periods=periods),
            table_description(answer, language),
            block,
        ),
        row_heading=Phrase(say(phrases.PERIOD, language))
        if series
        else phrase(answer.over or Label(), language),
        columns=(Remarked(unit_text(about, periods, language)),) if series else columns,
        rows=_turned(answer, columns, language) if series else _rows(answer, found, block, language),
        cropped=cropped(answer, language),
        foot=foot(about, figures, language, periods=periods),
        remarks=found.views,
    )


def periods_of(answer: TableAnswer) -> Periods:
    """The periods of a table's figures: those of its columns, or the one of all of them."""
    columns = [column.period for column in answer.columns if column.period is not None]
    return columns if answer.period is None else (answer.period,)


def column_name(column: Column, about: Provenance, language: Language) -> Phrase:
    """The heading of a column: its period, in the part that is covered, or its member."""
    if column.member is not None:
        return phrase(column.member.label, language)
    if column.period is not None:
        return Phrase(covered(about, column.period, language))
    return Phrase("")


def _rows(
    answer: TableAnswer, found: Remarks, block: EmbedBlock, language: Language
) -> tuple[TableRowView, ...]:
    highlight = HIGHLIGHT.of(block.options)
    return tuple(
        TableRowView(
            heading=Remarked(
                phrase(row.member.label if row.member else phrases.ALL, language), found.of_row(at)
            ),
            depth=row.depth,
            cells=tuple(cell(figure, language, answer.about) for figure in row.figures),
            highlight=row.member is not None and row.member.code == highlight,
        )
        for at, row in enumerate(answer.rows)
    )


def _turned(answer: TableAnswer, columns: Sequence[Remarked], language: Language) -> tuple[TableRowView, ...]:
    return tuple(
        TableRowView(heading, 0, (cell(figure, language, answer.about),))
        for row in answer.rows
        for heading, figure in zip(columns, row.figures, strict=True)
    )
