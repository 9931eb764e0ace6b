"""A bar chart: a ranking, or a table of one column, with the figures behind it as a table."""

from __future__ import annotations

from dataclasses import replace

from articles.charts import BarChart
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.bars import bar_of
from articles.embeds.comparing import unit_text
from articles.embeds.describing import described, extremes
from articles.embeds.embed import Embed
from articles.embeds.one_each import named, one_each
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError, Switch
from articles.embeds.ordering import ORDER, ordered
from articles.embeds.phrases import say
from articles.embeds.view import ChartView
from articles.numbers import number
from stats.answers import Answer
from stats.labels import Label, Language
from stats.questions import Kind

MOST_BARS = 40
"""Beyond this a chart is a wall; a table says it better."""

BOUNDS = Switch(
    "bounds",
    Label("Show what rounding and suppression leave open", "Montrer la marge d’incertitude"),
    Label("Adds a thin line from lowest to highest.", "Ajoute un trait du minimum au maximum."),
    default=True,
)


class BarEmbed(Embed):
    """Horizontal bars, longest first for a ranking."""

    kind = "bar"
    label = Label("Bar chart", "Diagramme à barres")
    description = Label(
        "The members of a dimension as bars, with the table behind them.",
        "Les membres d’une dimension en barres, avec le tableau correspondant.",
    )
    accepts = (Kind.RANKING, Kind.TABLE)
    options = (BOUNDS, ORDER, HIGHLIGHT, SIZE)
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
        options.check(self.options, block.options)
        bounds = BOUNDS.of(block.options)
        shown = one_each(answer, block, language, bounds=bounds)
        entries, about = shown.entries, answer.about
        if not 0 < len(entries) <= MOST_BARS:
            raise EmbedError(
                f"a bar chart has 1 to {MOST_BARS} bars, not {len(entries)}: choose fewer members"
            )
        if (order := ORDER.of(block.options)) != "listed":
            # A bracket joins neighbours of the ranking, which are neighbours no more.
            entries = ordered(
                (replace(entry, distinguishable=None) for entry in entries),
                order,
                name=lambda entry: entry.name,
                number=lambda entry: entry.figure.value.number,
            )
        made = (
            say(phrases.BARS, language, count=number(len(entries), language)),
            *extremes(named(entries), about, language),
            say(phrases.BEHIND, language),
        )
        head = described(shown.table.head, " ".join(made), block)
        highlight = HIGHLIGHT.of(block.options)
        chart = BarChart(
            title=str(head.title),
            description=head.description,
            bars=tuple(
                bar_of(
                    entry.name,
                    entry.figure,
                    about,
                    language,
                    bounds=bounds,
                    highlight=bool(highlight) and entry.code == highlight,
                    distinguishable=entry.distinguishable,
                )
                for entry in entries
            ),
            unit=str(unit_text(about, shown.periods, language)),
            language=language,
        )
        return ChartView(head, chart, shown.table, shown.table.foot)
