"""Which links of a text lead to places of this site that readers would not find."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import override

from articles.document.nodes import Document, Link
from articles.document.walk import walk
from articles.models import Article, FormerAddress, Page
from articles.render.addresses import article_path
from stats.labels import LANGUAGES
from stats.models import Dataset

ARTICLE = "articles:article"
NOT_FOR_READERS = "admin"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as they stand in the text."""

    dead: frozenset[str]
    unpublished: frozenset[str]


def dead_links(document: Document, path: str) -> Links:
    """The links of a text at a path that lead nowhere, and those to articles that are not published."""
    places: dict[str, set[str]] = defaultdict(set)
    for _place, node in walk(document):
        if isinstance(node, Link) and (found := _own_path(node.href, path)):
            places[found].add(node.href)
    absent = {place for place in places if not _is_there(place)}
    articles = {place for place in places if place not in absent and _name(place) == ARTICLE}
    articles -= set(Page.objects.filter(path__in=articles).values_list("path", flat=True))
    articles -= set(FormerAddress.objects.filter(path__in=articles).values_list("path", flat=True))
    written = _written(articles)
    return Links(
        dead=frozenset(href for place in absent | (articles - written) for href in places[place]),
        unpublished=frozenset(href for place in written for href in places[place]),
    )


def _own_path(href: str, path: str) -> str:
    """The path on this site that an address means from a page at a path; empty for one that is elsewhere."""
    if href.startswith("#"):
        return ""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        own = urlsplit(settings.STET_BASE_URL)
        same = (parts.scheme, parts.netloc) == (own.scheme, own.netloc)
        return (parts.path or "/") if same else ""
    return urlsplit(urljoin(path, href)).path


def _name(path: str) -> str:
    """The name of the place at a path; Resolver404 where there is none. Paths bear their language."""
    language = path.strip("/").split("/")[0]
    with override(language if language in LANGUAGES else LANGUAGES[0]):
        return resolve(path).view_name


def _is_there(path: str) -> bool:
    try:
        language = path.strip("/").split("/")[0]
        with override(language if language in LANGUAGES else LANGUAGES[0]):
            match = resolve(path)
    except Resolver404:
        return False
    if NOT_FOR_READERS in match.namespaces:
        return False
    slug = match.kwargs.get("slug")
    if match.view_name.startswith("articles:") and slug and "/articles/" not in path:
        return Dataset.objects.in_force().filter(slug=slug).exists()
    return True


def _written(paths: set[str]) -> set[str]:
    """Those at which an article would be if it were published."""
    slugs = {path.rstrip("/").rsplit("/", 1)[-1] for path in paths}
    found = Article.objects.filter(slug__in=slugs).values_list("slug", "language")
    return {article_path(slug, language) for slug, language in found} & paths
