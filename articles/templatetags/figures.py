"""Parts of views in templates: ``{{ phrase|words }}``, ``{{ cell|digits }}``, ``{% chart view prefix %}``."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.embeds.view import Cell, ChartView, Phrase
from articles.numbers import date_name
from articles.render import parts
from articles.render.typesetting import typeset

register = template.Library()


@register.filter
def words(phrase: Phrase) -> SafeString:
    """A phrase, marked with its language where that is not the page's."""
    return parts.words(phrase)


@register.filter
def digits(cell: Cell) -> SafeString:
    """What stands in a cell, and what a screen reader says instead of a sign."""
    return parts.digits(cell)


@register.simple_tag
def chart(view: ChartView, prefix: str) -> SafeString:
    """The chart of a view, wide and narrow."""
    return parts.chart(view, prefix)


@register.filter
def day(at: datetime) -> str:
    """The day of a time, in the language that is active: July 31, 2024; 31 juillet 2024."""
    return parts.day(at)


@register.filter
def date_in_words(day: date) -> str:
    """A day, in the language that is active."""
    return date_name(day, "fr" if get_language() == "fr" else "en")


@register.filter
def set_in_type(text: str) -> str:
    """A text with no-break spaces where the language that is active wants them."""
    return typeset(text, get_language() or "en")
