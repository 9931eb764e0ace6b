"""What can be done with one article at once: look at it, publish it. `steps` holds what is asked about first.

Looking is a GET. Publishing changes what readers see, so it is a POST by people who may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.views.decorators.http import require_GET, require_POST

from articles.document.elements import DocumentError
from articles.document.parse import parse
from articles.document.plaintext import plaintext
from articles.models import Article, Revision
from articles.render.manuscript import manuscript
from articles.render.page import compose, drafted

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin


@require_GET
def preview(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """The newest revision as readers would see it, under a banner that says that it is a preview."""
    article = _article(request, pk, model_admin)
    if not model_admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    revision = article.revisions.order_by("-number").first()
    if revision is None:
        raise Http404
    draft = drafted(manuscript(article, revision))
    page = compose(draft, at=timezone.now(), preview=True, edit_path=_change(article))
    return HttpResponse(page.html)


@require_POST
def publish(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """Put the newest revision before readers."""
    article = _publishable(request, pk, model_admin)
    model_admin.publish(request, article)
    return _back(article)


VIEWS = {"preview": preview, "publish": publish}
"""The actions by the last part of their addresses."""


def words_of(revision: Revision) -> str:
    """The words of a revision's text, for somebody to read beside their own."""
    try:
        return plaintext(parse(revision.body))
    except DocumentError:
        return strip_tags(revision.body)


def person(request: HttpRequest) -> User:
    """Who asks; the admin's door lets nobody in who has not signed in."""
    return cast("User", request.user)


def _article(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> Article:
    return get_object_or_404(model_admin.get_queryset(request), pk=pk)


def _publishable(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> Article:
    if not model_admin.may_publish(request):
        raise PermissionDenied
    return _article(request, pk, model_admin)


def _back(article: Article) -> HttpResponseRedirect:
    return HttpResponseRedirect(_change(article))


def _change(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
