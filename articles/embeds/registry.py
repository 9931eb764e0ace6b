"""The kinds of embeds there are, in the order in which the editor offers them."""

from __future__ import annotations

from articles.embeds.bar import BarEmbed
from articles.embeds.embed import Embed
from articles.embeds.grouped import GroupedEmbed
from articles.embeds.key_figures import KeyFiguresEmbed
from articles.embeds.line import LineEmbed
from articles.embeds.multiples import MultiplesEmbed
from articles.embeds.options import EmbedError
from articles.embeds.ranking import Ranking
from articles.embeds.slope import SlopeEmbed
from articles.embeds.stacked import StackedEmbed
from articles.embeds.table import Table
from articles.embeds.tiles import MapEmbed
from stats.labels import nearest

EMBEDS: tuple[Embed, ...] = (
    Ranking(),
    Table(),
    BarEmbed(),
    GroupedEmbed(),
    StackedEmbed(),
    LineEmbed(),
    SlopeEmbed(),
    MultiplesEmbed(),
    MapEmbed(),
    KeyFiguresEmbed(),
)


def embed_of(kind: str) -> Embed:
    """The embed of a kind; EmbedError with the nearest ones otherwise."""
    for embed in EMBEDS:
        if embed.kind == kind:
            return embed
    kinds = [embed.kind for embed in EMBEDS]
    accepted = ", ".join(map(repr, nearest(kind, kinds) or kinds))
    raise EmbedError(f"{kind!r} is not a kind of embed; known are {accepted}")
