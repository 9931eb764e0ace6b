"""What readers open: the home page, articles as they were made ready, and the way to their language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import get_language, get_language_from_request
from django.views.decorators.http import require_safe

from articles.embeds.view import Phrase, phrase
from articles.models import Article, FormerAddress, Page, Status
from articles.numbers import period_name
from articles.render.addresses import LANGUAGE_NAMES, data_path, home_path, other_language, whole
from stats.labels import LANGUAGES, Language
from stats.models import Dataset

ON_HOME = 30
"""How many articles the home page lists."""

REVALIDATE = "public, max-age=0, must-revalidate"
"""Kept by browsers and proxies but asked about each time, so that a changed figure is seen at once."""


@dataclass(frozen=True, slots=True)
class DataLink:
    """A dataset on the home page: where it is explored, and how far its figures go."""

    path: str
    title: Phrase
    until: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template of the home page gets."""

    lead: Page | None
    others: tuple[Page, ...]
    data: tuple[DataLink, ...]
    other_language: str
    other_language_name: str
    other_home: str
    canonical: str
    alternates: dict[str, str]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest article, and those before it."""
    language: Language = "fr" if get_language() == "fr" else "en"
    pages = tuple(Page.objects.in_language(language).newest_first()[:ON_HOME])
    paths: dict[str, str] = {code: home_path(code) for code in LANGUAGES}
    other = other_language(language)
    view = HomeView(
        lead=pages[0] if pages else None,
        others=pages[1:],
        data=_data(language),
        other_language=other,
        other_language_name=LANGUAGE_NAMES[other],
        other_home=paths[other],
        canonical=whole(paths[language]),
        alternates={code: whole(path) for code, path in paths.items()},
    )
    response = render(request, "articles/home.html", {"page": view})
    response["Cache-Control"] = REVALIDATE
    return response


def _data(language: Language) -> tuple[DataLink, ...]:
    """The datasets that readers can explore."""
    found = []
    for dataset in Dataset.objects.in_force().select_related("in_force"):
        until = dataset.in_force.covered.until if dataset.in_force else None
        path, title = data_path(dataset.slug, language), phrase(dataset.title, language)
        found.append(DataLink(path, title, period_name(until, language) if until else ""))
    return tuple(found)


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """An article, ready-made; 304 for who has it, 410 for one that was withdrawn."""
    found = Page.objects.filter(path=request.path).values("html", "etag", "built_at").first()
    if found is None:
        return absent(request, slug, request.path)
    modified: datetime = found["built_at"]
    response = HttpResponse(found["html"])
    response["ETag"] = found["etag"]
    response["Last-Modified"] = http_date(modified.timestamp())
    response["Cache-Control"] = REVALIDATE
    response["Content-Length"] = str(len(response.content))
    answer = get_conditional_response(
        request, etag=found["etag"], last_modified=int(modified.timestamp()), response=response
    )
    return answer if answer is not None else response


def absent(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    """Where the article of a path is now, or that it was withdrawn and why; Http404 where it never was."""
    former = FormerAddress.objects.filter(path=path).select_related("article__page").first()
    if former is not None and hasattr(former.article, "page"):
        return HttpResponsePermanentRedirect(former.article.page.path)
    language = get_language() or LANGUAGES[0]
    withdrawn = Article.objects.in_language(language).filter(slug=slug, status=Status.WITHDRAWN).first()
    if withdrawn is None and former is not None and former.article.status == Status.WITHDRAWN:
        withdrawn = former.article
    if withdrawn is None:
        raise Http404
    return render(request, "articles/withdrawn.html", {"note": withdrawn.withdrawal_note}, status=410)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """From ``/`` to the home page in the reader's language."""
    response = HttpResponseRedirect(home_path(get_language_from_request(request)))
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
