"""Small multiples: members over periods, a small line each on one scale, with their table."""

from __future__ import annotations

from articles.charts import SmallMultiples
from articles.charts.multiples import MOST
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.comparing import unit_text
from articles.embeds.courses import courses
from articles.embeds.describing import described
from articles.embeds.embed import Embed
from articles.embeds.lines import line_of
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.ordering import ORDER, ordered
from articles.embeds.phrases import say
from articles.embeds.rows import periods_across, row_name
from articles.embeds.table import periods_of, table_view
from articles.embeds.view import ChartView
from articles.numbers import number, period_name
from stats.answers import Answer, TableAnswer
from stats.labels import Label, Language
from stats.questions import Kind


class MultiplesEmbed(Embed):
    """A small line for each member, all on one scale."""

    kind = "multiples"
    label = Label("Small multiples", "Petits multiples")
    description = Label(
        "Members over periods, a small line each on a common scale, with the table behind them.",
        "Des membres au fil des périodes, une petite ligne chacun à échelle commune, avec le tableau.",
    )
    accepts = (Kind.TABLE,)
    options = (ORDER, HIGHLIGHT, SIZE)
    example = {
        "kind": "multiples",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "table",
            "over": "province",
            "period": {"last": 36, "of": "month"},
        },
        "title": "Permits month by month in each province",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The chart and its table as readers see them."""
        options.check(self.options, block.options)
        if not isinstance(answer, TableAnswer):
            raise EmbedError("small multiples show the answer to a question of kind 'table'")
        periods = periods_across(answer, kind="chart of small multiples")
        if not 0 < len(answer.rows) <= MOST:
            raise EmbedError(
                f"small multiples are 1 to {MOST} lines, not {len(answer.rows)}: choose fewer members"
            )
        rows = ordered(
            answer.rows,
            ORDER.of(block.options),
            name=lambda row: row_name(row, answer, language),
            number=lambda row: row.figures[-1].value.number,
        )
        made = (
            say(
                phrases.MULTIPLES,
                language,
                count=number(len(rows), language),
                first=period_name(periods[0], language),
                last=period_name(periods[-1], language),
            ),
            *courses(answer, periods, language),
            say(phrases.BEHIND, language),
        )
        table = table_view(answer, block, language)
        head = described(table.head, " ".join(made), block)
        chart = SmallMultiples(
            title=str(head.title),
            description=head.description,
            lines=tuple(line_of(row, answer, block, language) for row in rows),
            periods=periods,
            unit=str(unit_text(answer.about, periods_of(answer), language)),
            language=language,
        )
        return ChartView(head, chart, table, table.foot)
