"""A bar chart: a ranking, or a table of one column, with the figures behind it as a table."""

from __future__ import annotations

from dataclasses import replace

from articles.charts import Bar, BarChart
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.comparing import unit_text
from articles.embeds.describing import described, extremes
from articles.embeds.embed import Embed
from articles.embeds.one_each import Entry, named, one_each
from articles.embeds.options import HIGHLIGHT, SIZE, Choice, EmbedError, Switch
from articles.embeds.phrases import say
from articles.embeds.view import ChartView
from articles.numbers import number
from stats.answers import Answer, Provenance
from stats.labels import Label, Language, fold
from stats.questions import Kind

MOST_BARS = 40
"""Beyond this a chart is a wall; a table says it better."""

BOUNDS = Switch(
    "bounds",
    Label("Show what rounding and suppression leave open", "Montrer la marge d’incertitude"),
    Label("Adds a thin line from lowest to highest.", "Ajoute un trait du minimum au maximum."),
    default=True,
)
_ORDER = Choice(
    "order",
    Label("Order", "Ordre"),
    Label("The table below keeps its own.", "Le tableau ci-dessous garde le sien."),
    {"listed": Label("as in the table", "comme dans le tableau"), "name": Label("by name", "par nom")},
    "listed",
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
    options = (BOUNDS, _ORDER, HIGHLIGHT, SIZE)
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
        if _ORDER.of(block.options) == "name":
            by_name = sorted(entries, key=lambda entry: fold(entry.name))
            entries = tuple(replace(entry, distinguishable=None) for entry in by_name)
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
            bars=tuple(_bar(entry, about, language, highlight, bounds=bounds) for entry in entries),
            unit=str(unit_text(about, shown.periods, language)),
            language=language,
        )
        return ChartView(head, chart, shown.table, shown.table.foot)


def _bar(entry: Entry, about: Provenance, language: Language, highlight: str, *, bounds: bool) -> Bar:
    figure = entry.figure
    shown, limits = cell(figure, language, about), deciding(figure, about) if bounds else None
    return Bar(
        label=entry.name,
        number=charted(figure.value.number, about),
        text=shown.spoken or shown.text,
        low=charted(limits.low, about) if limits else None,
        high=charted(limits.high, about) if limits else None,
        status=figure.value.status,
        highlight=bool(highlight) and entry.code == highlight,
        distinguishable=entry.distinguishable,
    )
