"""The history of an article: its revisions, any two of them compared, and any of them said again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles import writing
from articles.admin import drafts
from articles.admin.differences import compared
from articles.document.words import LINES
from articles.models import Article, Draft, Revision
from stats.labels import Language

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.admin.article import ArticleAdmin


def listed(request: HttpRequest, article: Article, model_admin: ArticleAdmin) -> HttpResponse:
    """All revisions, newest first, two of which can be chosen."""
    page = getattr(article, "page", None)
    revisions = list(article.revisions.select_related("by").defer("body"))
    context = _context(request, article, model_admin) | {
        "title": _("History"),
        "revisions": revisions,
        "seen": page.revision_id if page else None,
        "may_restore": model_admin.has_change_permission(request, article),
        "steps": article.steps.select_related("by").order_by("-at", "-pk"),
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


@require_GET
def compare(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """What changed from the revision `?old=` to `?new=`, by default what came last; or by `?draft=`."""
    article = _article(request, pk, model_admin)
    newest = article.revision_number
    draft = drafts.taken_up(request, article)
    if draft is not None:
        old, new = _revision(article, str(draft.started_from or newest)), _unsaved(article, draft)
        title = _("Revision %(old)s and what was never saved") % {"old": old.number}
    else:
        new = _revision(article, request.GET.get("new", str(newest)))
        old = _revision(article, request.GET.get("old", str(max(new.number - 1, 1))))
        title = _("Revisions %(old)s and %(new)s") % {"old": old.number, "new": new.number}
    lines, passages = compared(old, new, cast("Language", article.language))
    context = _context(request, article, model_admin) | {
        "title": title,
        "draft": draft,
        "old_by": old.by.get_full_name() or old.by.get_username(),
        "new_by": new.by.get_full_name() or new.by.get_username(),
        "old": old,
        "new": new,
        "lines": lines,
        "passages": passages,
        "may_restore": old.number != newest and model_admin.has_change_permission(request, article),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


@require_POST
def restore(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """Make what the revision `number` said the newest one."""
    article = _article(request, pk, model_admin)
    if not model_admin.has_change_permission(request, article):
        raise PermissionDenied
    revision = _revision(article, request.POST.get("number", ""))
    restored = writing.restore(
        article=article, revision=revision, by=cast("User", request.user), at=timezone.now()
    )
    said = _("Revision %(number)s is restored, as revision %(new)s.")
    numbers = {"number": revision.number, "new": restored.number}
    model_admin.message_user(request, said % numbers, messages.SUCCESS)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


VIEWS = {"compare": compare, "restore": restore}
"""The views by the last part of their addresses."""


def _unsaved(article: Article, draft: Draft) -> Revision:
    """A draft as the revision that it would be."""
    words = {name: draft.said.get(name, "") for name in (*LINES, "body")}
    body = words.pop("body").removesuffix("<p></p>")
    return Revision(article=article, number=0, at=draft.at, by=draft.by, body=body, **words)


def _article(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> Article:
    article: Article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


def _revision(article: Article, number: str) -> Revision:
    if not number.isdecimal():
        raise Http404
    return get_object_or_404(article.revisions.select_related("by"), number=int(number))


def _context(request: HttpRequest, article: Article, model_admin: ArticleAdmin) -> dict[str, Any]:
    return model_admin.admin_site.each_context(request) | {
        "opts": Article._meta,
        "article": article,
        "media": model_admin.media,
    }
