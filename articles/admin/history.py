"""The history of an article: its revisions, any two of them compared, and any of them said again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from articles import writing
from articles.admin import drafts
from articles.comparison import Passage, Said, compare_lines, compare_texts
from articles.document.nodes import Binding, Document, EmbedBlock, Paragraph, Text
from articles.document.words import LINES, Words
from articles.embeds.view import FigureView
from articles.models import Article, Draft, Revision
from articles.render.resolve import resolve
from stats.labels import Language

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.utils.functional import Promise

    from articles.admin.article import ArticleAdmin

LABELS = {
    "title": gettext_lazy("Title"),
    "standfirst": gettext_lazy("Standfirst"),
    "summary": gettext_lazy("Summary for search engines"),
    "social": gettext_lazy("Text for social media"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What became of a field of one line."""

    label: str | Promise
    passage: Passage


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
    lines, passages = _compared(old, new, cast("Language", article.language))
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


def _compared(old: Revision, new: Revision, language: Language) -> tuple[list[Line], tuple[Passage, ...]]:
    before, after = _readable(old), _readable(new)
    old_says, new_says = _said(before, language), _said(after, language)
    lines = [
        Line(
            LABELS[name],
            compare_lines(
                before.lines[name], after.lines[name], name=name, old_says=old_says, new_says=new_says
            ),
        )
        for name in LINES
    ]
    return lines, compare_texts(before.body, after.body, old_says=old_says, new_says=new_says)


def _readable(revision: Revision) -> Words:
    """What a revision says; what no longer parses as its bare characters."""
    words = revision.words
    if not words.faults:
        return words
    faulty = {fault.path for fault in words.faults}
    lines = {
        name: Paragraph((Text(getattr(revision, name)),)) if name in faulty else line
        for name, line in words.lines.items()
    }
    if faulty <= set(LINES):
        return Words(lines, words.body)
    return Words(lines, Document((Paragraph((Text(strip_tags(revision.body)),)),)))


def _said(words: Words, language: Language) -> Said:
    """Figures as their writer saw them, with what they mean by the figures in force."""
    resolved = resolve(words.figures(), language)

    def said(path: str, node: Binding | EmbedBlock) -> tuple[str, str]:
        view = resolved.views.get(path)
        if isinstance(node, Binding):
            meaning = view.explanation if isinstance(view, FigureView) else _("no longer answered")
            return node.fallback, meaning
        if view is None or isinstance(view, FigureView):
            return node.title or node.kind, _("no longer answered")
        return view.head.title.text, " · ".join(phrase.text for phrase in view.head.about)

    return said


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
