"""Asking the rules about a draft: its errors alone for publishing, everything for the editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from articles.checking.links import dead_links
from articles.checking.neighbours import known_figures
from articles.checklist import ERRORS, Given, Note, OtherLanguage, Remark, check
from articles.checklist.typed import any_typed
from articles.document.line import words as typed
from articles.document.passages import place_of
from articles.models import Article, Comment
from articles.render.page import Draft


def errors(article: Article, draft: Draft) -> tuple[Note, ...]:
    """What the rules let nobody publish."""
    return check(_given(article, draft), ERRORS)


def findings(article: Article, draft: Draft) -> tuple[Note, ...]:
    """Errors and warnings. Takes two dozen queries at most, however long the text is."""
    given = replace(_given(article, draft), other=_other_language(article))
    if any_typed(given):
        given = replace(given, known=known_figures(draft))
    return check(given)


def _given(article: Article, draft: Draft) -> Given:
    manuscript = draft.manuscript
    words = manuscript.words
    links = dead_links(words.body, manuscript.path)
    return Given(
        language=manuscript.language,
        document=words.body,
        views=draft.resolved.views,
        lines={name: typed(line, name, lambda *_figure: "…") for name, line in words.lines.items()},
        dead=links.dead,
        unpublished=links.unpublished,
        remarks=tuple(_remarks(article, draft)),
    )


def _remarks(article: Article, draft: Draft) -> Iterator[Remark]:
    """The comments that are open, where the words now stand that they are about."""
    for comment in Comment.objects.filter(article=article).threads().open().select_related("by"):
        place = place_of(draft.manuscript.words.body, comment.path, comment.quote)
        yield Remark(place or "", comment.quote if place else "", comment.by_name)


def _other_language(article: Article) -> OtherLanguage | None:
    other = article.in_other_language
    if other is None:
        return None
    questions = frozenset(node.question.key for _path, node in other.words.figures())
    return OtherLanguage(other.headline, questions)
