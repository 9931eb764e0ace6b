"""Comments in the admin: the panel beside the form, and what is done in it.

Each action answers with the panel for the editor's script, which puts it in the place of the old one so that
nothing that was typed is lost, and with the way back to the article for who has no scripts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import commenting
from articles.admin.places import place_in_words
from articles.document.elements import DocumentError
from articles.document.nodes import Document
from articles.document.parse import parse
from articles.document.passages import FIGURE, place_of
from articles.errors import NotAllowed
from articles.models import Article, Comment

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin

FOR_SCRIPTS = "X-Desk"
"""The header with which the editor's script asks for the panel."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its answers, and where its words stand now; no place where they are gone."""

    comment: Comment
    answers: tuple[Comment, ...]
    path: str | None
    place: str
    quote: str
    """Its words as they are shown, with a sign for each figure."""
    may_resolve: bool
    resolved_by: str


@dataclass(frozen=True, slots=True)
class Panel:
    """All comments on an article."""

    article: Article
    open: tuple[Thread, ...]
    resolved: tuple[Thread, ...]


def panel(request: HttpRequest, article: Article, model_admin: ArticleAdmin) -> Panel:
    """The comments, in the order in which they were made, as this person may deal with them."""
    try:
        document = parse(article.body)
    except DocumentError:
        document = Document()
    found = Comment.objects.filter(article=article).threads().select_related("by", "resolved_by")
    threads = [_thread(request, one, document, model_admin) for one in found.prefetch_related("answers__by")]
    return Panel(
        article,
        open=tuple(one for one in threads if one.comment.resolved_at is None),
        resolved=tuple(one for one in threads if one.comment.resolved_at is not None),
    )


@require_POST
def comment(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """Comment on the words `quote` at `path`, or on the whole article."""
    article = _article(request, pk, model_admin)
    said = request.POST
    return _done(
        request,
        article,
        model_admin,
        lambda: commenting.comment(
            article=article,
            by=_person(request),
            at=timezone.now(),
            text=said.get("text", ""),
            path=said.get("path", ""),
            quote=said.get("quote", ""),
        ),
    )


@require_POST
def answer(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """Answer the comment that `comment` names."""
    article = _article(request, pk, model_admin)
    to = _comment(request, article)
    text = request.POST.get("text", "")
    return _done(
        request,
        article,
        model_admin,
        lambda: commenting.answer(to=to, by=_person(request), at=timezone.now(), text=text),
    )


@require_POST
def resolve(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """Resolve the comment that `comment` names, or open it `again`."""
    article = _article(request, pk, model_admin)
    found = _comment(request, article)
    if not _may_resolve(request, found, model_admin):
        raise PermissionDenied
    turn = commenting.reopen if "again" in request.POST else commenting.resolve
    return _done(
        request, article, model_admin, lambda: turn(comment=found, by=_person(request), at=timezone.now())
    )


VIEWS = {"comment": comment, "answer": answer, "resolve": resolve}
"""The views by the last part of their addresses."""


def _thread(request: HttpRequest, comment: Comment, document: Document, model_admin: ArticleAdmin) -> Thread:
    path = place_of(document, comment.path, comment.quote)
    return Thread(
        comment=comment,
        answers=tuple(comment.answers.all()),
        path=path,
        place=place_in_words(path) if path else _("The whole article") if path is not None else "",
        quote=comment.quote.replace(FIGURE, "[…]"),
        may_resolve=_may_resolve(request, comment, model_admin),
        resolved_by=(by.get_full_name() or by.get_username()) if (by := comment.resolved_by) else "",
    )


def _may_resolve(request: HttpRequest, comment: Comment, model_admin: ArticleAdmin) -> bool:
    """Who made a comment resolves it, and so do those who may change the text."""
    return comment.by_id == request.user.pk or model_admin.has_change_permission(request, comment.article)


def _done(
    request: HttpRequest, article: Article, model_admin: ArticleAdmin, verb: Callable[[], object]
) -> HttpResponse:
    refused = ""
    try:
        verb()
    except NotAllowed as error:
        refused = str(error)
    if FOR_SCRIPTS in request.headers:
        context = {"panel": panel(request, article, model_admin), "refused": refused}
        html = render_to_string("admin/articles/article/comments.html", context, request)
        return HttpResponse(html, status=422 if refused else 200)
    if refused:
        model_admin.message_user(request, refused, messages.ERROR)
    address = reverse("admin:articles_article_change", args=[article.pk])
    return HttpResponseRedirect(f"{address}#desk-comments")


def _article(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> Article:
    article: Article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    return article


def _comment(request: HttpRequest, article: Article) -> Comment:
    number = request.POST.get("comment", "")
    threads = Comment.objects.filter(article=article).threads().select_related("article")
    return get_object_or_404(threads, pk=int(number) if number.isdecimal() else None)


def _person(request: HttpRequest) -> User:
    return cast("User", request.user)
