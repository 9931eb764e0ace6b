"""A bar chart: a ranking, or a table of one column, with the figures behind it as a table."""

from __future__ import annotations

from articles.charts import Bar, BarChart
from articles.document.nodes import EmbedBlock
from articles.embeds import options, phrases
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.comparing import Periods, unit_text
from articles.embeds.embed import Embed
from articles.embeds.options import EmbedError, Option
from articles.embeds.phrases import say
from articles.embeds.ranking import ranking_view
from articles.embeds.table import periods_of, table_view
from articles.embeds.view import ChartView, RankingView, TableView, phrase
from articles.numbers import number
from stats.answers import Answer, Figure, Provenance, RankingAnswer, TableAnswer
from stats.labels import Label, Language
from stats.questions import Kind

MOST_BARS = 40
"""Beyond this a chart is a wall; a table says it better."""


class BarEmbed(Embed):
    """Horizontal bars, longest first for a ranking."""

    kind = "bar"
    label = Label("Bar chart", "Diagramme à barres")
    description = Label(
        "The members of a dimension as bars, with the table behind them.",
        "Les membres d’une dimension en barres, avec le tableau correspondant.",
    )
    accepts = (Kind.RANKING, Kind.TABLE)
    options = (
        Option(
            "bounds",
            Label("Show what rounding and suppression leave open", "Montrer la marge d’incertitude"),
            Label("Adds a thin line from lowest to highest.", "Ajoute un trait du minimum au maximum."),
            default=True,
        ),
    )
    example = {
        "kind": "bar",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "ranking",
            "over": "province",
            "period": {"year": 2021},
        },
        "title": "Permits by province, 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The chart and its table as readers see them."""
        bounds = options.read(self.options, block.options)["bounds"]
        if isinstance(answer, RankingAnswer):
            rows = [(row.member.label, row.figure, row.distinguishable) for row in answer.rows]
            periods: Periods = (answer.period,)
            table: RankingView | TableView = ranking_view(
                answer, block, language, bounds=bounds, left_out=True
            )
        elif isinstance(answer, TableAnswer) and len(answer.columns) == 1:
            rows = [
                (row.member.label if row.member else phrases.ALL, row.figures[0], None) for row in answer.rows
            ]
            periods = periods_of(answer)
            table = table_view(answer, block, language)
        else:
            raise EmbedError("a bar chart shows one number a bar: choose one period")
        if not 0 < len(rows) <= MOST_BARS:
            raise EmbedError(f"a bar chart has 1 to {MOST_BARS} bars, not {len(rows)}: choose fewer members")
        bars = tuple(
            _bar(label, figure, answer.about, language, apart=apart, bounds=bounds)
            for label, figure, apart in rows
        )
        chart = BarChart(
            title=str(table.head.title),
            description=_description(bars, language),
            bars=bars,
            unit=str(unit_text(answer.about, periods, language)),
            language=language,
        )
        return ChartView(table.head, chart, table, table.foot)


def _bar(
    label: Label,
    figure: Figure,
    about: Provenance,
    language: Language,
    *,
    apart: bool | None,
    bounds: bool,
) -> Bar:
    shown, limits = cell(figure, language, about), deciding(figure, about) if bounds else None
    return Bar(
        label=str(phrase(label, language)),
        number=charted(figure.value.number, about),
        text=shown.spoken or shown.text,
        low=charted(limits.low, about) if limits else None,
        high=charted(limits.high, about) if limits else None,
        status=figure.value.status,
        distinguishable=apart,
    )


def _description(bars: tuple[Bar, ...], language: Language) -> str:
    numbered = [bar for bar in bars if bar.number is not None]
    largest = max(numbered, key=lambda bar: bar.number or 0.0, default=bars[0])
    return say(
        phrases.BAR_DESCRIPTION,
        language,
        count=number(len(bars), language),
        largest=f"{largest.label}, {largest.text}",
    )
