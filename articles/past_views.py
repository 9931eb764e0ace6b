"""Published articles as of an earlier day, and the list of days on which a page changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.embeds.view import Phrase, phrase
from articles.models import Page
from articles.numbers import date_name, number
from articles.past import State, composed, state_on, states
from articles.render.addresses import LANGUAGE_NAMES, article_path, other_language, state_path, whole
from articles.render.page import etag_of
from articles.views import REVALIDATE, absent
from stats.labels import LANGUAGES, Language
from stats.models import Dataset

KEPT_FOR = 600
"""For how many seconds an earlier page is kept ready once it was made."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """A day on which the page changed."""

    day: str
    href: str
    """Empty for the present state and for days on which it was withdrawn."""
    present: bool
    withdrawn: bool
    changes: tuple[Phrase, ...]
    """What was another than in the state before."""


@dataclass(frozen=True, slots=True)
class StatesView:
    """What the template gets."""

    title: str
    language: Language
    other_language: Language
    other_language_name: str
    path: str
    counterpart_path: str
    canonical: str
    first: str
    """The first day that can be chosen, as forms write it; empty where no state is known."""
    last: str
    states: tuple[StateLine, ...]


@require_safe
def article_as_of(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    """An article as it was at the end of a day; that of today is the article itself."""
    page = _page(slug)
    if page is None:
        return absent(request, slug, _path(slug))
    asked = _day(day)
    if asked is None:
        raise Http404(f"{day[:40]!r} is not a day: 2024-07-31 is expected")
    if asked >= timezone.localdate():
        return HttpResponseRedirect(page.path)
    state = state_on(page.article, asked)
    if state is None or state.revision is None:
        raise Http404(f"nothing was published at {page.path} on {asked}")
    key = f"as-of-{page.pk}-{asked}-{state.revision.pk}-{sorted(state.editions.items())}".replace(" ", "")
    html = cache.get(key)
    if html is None:
        html = composed(page, state, day=asked).html
        cache.set(key, html, KEPT_FOR)
    response = HttpResponse(html)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = REVALIDATE
    response["ETag"] = etag = etag_of(html)
    answer = get_conditional_response(request, etag=etag, response=response)
    return answer if answer is not None else response


@require_safe
def earlier_states(request: HttpRequest, slug: str) -> HttpResponse:
    """The days on which a page changed; `day` leads to the page as of any day."""
    page = _page(slug)
    if page is None:
        return absent(request, slug, _path(slug))
    if (asked := _day(request.GET.get("day", ""))) is not None:
        return HttpResponseRedirect(state_path(page.path, asked))
    found = states(page.article)
    language: Language = "fr" if page.language == "fr" else "en"
    other = other_language(language)
    with override(language):
        view = StatesView(
            title=page.title,
            language=language,
            other_language=other,
            other_language_name=LANGUAGE_NAMES[other],
            path=page.path,
            counterpart_path=_counterpart_path(page),
            canonical=whole(page.path),
            first=found[0].day.isoformat() if found else "",
            last=timezone.localdate().isoformat(),
            states=_lines(found, page.path, language),
        )
    response = render(request, "articles/states.html", {"page": view})
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = REVALIDATE
    return response


def _path(slug: str) -> str:
    return article_path(slug, get_language() or LANGUAGES[0])


def _page(slug: str) -> Page | None:
    pages = Page.objects.select_related("article__author", "article__counterpart", "revision").defer("html")
    return pages.filter(path=_path(slug)).first()


def _counterpart_path(page: Page) -> str:
    other = page.article.in_other_language
    found = Page.objects.filter(article=other).values_list("path", flat=True).first() if other else None
    return found or ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lines(found: tuple[State, ...], path: str, language: Language) -> tuple[StateLine, ...]:
    """The states, newest first."""
    slugs = {slug for state in found for slug in state.editions}
    titles = {row.slug: row.title for row in Dataset.objects.filter(slug__in=slugs)}
    lines = []
    for at, state in enumerate(found):
        before = found[at - 1] if at else None
        present = at == len(found) - 1
        changes = []
        if before is None:
            changes.append(Phrase(_("First published.")))
        elif state.revision is not None and state.revision != before.revision:
            changes.append(Phrase(_("Another text was published.")))
        for slug, edition in state.editions.items():
            if before is not None and before.editions.get(slug) != edition and slug in before.editions:
                changes.append(_edition_said(phrase(titles[slug], language), edition, language))
        lines.append(
            StateLine(
                day=date_name(state.day, language),
                href=state_path(path, state.day)
                if state.revision is not None and state.day < timezone.localdate()
                else "",
                present=present,
                withdrawn=state.revision is None,
                changes=tuple(changes),
            )
        )
    return tuple(reversed(lines))


def _edition_said(title: Phrase, edition: int | None, language: Language) -> Phrase:
    if edition is None:
        return Phrase(_("%(dataset)s: no edition counted any more.") % {"dataset": title.text})
    said = _("%(dataset)s: edition %(number)s counted from then on.")
    return Phrase(said % {"dataset": title.text, "number": number(edition, language)})
