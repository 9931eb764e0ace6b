"""A line chart: a series, or a table by periods, with the figures behind it as a table."""

from __future__ import annotations

from articles.charts import LineChart
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.comparing import unit_text
from articles.embeds.courses import courses
from articles.embeds.describing import described
from articles.embeds.embed import Embed
from articles.embeds.lines import line_of
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError, Switch
from articles.embeds.phrases import say
from articles.embeds.rows import periods_across
from articles.embeds.table import periods_of, table_view
from articles.embeds.view import ChartView
from articles.numbers import period_name
from stats.answers import Answer, TableAnswer
from stats.labels import Label, Language
from stats.periods import Period
from stats.questions import Kind

MOST_LINES = 5
"""More cannot be told apart without colour."""


_FROM_ZERO = Switch(
    "from_zero",
    Label("Begin at zero", "Commencer à zéro"),
    Label(
        "Otherwise the axis begins near the smallest figure, and says so.",
        "Sinon, l’axe commence près du plus petit chiffre et l’indique.",
    ),
    default=True,
)


class LineEmbed(Embed):
    """One to five lines over periods."""

    kind = "line"
    label = Label("Line chart", "Graphique linéaire")
    description = Label(
        "Figures over months, quarters or years, with the table behind them.",
        "Des chiffres par mois, trimestre ou année, avec le tableau correspondant.",
    )
    accepts = (Kind.TABLE, Kind.SERIES)
    options = (_FROM_ZERO, HIGHLIGHT, SIZE)
    example = {
        "kind": "line",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "series",
            "where": {"province": "ON"},
            "period": {"last": 36, "of": "month"},
        },
        "title": "Permits in Ontario, month by month",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The chart and its table as readers see them."""
        options.check(self.options, block.options)
        if not isinstance(answer, TableAnswer):
            raise EmbedError("a line chart shows the answer to a question of kind 'series' or 'table'")
        periods = periods_across(answer, kind="line chart")
        if not 0 < len(answer.rows) <= MOST_LINES:
            raise EmbedError(
                f"a line chart has 1 to {MOST_LINES} lines, not {len(answer.rows)}: choose fewer members"
            )
        table = table_view(answer, block, language)
        head = described(table.head, _description(answer, periods, language), block)
        chart = LineChart(
            title=str(head.title),
            description=head.description,
            lines=tuple(line_of(row, answer, block, language) for row in answer.rows),
            periods=periods,
            unit=str(unit_text(answer.about, periods_of(answer), language)),
            language=language,
            from_zero=_FROM_ZERO.of(block.options),
        )
        return ChartView(head, chart, table, table.foot)


def _description(answer: TableAnswer, periods: tuple[Period, ...], language: Language) -> str:
    opening = say(
        phrases.LINES,
        language,
        first=period_name(periods[0], language),
        last=period_name(periods[-1], language),
    )
    return " ".join((opening, *courses(answer, periods, language), say(phrases.BEHIND, language)))
