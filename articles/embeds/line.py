"""A line chart: a series, or a table by periods, with the figures behind it as a table."""

from __future__ import annotations

from articles.charts import Line, LineChart, Point
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.comparing import unit_text
from articles.embeds.describing import Named, absent, course, described
from articles.embeds.embed import Embed
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError, Switch
from articles.embeds.phrases import ALL, say
from articles.embeds.table import periods_of, table_view
from articles.embeds.view import ChartView, phrase
from articles.numbers import period_name
from stats.answers import Answer, Figure, Provenance, TableAnswer, TableRow
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
        periods = periods_in(answer)
        if not 0 < len(answer.rows) <= MOST_LINES:
            raise EmbedError(
                f"a line chart has 1 to {MOST_LINES} lines, not {len(answer.rows)}: choose fewer members"
            )
        table = table_view(answer, block, language)
        head = described(table.head, _description(answer, periods, language), block)
        highlight = HIGHLIGHT.of(block.options)
        chart = LineChart(
            title=str(head.title),
            description=head.description,
            lines=tuple(line_of(row, answer, language, highlight) for row in answer.rows),
            periods=periods,
            unit=str(unit_text(answer.about, periods_of(answer), language)),
            language=language,
            from_zero=_FROM_ZERO.of(block.options),
        )
        return ChartView(head, chart, table, table.foot)


def periods_in(answer: TableAnswer) -> tuple[Period, ...]:
    """The periods that a chart runs over; EmbedError where there are not two of them."""
    found = [column.period.answered for column in answer.columns if column.period is not None]
    if len(found) != len(answer.columns) or len(found) < 2:
        raise EmbedError("a line chart runs over periods: choose a range of at least two")
    return tuple(found)


def line_of(row: TableRow, answer: TableAnswer, language: Language, highlight: str = "") -> Line:
    """A row as a line."""
    return Line(
        name_of(row, answer, language),
        tuple(_point(figure, answer.about, language) for figure in row.figures),
        highlight=row.member is not None and row.member.code == highlight,
    )


def name_of(row: TableRow, answer: TableAnswer, language: Language) -> str:
    """The name of a row: its member's, or that of a series."""
    return str(phrase(row.member.label if row.member is not None else _whole(answer), language))


def _whole(answer: TableAnswer) -> Label:
    """The name of a series' only line: the innermost member that was chosen."""
    return answer.about.where[-1][1].label if answer.about.where else ALL


def _point(figure: Figure, about: Provenance, language: Language) -> Point:
    shown, limits = cell(figure, language, about), deciding(figure, about)
    return Point(
        number=charted(figure.value.number, about),
        text=shown.text,
        status=figure.value.status,
        low=charted(limits.low, about) if limits else None,
        high=charted(limits.high, about) if limits else None,
    )


def _description(answer: TableAnswer, periods: tuple[Period, ...], language: Language) -> str:
    opening = say(
        phrases.LINES,
        language,
        first=period_name(periods[0], language),
        last=period_name(periods[-1], language),
    )
    return " ".join((opening, *courses(answer, periods, language), say(phrases.BEHIND, language)))


def comparable(one: Period, other: Period) -> bool:
    """Whether two periods are of one length: no part of a year is compared with a whole one."""
    return one.frequency is other.frequency and (not one.frequency.partial or one.n == other.n)


def courses(answer: TableAnswer, periods: tuple[Period, ...], language: Language) -> tuple[str, ...]:
    """How each row went from first to last; no part of a period is compared with a whole one."""
    alike = [at for at, period in enumerate(periods) if comparable(periods[0], period)]
    found = []
    for row in answer.rows:
        known = [at for at in alike if row.figures[at].value.number is not None]
        if len(known) > 1:
            first, last = known[0], known[-1]
            name = name_of(row, answer, language)
            start, end = (periods[first], row.figures[first]), (periods[last], row.figures[last])
            found.append(course(name, start, end, answer.about, language))
    hidden = [Named("", figure) for row in answer.rows for figure in row.figures]
    return (*found, *absent(hidden, language))
