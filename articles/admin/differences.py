"""Two revisions compared for people: lines by their labels, passages, and what the figures in them mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles.admin.places import FIELDS
from articles.comparison import Passage, Said, compare_lines, compare_texts
from articles.document.nodes import Binding, Document, EmbedBlock, Paragraph, Text
from articles.document.words import LINES, Words
from articles.embeds.view import FigureView
from articles.models import Revision
from articles.render.resolve import resolve
from stats.labels import Language

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Line:
    """What became of a field of one line."""

    label: str | Promise
    passage: Passage


def compared(old: Revision, new: Revision, language: Language) -> tuple[list[Line], tuple[Passage, ...]]:
    """What became of the lines and of the passages; figures are explained in the article's language."""
    before, after = readable(old), readable(new)
    old_says = _said(before, language)
    new_says = old_says if before == after else _said(after, language)
    lines = [
        Line(
            FIELDS[name],
            compare_lines(
                before.lines[name], after.lines[name], name=name, old_says=old_says, new_says=new_says
            ),
        )
        for name in LINES
    ]
    return lines, compare_texts(before.body, after.body, old_says=old_says, new_says=new_says)


def readable(revision: Revision) -> Words:
    """What a revision says; what no longer parses as its bare characters."""
    words = revision.words
    if not words.faults:
        return words
    faulty = {fault.path for fault in words.faults}
    lines = {
        name: Paragraph((Text(getattr(revision, name)),)) if name in faulty else line
        for name, line in words.lines.items()
    }
    if faulty <= set(LINES):
        return Words(lines, words.body)
    return Words(lines, Document((Paragraph((Text(strip_tags(revision.body)),)),)))


def _said(words: Words, language: Language) -> Said:
    """Figures as their writer saw them, with what they mean by the figures in force."""
    resolved = resolve(words.figures(), language)

    def said(path: str, node: Binding | EmbedBlock) -> tuple[str, str]:
        view = resolved.views.get(path)
        if isinstance(node, Binding):
            meaning = view.explanation if isinstance(view, FigureView) else _("no longer answered")
            return node.fallback, meaning
        if view is None or isinstance(view, FigureView):
            return node.title or node.kind, _("no longer answered")
        return view.head.title.text, " · ".join(phrase.text for phrase in view.head.about)

    return said
