"""The lines of an article as plain characters: for titles of windows, feeds and search engines."""

from __future__ import annotations

from dataclasses import dataclass

from articles.document.line import words
from articles.document.nodes import Binding
from articles.document.words import Words
from articles.embeds.view import FigureView
from articles.render.resolve import Resolved


@dataclass(frozen=True, slots=True)
class Plain:
    """Lines as readers see them, without markup."""

    title: str
    standfirst: str
    summary: str
    social: str

    @property
    def description(self) -> str:
        """What search engines and feeds show."""
        return self.summary or self.standfirst

    @property
    def shared(self) -> str:
        """What stands where the article is shared."""
        return self.social or self.description


def plain_of(article: Words, resolved: Resolved) -> Plain:
    """The lines with the figures that are in force; a figure that cannot be given leaves an ellipsis."""

    def worded(path: str, _binding: Binding) -> str:
        view = resolved.views.get(path)
        return view.text if isinstance(view, FigureView) else "…"

    return Plain(**{name: words(line, name, worded) for name, line in article.lines.items()})
