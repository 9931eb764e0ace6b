"""What readers of the ledger open. Each response is known by what it says."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.explorer.asking import figure_asked
from articles.explorer.frame import active
from articles.explorer.unanswered import unanswered
from articles.ledger.changes_page import Chosen, changes_page, choose
from articles.ledger.feed import atom
from articles.ledger.files import changes_csv, editions_csv
from articles.ledger.history_page import history_page
from articles.ledger.places import revisions_file_path, revisions_path
from articles.ledger.revisions_page import revisions_page
from articles.views import REVALIDATE
from stats.codebook import Codebook
from stats.models import Dataset
from stats.queries.codebooks import codebook
from stats.queries.edition_changes import EditionChanges, Kind, edition_changes
from stats.queries.public_editions import public_editions
from stats.questions import QuestionError

ATOM, CSV, HTML = "application/atom+xml; charset=utf-8", "text/csv; charset=utf-8", "text/html; charset=utf-8"


@require_safe
def revisions(request: HttpRequest, slug: str) -> HttpResponse:
    """The editions of a dataset."""
    return _page(request, "revisions", revisions_page(_book(slug)))


@require_safe
def revisions_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The editions of a dataset as csv or as a feed."""
    book = _book(slug)
    editions = public_editions(slug)
    if form == "csv":
        return _file(_tagged(request, editions_csv(editions), CSV), f"{slug}-revisions.csv")
    if form != "atom":
        raise Http404(f"{form!r} is not a form of the ledger; known are csv, atom")
    written = atom(
        [(slug, book.title, edition) for edition in editions],
        title=book.title.in_language(active()),
        path=revisions_path(slug),
        feed_path=revisions_file_path(slug, "atom"),
    )
    return _tagged(request, written, ATOM)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The editions of all datasets as a feed."""
    datasets = Dataset.objects.in_force().order_by("slug")
    written = atom(
        [(row.slug, row.title, edition) for row in datasets for edition in public_editions(row.slug)],
        title=_("Revisions"),
        path=reverse("articles:data"),
        feed_path=reverse("articles:revisions-feed"),
    )
    return _tagged(request, written, ATOM)


@require_safe
def changes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What an edition changed."""
    found = _changes(slug, number)
    return _page(request, "changes", changes_page(found, _chosen(request, found.book)))


@require_safe
def changes_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The same as csv, all of it."""
    found = _changes(slug, number)
    shown, _errors = choose(found, _chosen(request, found.book))
    return _file(_tagged(request, changes_csv(shown), CSV), f"{slug}-{number}-changes.csv")


@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """The history of a figure, asked for as its proof is."""
    book = _book(slug)
    try:
        found = history_page(figure_asked(request.GET, book))
    except QuestionError as error:
        html = render_to_string(
            "articles/explorer/unanswered.html", {"page": unanswered(error, slug)}, request
        )
        return HttpResponse(html, status=404)
    return _page(request, "history", found)


def _book(slug: str) -> Codebook:
    try:
        return codebook(slug)
    except QuestionError as error:
        raise Http404(str(error)) from error


def _changes(slug: str, number: int) -> EditionChanges:
    _book(slug)
    editions = public_editions(slug)
    edition = next((one for one in editions if one.number == number and one.kept), None)
    if edition is None:
        raise Http404(f"{slug!r} has no edition {number} that readers saw")
    return edition_changes(slug, edition, editions)


def _chosen(request: HttpRequest, book: Codebook) -> Chosen:
    kind, page = request.GET.get("kind", ""), request.GET.get("page", "")
    members = {slug: request.GET.get(slug, "").strip() for slug in book.by_slug}
    return Chosen(
        kind=Kind(kind) if kind in list(Kind) else None,
        members={slug: name for slug, name in members.items() if name},
        page=max(1, int(page)) if page.isascii() and page.isdecimal() and len(page) < 8 else 1,
    )


def _page(request: HttpRequest, template: str, page: object) -> HttpResponse:
    html = render_to_string(f"articles/ledger/{template}.html", {"page": page}, request)
    return _tagged(request, html.encode(), HTML)


def _tagged(request: HttpRequest, body: bytes, content_type: str) -> HttpResponse:
    etag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    response = HttpResponse(body, content_type=content_type)
    response["ETag"], response["Cache-Control"] = etag, REVALIDATE
    answer = get_conditional_response(request, etag=etag, response=response)
    return answer if answer is not None else response


def _file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response
