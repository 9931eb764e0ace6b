"""The addresses that the dialogs ask: JSON for people who may change articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.editor import choices
from articles.editor.previews import Unreadable, previews
from articles.numbers import period_name
from stats.labels import Language
from stats.models import Dataset
from stats.queries.codebooks import codebook
from stats.questions import QuestionError

View = Callable[[HttpRequest], HttpResponse]

MOST_ITEMS = 60
"""How many previews one request may ask for."""


def for_editors(view: View) -> View:
    """A view for people who may change articles; what is asked wrongly is answered with a sentence."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("articles.change_article"):
            return _refused(_("Only people who may change articles may ask this."), status=403)
        try:
            return view(request)
        except QuestionError as error:
            return _refused(str(error), path=error.path, accepted=error.accepted)
        except Unreadable as error:
            return _refused(str(error))

    return guarded


@require_GET
@for_editors
def datasets(request: HttpRequest) -> HttpResponse:
    """The datasets that have figures and that `q` finds."""
    titles = [
        (dataset.slug, dataset.title, _detail(dataset))
        for dataset in Dataset.objects.in_force().select_related("in_force")
    ]
    return _options(choices.datasets(titles, request.GET.get("q", ""), _language()))


@require_GET
@for_editors
def describe(request: HttpRequest) -> HttpResponse:
    """The dimensions, periods and measures of `dataset`."""
    return JsonResponse(choices.described(codebook(request.GET.get("dataset", "")), _language()))


@require_GET
@for_editors
def members(request: HttpRequest) -> HttpResponse:
    """The members of `dimension` of `dataset` that `q` finds, or those of each `code`."""
    book = codebook(request.GET.get("dataset", ""))
    dimension = book.dimension(request.GET.get("dimension", ""), path="dimension")
    if codes := request.GET.getlist("code"):
        return _options(choices.named_members(dimension, codes, _language()))
    return _options(choices.members(dimension, request.GET.get("q", ""), _language()))


@require_POST
@for_editors
def preview(request: HttpRequest) -> HttpResponse:
    """`{"language", "items": [{"kind", "question", …}]}` → `{"results": […]}`, as readers will see them."""
    try:
        asked = json.loads(request.body)
        items, language = asked["items"], asked["language"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Unreadable("a JSON object with 'language' and 'items' is expected") from None
    if language not in ("en", "fr") or not isinstance(items, list) or len(items) > MOST_ITEMS:
        raise Unreadable(f"'en' or 'fr' and a list of at most {MOST_ITEMS} items are expected")
    return JsonResponse({"results": previews(items, language)})


def _language() -> Language:
    return "fr" if (get_language() or "en").startswith("fr") else "en"


def _detail(dataset: Dataset) -> str:
    until = dataset.in_force.covered.until if dataset.in_force else None
    return f"{dataset.slug} · {period_name(until, _language())}" if until else dataset.slug


def _options(options: list[choices.Option]) -> JsonResponse:
    return JsonResponse({"results": [option.as_json() for option in options]})


def _refused(message: str, *, status: int = 400, **more: Any) -> JsonResponse:
    return JsonResponse({"message": message} | more, status=status)
