"""Grouped bars: members by periods, or by the members of a second dimension, with their table."""

from __future__ import annotations

from articles.charts import Group, GroupedBars
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.bar import BOUNDS
from articles.embeds.bars import bar_of
from articles.embeds.comparing import unit_text
from articles.embeds.describing import Named, described, extremes
from articles.embeds.embed import Embed
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.ordering import ORDER, ordered
from articles.embeds.phrases import say
from articles.embeds.rows import is_highlighted, row_name
from articles.embeds.table import column_name, periods_of, table_view
from articles.embeds.view import ChartView
from articles.numbers import number
from stats.answers import Answer, TableAnswer, TableRow
from stats.labels import Label, Language
from stats.questions import Kind

MOST_GROUPS, MOST_IN_GROUP = 12, 6
"""Beyond this nobody finds a bar; a table says it better."""


class GroupedEmbed(Embed):
    """A group of bars for each member, one bar a column of the table behind them."""

    kind = "grouped"
    label = Label("Grouped bars", "Barres groupées")
    description = Label(
        "Members by periods, or by the members of a second dimension, as groups of bars.",
        "Des membres par période, ou par membre d’une deuxième dimension, en groupes de barres.",
    )
    accepts = (Kind.TABLE,)
    options = (BOUNDS, ORDER, HIGHLIGHT, SIZE)
    example = {
        "kind": "grouped",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "table",
            "where": {"province": ["ON", "BC", "QC"]},
            "over": "province",
            "period": {"from": "2019", "to": "2021"},
        },
        "title": "Permits in three provinces, 2019 to 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The chart and its table as readers see them."""
        options.check(self.options, block.options)
        if not isinstance(answer, TableAnswer):
            raise EmbedError("grouped bars show the answer to a question of kind 'table'")
        count, columns = len(answer.rows), len(answer.columns)
        if not (0 < count <= MOST_GROUPS and 1 < columns <= MOST_IN_GROUP):
            raise EmbedError(
                f"grouped bars have 1 to {MOST_GROUPS} groups of 2 to {MOST_IN_GROUP} bars, "
                f"not {count} of {columns}: choose fewer members or periods"
            )
        about = answer.about
        rows = ordered(
            answer.rows,
            ORDER.of(block.options),
            name=lambda row: row_name(row, answer, language),
            number=lambda row: row.figures[-1].value.number,
        )
        table = table_view(answer, block, language)
        head = described(table.head, _description(answer, rows, language), block)
        chart = GroupedBars(
            title=str(head.title),
            description=head.description,
            groups=tuple(_group(row, answer, block, language) for row in rows),
            unit=str(unit_text(about, periods_of(answer), language)),
            language=language,
        )
        return ChartView(head, chart, table, table.foot)


def _group(row: TableRow, answer: TableAnswer, block: EmbedBlock, language: Language) -> Group:
    bounds = BOUNDS.of(block.options)
    bars = tuple(
        bar_of(
            str(column_name(column, answer.about, language)),
            figure,
            answer.about,
            language,
            bounds=bounds,
            highlight=column.member is not None and column.member.code == HIGHLIGHT.of(block.options),
        )
        for column, figure in zip(answer.columns, row.figures, strict=True)
    )
    return Group(row_name(row, answer, language), bars, is_highlighted(row, block))


def _description(answer: TableAnswer, rows: tuple[TableRow, ...], language: Language) -> str:
    columns = [str(column_name(column, answer.about, language)) for column in answer.columns]
    named = [
        Named(f"{row_name(row, answer, language)}, {column}", figure)
        for row in rows
        for column, figure in zip(columns, row.figures, strict=True)
    ]
    opening = say(
        phrases.GROUPED,
        language,
        count=number(len(rows), language),
        names=", ".join(row_name(row, answer, language) for row in rows),
        parts=", ".join(columns),
    )
    return " ".join((opening, *extremes(named, answer.about, language), say(phrases.BEHIND, language)))
