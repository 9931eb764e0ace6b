"""From a figure to a bar, for every chart that has bars."""

from __future__ import annotations

from articles.charts import Bar
from articles.embeds.cell import cell, charted, deciding
from stats.answers import Figure, Provenance
from stats.labels import Language


def bar_of(
    name: str,
    figure: Figure,
    about: Provenance,
    language: Language,
    *,
    bounds: bool,
    highlight: bool = False,
    distinguishable: bool | None = None,
) -> Bar:
    """The bar of a figure, with its bounds if they are to be shown; a hidden one is drawn by its bounds."""
    shown, limits = cell(figure, language, about), deciding(figure, about)
    drawn = limits if bounds or figure.value.number is None else None
    return Bar(
        label=name,
        number=charted(figure.value.number, about),
        text=shown.spoken or shown.text,
        low=charted(drawn.low, about) if drawn else None,
        high=charted(drawn.high, about) if drawn else None,
        status=figure.value.status,
        highlight=highlight,
        distinguishable=distinguishable,
    )
