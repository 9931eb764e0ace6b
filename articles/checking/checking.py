"""Asking the rules about a draft: its errors alone for publishing, everything for the editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from articles.checking.links import dead_links
from articles.checking.neighbours import known_figures
from articles.checklist import ERRORS, Given, Note, OtherLanguage, Remark, check
from articles.checklist.typed import any_typed
from articles.document.elements import DocumentError
from articles.document.parse import parse
from articles.document.passages import place_of
from articles.document.walk import figures
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
    words = draft.manuscript
    links = dead_links(draft.document, words.path)
    return Given(
        language=words.language,
        document=draft.document,
        views=draft.resolved.views,
        lines={"title": words.title, "standfirst": words.standfirst, "summary": words.summary},
        dead=links.dead,
        unpublished=links.unpublished,
        remarks=tuple(_remarks(article, draft)),
    )


def _remarks(article: Article, draft: Draft) -> Iterator[Remark]:
    """The comments that are open, where the words now stand that they are about."""
    for comment in Comment.objects.filter(article=article).threads().open().select_related("by"):
        place = place_of(draft.document, comment.path, comment.quote)
        yield Remark(place or "", comment.quote if place else "", comment.by_name)


def _other_language(article: Article) -> OtherLanguage | None:
    other = article.in_other_language
    if other is None:
        return None
    try:
        document = parse(other.body)
    except DocumentError:
        return OtherLanguage(other.title, frozenset())
    return OtherLanguage(other.title, frozenset(node.question.key for _path, node in figures(document)))
