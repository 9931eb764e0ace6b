"""Preview links in the admin: those of an article, a form for a new one, and revoking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles import sharing
from articles.errors import NotAllowed
from articles.models import Article, PreviewLink
from articles.render.addresses import whole
from articles.render.manuscript import manuscript
from stats.models import Edition

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.admin.article import ArticleAdmin

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LASTS = {
    "1h": (HOUR, gettext_lazy("one hour")),
    "1d": (DAY, gettext_lazy("one day")),
    "3d": (3 * DAY, gettext_lazy("three days")),
    "7d": (7 * DAY, gettext_lazy("one week")),
    "30d": (30 * DAY, gettext_lazy("thirty days")),
}
"""How long a link may last, by the value that the form sends."""


class WaitingEditions(forms.ModelMultipleChoiceField):
    """Editions by the titles of their datasets."""

    def label_from_instance(self, edition: Edition) -> str:
        title = edition.dataset.title.in_language(get_language() or "en")
        return _("Edition %(number)s of “%(dataset)s”") % {"number": edition.number, "dataset": title}


class ShareForm(forms.Form):
    """How long a link lasts, and which waiting editions it shows as if they counted."""

    lasts = forms.ChoiceField(
        label=gettext_lazy("It works for"),
        choices=[(value, words) for value, (_lasts, words) in LASTS.items()],
        initial="3d",
    )
    editions = WaitingEditions(
        Edition.objects.none(),
        label=gettext_lazy("As if these waiting editions counted"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = _waiting(article)
        self.fields["editions"].queryset = waiting  # type: ignore[attr-defined]
        if not waiting.exists():
            del self.fields["editions"]


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link as the page shows it; no address where it leads nowhere any more."""

    link: PreviewLink
    address: str
    by: str
    editions: tuple[tuple[str, int], ...]


@require_http_methods(["GET", "POST"])
def share(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """The article's links, and a new one on POST."""
    article = _article(request, pk, model_admin)
    form = ShareForm(article, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data.get("editions") or ()
        try:
            sharing.share(
                article=article,
                by=cast("User", request.user),
                at=timezone.now(),
                lasts=LASTS[form.cleaned_data["lasts"]][0],
                editions={edition.dataset.slug: edition.number for edition in chosen},
            )
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            model_admin.message_user(request, _("The link is ready to be copied."), messages.SUCCESS)
            return _back(article)
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Preview links"),
        "opts": Article._meta,
        "article": article,
        "form": form,
        "links": _lines(article, at=timezone.now()),
        "media": model_admin.media,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/articles/article/links.html", context, status=status)


@require_POST
def revoke(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> HttpResponse:
    """Revoke the link that `link` names."""
    article = _article(request, pk, model_admin)
    number = request.POST.get("link", "")
    links = PreviewLink.objects.filter(article=article).select_related("article")
    link = get_object_or_404(links, pk=int(number) if number.isdecimal() else None)
    sharing.revoke(link=link, by=cast("User", request.user), at=timezone.now())
    model_admin.message_user(request, _("Revoked: the link leads nowhere now."), messages.SUCCESS)
    return _back(article)


VIEWS = {"share": share, "revoke": revoke}
"""The views by the last part of their addresses."""


def _lines(article: Article, *, at: datetime) -> list[LinkLine]:
    links = PreviewLink.objects.filter(article=article)
    still = set(links.open(at=at).values_list("pk", flat=True))
    return [
        LinkLine(
            link,
            whole(reverse("preview-link", args=[sharing.key_of(link)])) if link.pk in still else "",
            link.by.get_full_name() or link.by.get_username(),
            tuple(link.editions.items()),
        )
        for link in links.select_related("by")
    ]


def _waiting(article: Article) -> Any:
    """The waiting editions of the datasets that the article asks."""
    revision = article.revisions.order_by("-number").first()
    placed = manuscript(article, revision).words.figures() if revision is not None else ()
    slugs = {node.question.dataset for _path, node in placed}
    waiting = Edition.objects.waiting().filter(dataset__slug__in=slugs)
    return waiting.select_related("dataset").order_by("dataset__slug", "number")


def _article(request: HttpRequest, pk: int, model_admin: ArticleAdmin) -> Article:
    article: Article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_change_permission(request, article):
        raise PermissionDenied
    return article


def _back(article: Article) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_article_share", args=[article.pk]))
