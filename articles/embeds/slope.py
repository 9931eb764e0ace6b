"""A slope chart: members at two periods of one length, with their table."""

from __future__ import annotations

from articles.charts import Slope, SlopeChart, SlopeEnd
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.comparing import unit_text
from articles.embeds.courses import courses
from articles.embeds.describing import described, direction
from articles.embeds.embed import Embed
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.phrases import say
from articles.embeds.rows import comparable, is_highlighted, periods_across, row_name
from articles.embeds.table import column_name, periods_of, table_view
from articles.embeds.view import ChartView
from articles.numbers import number
from stats.answers import Answer, Figure, Provenance, TableAnswer, TableRow
from stats.labels import Label, Language
from stats.questions import Kind

MOST_SLOPES = 8
"""More names stand far from their points; small multiples or a table show them."""


class SlopeEmbed(Embed):
    """How each member went from the first period to the last; those between are in the table."""

    kind = "slope"
    label = Label("Slope chart", "Diagramme de pentes")
    description = Label(
        "Members at two periods, joined by lines, with the table behind them.",
        "Des membres à deux périodes, reliés par des lignes, avec le tableau correspondant.",
    )
    accepts = (Kind.TABLE, Kind.SERIES)
    options = (HIGHLIGHT, SIZE)
    example = {
        "kind": "slope",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "table",
            "over": "province",
            "period": {"from": "2020", "to": "2021"},
        },
        "title": "Permits by province, 2020 and 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The chart and its table as readers see them."""
        options.check(self.options, block.options)
        if not isinstance(answer, TableAnswer):
            raise EmbedError("a slope chart shows the answer to a question of kind 'table' or 'series'")
        periods = periods_across(answer, kind="slope chart")
        if not comparable(periods[0], periods[-1]):
            raise EmbedError(
                f"{periods[0]} and {periods[-1]} are not of one length and may not be compared: "
                "choose two whole periods"
            )
        if not 0 < len(answer.rows) <= MOST_SLOPES:
            raise EmbedError(
                f"a slope chart has 1 to {MOST_SLOPES} lines, not {len(answer.rows)}: choose fewer members"
            )
        about = answer.about
        first, last = (str(column_name(answer.columns[at], about, language)) for at in (0, -1))
        made = (
            say(phrases.SLOPES, language, count=number(len(answer.rows), language), first=first, last=last),
            *courses(answer, periods, language),
            say(phrases.BEHIND, language),
        )
        table = table_view(answer, block, language)
        head = described(table.head, " ".join(made), block)
        chart = SlopeChart(
            title=str(head.title),
            description=head.description,
            slopes=tuple(_slope(row, answer, block, language) for row in answer.rows),
            periods=(first, last),
            unit=str(unit_text(about, periods_of(answer), language)),
            language=language,
        )
        return ChartView(head, chart, table, table.foot)


def _slope(row: TableRow, answer: TableAnswer, block: EmbedBlock, language: Language) -> Slope:
    before, after = row.figures[0], row.figures[-1]
    return Slope(
        row_name(row, answer, language),
        _end(before, answer.about, language),
        _end(after, answer.about, language),
        open=direction(before, after, answer.about) is None,
        highlight=is_highlighted(row, block),
    )


def _end(figure: Figure, about: Provenance, language: Language) -> SlopeEnd:
    """An end of a slope; a hidden figure stands in the middle of what it can be."""
    text, limits = cell(figure, language, about).text, deciding(figure, about)
    shown = charted(figure.value.number, about)
    if shown is not None or limits is None:
        return SlopeEnd(shown, text)
    return SlopeEnd(charted((limits.low + limits.high) / 2, about), text, hollow=True)
