"""A manuscript: all that one page is made of, as values, so that making a page asks for figures only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from articles.document.words import Words
from articles.models import Article, Page, Revision
from articles.render.addresses import article_path
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The words of one revision, with what the page says about the article."""

    words: Words
    language: Language
    path: str
    author: str
    published_at: datetime | None
    revised_at: datetime
    counterpart_path: str = ""
    """The address of the published counterpart; empty where there is none."""


def manuscript(
    article: Article, revision: Revision, *, published_at: datetime | None = None, page: Page | None = None
) -> Manuscript:
    """The manuscript of a revision; `published_at` where it is about to be published for the first time.

    A `page` that is made again keeps its address and language, whatever the article's are to be next.
    """
    return Manuscript(
        words=revision.words,
        language=cast("Language", article.language if page is None else page.language),
        path=article_path(article.slug, article.language) if page is None else page.path,
        author=article.author_name,
        published_at=article.published_at if article.published_at is not None else published_at,
        revised_at=revision.at,
        counterpart_path=_counterpart_path(article),
    )


def _counterpart_path(article: Article) -> str:
    other = article.in_other_language
    page = Page.objects.filter(article=other).only("path").first() if other is not None else None
    return page.path if page is not None else ""
