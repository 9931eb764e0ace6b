"""What readers of the explorer open."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.editor import choices
from articles.embeds.options import EmbedError
from articles.explorer.address import Parameters, read
from articles.explorer.asking import canonical, figure_asked, usual
from articles.explorer.dataset_page import dataset_page
from articles.explorer.files import CONTENT_TYPES
from articles.explorer.frame import active
from articles.explorer.listing import listing
from articles.explorer.places import table_path
from articles.explorer.proof_page import proof_page
from articles.explorer.table_page import file_of, table_page
from articles.explorer.unanswered import unanswered
from articles.views import REVALIDATE
from stats.codebook import Codebook
from stats.queries.codebooks import codebook
from stats.questions import QuestionError


def _book(slug: str) -> Codebook:
    try:
        return codebook(slug)
    except QuestionError as error:
        raise Http404(str(error)) from error


def _parameters(request: HttpRequest) -> Parameters:
    return {name: [str(value) for value in values] for name, values in request.GET.lists()}


def _page(request: HttpRequest, template: str, page: object) -> HttpResponse:
    response = render(request, f"articles/explorer/{template}.html", {"page": page})
    response["Cache-Control"] = REVALIDATE
    return response


@require_safe
def datasets(request: HttpRequest) -> HttpResponse:
    """The datasets that can be explored."""
    return _page(request, "listing", listing(at=timezone.now()))


@require_safe
def dataset(request: HttpRequest, slug: str) -> HttpResponse:
    """One dataset."""
    return _page(request, "dataset", dataset_page(_book(slug), at=timezone.now()))


@require_safe
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """The table tool; a form that was sent is led to the address that says the same in few words."""
    book = _book(slug)
    parameters = _parameters(request)
    asked = read(parameters, slug) if parameters else usual(book)
    if "ask" in parameters:
        return HttpResponseRedirect(table_path(slug, canonical(asked, book, sent=True)))
    return _page(request, "table", table_page(asked, book, at=timezone.now()))


@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """The members of `dimension` that `q` finds."""
    book = _book(slug)
    try:
        dimension = book.dimension(request.GET.get("dimension", ""), path="dimension")
    except QuestionError as error:
        raise Http404(str(error)) from error
    found = choices.members(dimension, request.GET.get("q", ""), active())
    return JsonResponse({"results": [option.as_json() for option in found]})


@require_safe
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What the table tool shows, as a file with all its rows."""
    book = _book(slug)
    if form not in CONTENT_TYPES:
        raise Http404(f"{form!r} is not a form of file; known are {', '.join(CONTENT_TYPES)}")
    parameters = _parameters(request)
    asked = read(parameters, slug) if parameters else usual(book)
    try:
        made = file_of(asked, book, form, at=timezone.now())
    except (QuestionError, EmbedError):
        # The table tool says what is wrong and where.
        return HttpResponseRedirect(table_path(slug, asked))
    response = HttpResponse(made, content_type=CONTENT_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{slug}.{form}"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def proof(request: HttpRequest, slug: str) -> HttpResponse:
    """The proof of a figure: of the question in `q` as JSON, or of the table tool's own parameters."""
    book = _book(slug)
    try:
        page = proof_page(figure_asked(request.GET, book))
    except QuestionError as error:
        found = _page(request, "unanswered", unanswered(error, slug))
        found.status_code = 404
        return found
    return _page(request, "proof", page)
