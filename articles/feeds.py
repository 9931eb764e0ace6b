"""What programs read of the articles: the Atom feed of each language, the sitemap, and ``robots.txt``."""

from __future__ import annotations

from io import StringIO

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext
from django.views.decorators.http import condition, require_safe

from articles.models import Page
from articles.render.addresses import data_path, home_path, whole
from articles.views import REVALIDATE
from stats.labels import LANGUAGES
from stats.models import Dataset

IN_FEED = 30
"""How many articles a feed holds."""


def _tag(_request: HttpRequest, **_parts: str) -> str:
    """Changes with every page that is made, and with every one that is taken away."""
    found = Page.objects.aggregate(newest=Max("built_at"))["newest"]
    return f'"{Page.objects.count()}-{found.timestamp() if found is not None else 0}"'


@require_safe
@condition(etag_func=_tag)
def atom(request: HttpRequest) -> HttpResponse:
    """The newest articles in a language. https://www.rfc-editor.org/rfc/rfc4287"""
    language = get_language() or LANGUAGES[0]
    feed = Atom1Feed(
        title=settings.STET_SITE_NAME,
        link=whole(home_path(language)),
        description=gettext("Articles that stand on official statistics."),
        language=language,
        feed_url=whole(reverse("articles:feed")),
    )
    for page in Page.objects.in_language(language).newest_first()[:IN_FEED]:
        address = whole(page.path)
        feed.add_item(
            title=page.title,
            link=address,
            description=page.description,
            author_name=page.author_name,
            pubdate=page.article.published_at,
            updateddate=page.built_at,
            unique_id=address,
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return _revalidated(HttpResponse(out.getvalue(), content_type="application/atom+xml; charset=utf-8"))


@require_safe
@condition(etag_func=_tag)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page in every language, with its counterpart. https://www.sitemaps.org/protocol.html"""
    pages = Page.objects.select_related("article").only(
        "path", "language", "built_at", "article__counterpart"
    )
    by_article = {page.article_id: page for page in pages}
    alternates: dict[int, Page] = {}
    for page in by_article.values():
        other = by_article.get(page.article.counterpart_id or 0)
        if other is not None:
            alternates[page.article_id] = other
            alternates[other.article_id] = page
    entries = [
        (page, sorted((page, alternates[page.article_id]), key=lambda one: one.language))
        if page.article_id in alternates
        else (page, [])
        for page in sorted(by_article.values(), key=lambda one: one.path)
    ]
    homes = {code: home_path(code) for code in LANGUAGES}
    slugs = Dataset.objects.in_force().order_by("slug").values_list("slug", flat=True)
    datasets = [{code: data_path(slug, code) for code in LANGUAGES} for slug in slugs]
    response = render(
        request,
        "articles/sitemap.xml",
        {"entries": entries, "pairs": [homes, *datasets]},
        content_type="application/xml; charset=utf-8",
    )
    return _revalidated(response)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Readers' pages are for everybody; the newsroom's are not. https://www.rfc-editor.org/rfc/rfc9309"""
    return render(request, "articles/robots.txt", content_type="text/plain; charset=utf-8")


def _revalidated(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = REVALIDATE
    return response
