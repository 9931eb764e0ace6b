"""What guests of the newsroom open: the newest revision of an article behind a preview link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles import sharing
from articles.models import PreviewLink
from articles.numbers import date_name, number
from articles.render.manuscript import manuscript
from articles.render.page import compose, drafted
from stats.labels import Language
from stats.models import Dataset


@require_safe
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """The page as readers would see it, kept by nobody; 404 with a sentence where the link leads nowhere."""
    at = timezone.now()
    link = sharing.link_of(key, at=at)
    revision = link.article.revisions.order_by("-number").first() if link is not None else None
    if link is None or revision is None:
        return _kept_by_nobody(render(request, "articles/preview_ended.html", status=404))
    draft = drafted(manuscript(link.article, revision), as_of=link.editions, undecided=bool(link.editions))
    notes = _notes(link, draft.manuscript.language)
    return _kept_by_nobody(HttpResponse(compose(draft, at=at, preview=True, preview_notes=notes).html))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """Neither caches nor search engines keep it, and pages that it links to are not told its address."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _notes(link: PreviewLink, language: Language) -> tuple[str, ...]:
    """Until when the link leads here, and which editions are shown as if they counted."""
    ends = timezone.localtime(link.expires_at)
    with override(language):
        lasts = _("This link works until %(day)s, %(time)s.")
        found = [lasts % {"day": date_name(ends.date(), language), "time": f"{ends:%H:%M}"}]
        for dataset in Dataset.objects.filter(slug__in=link.editions).order_by("slug"):
            shown = {
                "dataset": dataset.title.in_language(language),
                "number": number(link.editions[dataset.slug], language),
            }
            found.append(_("As if edition %(number)s of “%(dataset)s” counted.") % shown)
    return tuple(found)
