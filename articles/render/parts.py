"""The smallest pieces of views as markup: a phrase, a number in a cell, a chart."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.charts import render_responsive
from articles.embeds.view import Cell, ChartView, Phrase


def words(phrase: Phrase) -> SafeString:
    """A phrase, marked with its language where that is not the page's."""
    if not phrase.lang:
        return escape(phrase.text)
    return format_html('<span lang="{}">{}</span>', phrase.lang, phrase.text)


def digits(cell: Cell) -> SafeString:
    """What stands in a cell; a sign is read out as what it means."""
    if not cell.spoken:
        return escape(cell.text)
    return format_html(
        '<span aria-hidden="true">{}</span><span class="visually-hidden">{}</span>', cell.text, cell.spoken
    )


def chart(view: ChartView, prefix: str) -> SafeString:
    """The chart as SVG, which escapes all text that it is given."""
    return mark_safe(render_responsive(view.chart, id_prefix=prefix))  # noqa: S308 (made by articles.charts)
