"""The smallest pieces of views as markup: a phrase, a number in a cell, a chart."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.charts import render_responsive
from articles.embeds.view import Cell, ChartView, Phrase
from articles.numbers import date_name


def words(phrase: Phrase) -> SafeString:
    """A phrase, marked with its language where that is not the page's."""
    if not phrase.lang:
        return escape(phrase.text)
    return format_html('<span lang="{}">{}</span>', phrase.lang, phrase.text)


def digits(cell: Cell) -> SafeString:
    """What stands in a cell, leading to its proof where it has one; a sign is read out as what it means."""
    content = escape(cell.text)
    if cell.spoken:
        content = format_html(
            '<span aria-hidden="true">{}</span><span class="visually-hidden">{}</span>',
            cell.text,
            cell.spoken,
        )
    return format_html('<a href="{}">{}</a>', cell.href, content) if cell.href else content


def chart(view: ChartView, prefix: str) -> SafeString:
    """The chart as SVG, which escapes all text that it is given."""
    return mark_safe(render_responsive(view.chart, id_prefix=prefix))  # noqa: S308 (made by articles.charts)


def day(at: datetime) -> str:
    """The day of a time where the newsroom is, in the language that is active."""
    return date_name(timezone.localtime(at).date(), "fr" if get_language() == "fr" else "en")
