"""Drafts in the admin: where windows send what is typed, and what a person is offered who comes back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import drafting
from articles.models import Article, Draft

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.admin.article import ArticleAdmin


@require_POST
def keep(request: HttpRequest, model_admin: ArticleAdmin) -> HttpResponse:
    """`{"window", "article", "started_from", "words", "closed"}` → who else is there, and what is newest.

    403 for people who may not write there, 400 with a message for what cannot be kept.
    """
    try:
        said = json.loads(request.body)
        window, pk = str(said["window"]), said.get("article")
        words, started_from = said.get("words"), int(said.get("started_from") or 0)
        article = model_admin.get_queryset(request).filter(pk=pk).first() if pk is not None else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return JsonResponse({"message": _("A JSON object is expected.")}, status=400)
    if not _may_write(request, article, pk, model_admin):
        return JsonResponse({"message": _("You may not write here.")}, status=403)
    if not 8 <= len(window) <= 40 or not (words is None or isinstance(words, dict)):
        return JsonResponse({"message": _("A window and words by field are expected.")}, status=400)
    try:
        company = drafting.keep(
            window=window,
            article=article,
            by=cast("User", request.user),
            words=words,
            started_from=max(started_from, 0),
            closed=said.get("closed") is True,
            at=timezone.now(),
        )
    except drafting.NotKept as error:
        return JsonResponse({"message": str(error)}, status=400)
    return JsonResponse(asdict(company))


@require_POST
def discard(request: HttpRequest, model_admin: ArticleAdmin) -> HttpResponse:
    """Let go of the person's own draft that `discard` names, and go back to where it was offered."""
    drafting.discard(window=request.POST.get("discard", ""), by=cast("User", request.user))
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = reverse("admin:articles_article_changelist")
    return HttpResponseRedirect(back.partition("?")[0])


VIEWS = {"drafts": keep, "discard": discard}
"""The views by the last part of their addresses."""


def taken_up(request: HttpRequest, article: Article | None) -> Draft | None:
    """The person's own draft that the address asks to go on with."""
    window = request.GET.get("draft", "")
    if not window or not request.user.is_authenticated:
        return None
    return Draft.objects.filter(pk=window, by_id=request.user.pk, article=article).first()


def offered(request: HttpRequest, article: Article | None) -> list[Draft]:
    """What this person typed here and never saved, but for what is being taken up."""
    going_on = request.GET.get("draft", "")
    found = drafting.unsaved(article=article, by=cast("User", request.user), at=timezone.now())
    return [draft for draft in found if draft.pk != going_on]


def _may_write(request: HttpRequest, article: Article | None, pk: Any, model_admin: ArticleAdmin) -> bool:
    if pk is None:
        return model_admin.has_add_permission(request)
    return article is not None and model_admin.has_change_permission(request, article)
