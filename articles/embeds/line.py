"""A line chart: a series, or a table by periods, with the figures behind it as a table."""

from __future__ import annotations

from articles.charts import Line, LineChart, Point
from articles.document.nodes import EmbedBlock
from articles.embeds import options, phrases
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.comparing import unit_text
from articles.embeds.embed import Embed
from articles.embeds.options import EmbedError, Option
from articles.embeds.phrases import say
from articles.embeds.table import periods_of, table_view
from articles.embeds.view import ChartView, phrase
from articles.numbers import period_name
from stats.answers import Answer, Figure, Provenance, TableAnswer, TableRow
from stats.labels import Label, Language
from stats.periods import Period
from stats.questions import Kind

MOST_LINES = 5
"""More cannot be told apart without colour."""


class LineEmbed(Embed):
    """One to five lines over periods."""

    kind = "line"
    label = Label("Line chart", "Graphique linéaire")
    description = Label(
        "Figures over months, quarters or years, with the table behind them.",
        "Des chiffres par mois, trimestre ou année, avec le tableau correspondant.",
    )
    accepts = (Kind.TABLE, Kind.SERIES)
    options = (
        Option(
            "from_zero",
            Label("Begin at zero", "Commencer à zéro"),
            Label(
                "Otherwise the axis begins near the smallest figure, and says so.",
                "Sinon, l’axe commence près du plus petit chiffre et l’indique.",
            ),
            default=True,
        ),
    )
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
        from_zero = options.read(self.options, block.options)["from_zero"]
        if not isinstance(answer, TableAnswer):
            raise EmbedError("a line chart shows the answer to a question of kind 'series' or 'table'")
        periods = _periods(answer)
        if not 0 < len(answer.rows) <= MOST_LINES:
            raise EmbedError(
                f"a line chart has 1 to {MOST_LINES} lines, not {len(answer.rows)}: choose fewer members"
            )
        table = table_view(answer, block, language)
        lines = tuple(_line(row, answer, language) for row in answer.rows)
        chart = LineChart(
            title=str(table.head.title),
            description=_description(lines, periods, language),
            lines=lines,
            periods=periods,
            unit=str(unit_text(answer.about, periods_of(answer), language)),
            language=language,
            from_zero=from_zero,
        )
        return ChartView(table.head, chart, table, table.foot)


def _periods(answer: TableAnswer) -> tuple[Period, ...]:
    found = [column.period.answered for column in answer.columns if column.period is not None]
    if len(found) != len(answer.columns) or len(found) < 2:
        raise EmbedError("a line chart runs over periods: choose a range of at least two")
    return tuple(found)


def _line(row: TableRow, answer: TableAnswer, language: Language) -> Line:
    name = row.member.label if row.member is not None else _whole(answer)
    return Line(
        str(phrase(name, language)), tuple(_point(figure, answer.about, language) for figure in row.figures)
    )


def _whole(answer: TableAnswer) -> Label:
    """The name of a series' only line: the innermost member that was chosen."""
    return answer.about.where[-1][1].label if answer.about.where else phrases.ALL


def _point(figure: Figure, about: Provenance, language: Language) -> Point:
    shown, limits = cell(figure, language, about), deciding(figure, about)
    return Point(
        number=charted(figure.value.number, about),
        text=shown.text,
        status=figure.value.status,
        low=charted(limits.low, about) if limits else None,
        high=charted(limits.high, about) if limits else None,
    )


def _description(lines: tuple[Line, ...], periods: tuple[Period, ...], language: Language) -> str:
    return say(
        phrases.LINE_DESCRIPTION,
        language,
        first=period_name(periods[0], language),
        last=period_name(periods[-1], language),
        lines=", ".join(line.label for line in lines),
    )
