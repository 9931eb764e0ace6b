"""A map of the provinces and territories in tiles, with the figures behind it as a table."""

from __future__ import annotations

from articles.charts import PLACES, Tile, TileMap
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.comparing import unit_text
from articles.embeds.describing import described, extremes
from articles.embeds.embed import Embed
from articles.embeds.one_each import Entry, named, one_each
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.phrases import say
from articles.embeds.view import ChartView
from articles.numbers import number
from stats.answers import Answer, Provenance
from stats.labels import Label, Language
from stats.questions import Kind


class MapEmbed(Embed):
    """Tiles of one size in the places of the provinces, darker for larger figures."""

    kind = "map"
    label = Label("Map", "Carte")
    description = Label(
        "The provinces and territories as tiles, with the table behind them.",
        "Les provinces et territoires en tuiles, avec le tableau correspondant.",
    )
    accepts = (Kind.RANKING, Kind.TABLE)
    options = (HIGHLIGHT, SIZE)
    example = {
        "kind": "map",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "ranking",
            "over": "province",
            "period": {"year": 2021},
        },
        "title": "Permits across the country, 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The map and its table as readers see them."""
        options.check(self.options, block.options)
        shown = one_each(answer, block, language, bounds=False)
        about = answer.about
        placed = tuple(entry for entry in shown.entries if entry.code in PLACES)
        if not placed:
            raise EmbedError("a map shows provinces and territories: choose a dimension that has them")
        if any((entry.figure.value.number or 0) < 0 for entry in placed):
            raise EmbedError("a map shades figures from zero up, and some are below: a bar chart shows them")
        made = (
            say(phrases.MAP, language, count=number(len(placed), language)),
            *extremes(named(placed), about, language),
            say(phrases.BEHIND, language),
        )
        head = described(shown.table.head, " ".join(made), block)
        highlight = HIGHLIGHT.of(block.options)
        chart = TileMap(
            title=str(head.title),
            description=head.description,
            tiles=tuple(_tile(entry, about, language, highlight) for entry in placed),
            unit=str(unit_text(about, shown.periods, language)),
            language=language,
        )
        return ChartView(head, chart, shown.table, shown.table.foot)


def _tile(entry: Entry, about: Provenance, language: Language, highlight: str) -> Tile:
    figure = entry.figure
    shown, limits = cell(figure, language, about), deciding(figure, about)
    return Tile(
        code=entry.code,
        label=entry.name,
        number=charted(figure.value.number, about),
        text=shown.text,
        low=charted(limits.low, about) if limits else None,
        high=charted(limits.high, about) if limits else None,
        status=figure.value.status,
        spoken=shown.spoken,
        highlight=entry.code == highlight,
    )
