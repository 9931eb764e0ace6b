"""From a row of a table to a line over its periods."""

from __future__ import annotations

from articles.charts import Line, Point
from articles.document.nodes import EmbedBlock
from articles.embeds.cell import cell, charted, deciding
from articles.embeds.rows import is_highlighted, row_name
from stats.answers import Figure, Provenance, TableAnswer, TableRow
from stats.labels import Language


def line_of(row: TableRow, answer: TableAnswer, block: EmbedBlock, language: Language) -> Line:
    """A row as a line."""
    return Line(
        row_name(row, answer, language),
        tuple(_point(figure, answer.about, language) for figure in row.figures),
        highlight=is_highlighted(row, block),
    )


def _point(figure: Figure, about: Provenance, language: Language) -> Point:
    shown, limits = cell(figure, language, about), deciding(figure, about)
    return Point(
        number=charted(figure.value.number, about),
        text=shown.text,
        status=figure.value.status,
        low=charted(limits.low, about) if limits else None,
        high=charted(limits.high, about) if limits else None,
    )
