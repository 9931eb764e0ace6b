"""The text of an article as markup, node by node; figures come resolved."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.document.nodes import (
    Binding,
    Break,
    Document,
    EmbedBlock,
    Emphasis,
    Heading,
    HorizontalRule,
    Link,
    List,
    ListItem,
    Node,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from articles.document.walk import placed_children
from articles.embeds.view import FigureView
from articles.errors import Problem
from articles.render import figures
from articles.render.notes import Notes
from articles.render.resolve import Resolved
from articles.render.typesetting import typeset
from stats.labels import Language


class Prose:
    """Writes one text; `notes` holds the explanations of its numbers afterwards."""

    def __init__(self, resolved: Resolved, language: Language) -> None:
        self.notes = Notes()
        self._resolved = resolved
        self._language = language
        self._embeds = 0
        self._in_link = False

    def render(self, document: Document) -> SafeString:
        """The markup of a whole text."""
        return self._children(document, "")

    def line(self, line: Paragraph, name: str) -> SafeString:
        """The markup of a line; `name` is that of its field."""
        return self._children(line, name)

    def _children(self, node: Node, path: str) -> SafeString:
        parts = [self._node(child, place) for place, child in placed_children(node, path)]
        return mark_safe("".join(parts))  # noqa: S308 (every part is escaped)

    def _node(self, node: Node, path: str) -> SafeString:
        match node:
            case Text(text):
                return escape(typeset(text, self._language))
            case Break():
                return SafeString("<br>")
            case HorizontalRule():
                return SafeString("<hr>\n")
            case Strong():
                return self._wrapped("strong", node, path)
            case Emphasis():
                return self._wrapped("em", node, path)
            case Link(href):
                return self._link(href, node, path)
            case Binding():
                return self._binding(path)
            case EmbedBlock():
                return self._embed(path)
            case Paragraph(()):
                return SafeString("")
            case Paragraph():
                return self._block("p", node, path)
            case Heading(level):
                return self._block(f"h{level}", node, path)
            case List(_, None):
                return self._block("ul", node, path)
            case List(_, 1):
                return self._block("ol", node, path)
            case List(_, start):
                return format_html('<ol start="{}">{}</ol>\n', start, self._children(node, path))
            case ListItem():
                return self._wrapped("li", node, path)
            case Quote():
                return self._block("blockquote", node, path)
            case Document():
                return self._children(node, path)

    def _wrapped(self, tag: str, node: Node, path: str) -> SafeString:
        return format_html("<{0}>{1}</{0}>", SafeString(tag), self._children(node, path))

    def _block(self, tag: str, node: Node, path: str) -> SafeString:
        return format_html("{}\n", self._wrapped(tag, node, path))

    def _link(self, href: str, node: Link, path: str) -> SafeString:
        outer, self._in_link = self._in_link, True
        content = self._children(node, path)
        self._in_link = outer
        return content if outer else format_html('<a href="{}">{}</a>', href, content)

    def _binding(self, path: str) -> SafeString:
        view = self._resolved.views.get(path)
        if not isinstance(view, FigureView):
            return figures.gap_in_sentence(self._problem(path))
        number, note = self.notes.add(view.explanation)
        return figures.render_figure(view, number=number, note=note, linked=not self._in_link)

    def _embed(self, path: str) -> SafeString:
        view = self._resolved.views.get(path)
        if view is None or isinstance(view, FigureView):
            return figures.gap(self._problem(path))
        self._embeds += 1
        return figures.render_embed(view, prefix=f"embed-{self._embeds}")

    def _problem(self, path: str) -> Problem:
        return self._resolved.problem_at(path) or Problem(path, "no answer")
