"""Views as markup: a number in a sentence, an embed by its template, and a gap where there is neither."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.embeds.view import FigureView, View
from articles.errors import Problem


def render_figure(view: FigureView, *, number: int, note: int, linked: bool = True) -> SafeString:
    """A number in a sentence, leading to its note; inside a link it leads where that link leads."""
    content = format_html("{}", view.text)
    if linked:
        content = format_html('<a href="#note-{}" title="{}">{}</a>', note, view.explanation, content)
    value = format_html(' value="{}"', view.value) if view.value else SafeString()
    tag = "data" if view.value else "span"
    return format_html(
        '<{0} class="figure" id="figure-{1}"{2}>{3}</{0}>', SafeString(tag), number, value, content
    )


def render_embed(view: View, *, prefix: str) -> SafeString:
    """An embed; `prefix` makes its ids unique on the page. Renders in the language that is active."""
    return mark_safe(render_to_string(view.template, {"view": view, "prefix": prefix}))  # noqa: S308 (a template)


def gap_in_sentence(problem: Problem) -> SafeString:
    """What an editor sees in the place of a number that cannot be given."""
    return format_html('<mark class="gap" title="{}">{}</mark>', problem.message, gettext("figure missing"))


def gap(problem: Problem) -> SafeString:
    """What an editor sees in the place of an embed that cannot be shown."""
    return format_html(
        '<div class="embed gap" role="note"><p><strong>{}</strong> {}</p></div>',
        gettext("This cannot be shown."),
        problem.message,
    )
