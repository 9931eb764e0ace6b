"""A whole page as readers get it: text, figures, notes, and what search engines and feeds want to know."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from articles.embeds.view import Phrase
from articles.errors import Problem
from articles.render.addresses import (
    HOME_NAMES,
    LANGUAGE_NAMES,
    home_path,
    other_language,
    states_path,
    whole,
)
from articles.render.linked_data import linked_data
from articles.render.manuscript import Manuscript
from articles.render.notes import Note
from articles.render.plain import Plain, plain_of
from articles.render.prose import Prose
from articles.render.resolve import AsOf, Dependency, Resolved, resolve
from articles.render.sources import Source, sources
from stats.answers import Provenance
from stats.labels import LANGUAGES, Language
from stats.values import EXACT, Deciding


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template of an article gets; the fields are the template's vocabulary."""

    manuscript: Manuscript
    title: SafeString
    standfirst: SafeString
    plain: Plain
    language: Language
    other_language: Language
    other_language_name: str
    other_home: str
    other_home_name: str
    body: SafeString
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    modelled: tuple[Phrase, ...]
    bounds: Deciding | None
    """Which bounds decided about ranges and ranks; None where no figure is rounded or hidden."""
    checked_at: datetime
    canonical: str
    alternates: Mapping[str, str]
    linked_data: SafeString
    preview: bool
    preview_notes: tuple[str, ...]
    """What guests of the newsroom are told of a preview: how long it lasts, which editions it shows."""
    edit_path: str
    """The address in the admin where the text is written; for previews."""
    as_of: date | None
    """The day as of which the page is shown; None for the page itself."""
    states_path: str
    """Where the earlier states of the page are listed."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A page as it was made, and what it rests on."""

    html: str
    plain: Plain
    problems: tuple[Problem, ...]
    dependencies: tuple[Dependency, ...]
    editions: Mapping[str, int]

    @property
    def etag(self) -> str:
        """The quoted entity tag of the page."""
        return etag_of(self.html)


def etag_of(html: str) -> str:
    """The quoted entity tag of a page."""
    return f'"{hashlib.blake2b(html.encode(), digest_size=16).hexdigest()}"'


@dataclass(frozen=True, slots=True)
class Draft:
    """A manuscript whose figures have been asked for: everything but the time at which it is made."""

    manuscript: Manuscript
    resolved: Resolved
    problems: tuple[Problem, ...]


def drafted(manuscript: Manuscript, *, as_of: AsOf | None = None, undecided: bool = False) -> Draft:
    """Ask for the figures of all words; what could not be parsed is a problem, too."""
    faults = tuple(Problem(fault.path, fault.message) for fault in manuscript.words.faults)
    placed = manuscript.words.figures()
    resolved = resolve(placed, manuscript.language, as_of=as_of, undecided=undecided)
    return Draft(manuscript, resolved, faults + resolved.problems)


def compose(
    draft: Draft,
    *,
    at: datetime,
    preview: bool = False,
    preview_notes: tuple[str, ...] = (),
    edit_path: str = "",
    as_of: date | None = None,
) -> Composed:
    """The page of a draft. Where there are problems, gaps are marked in it; publishing refuses those."""
    manuscript = draft.manuscript
    with override(manuscript.language):
        prose = Prose(draft.resolved, manuscript.language)
        words = manuscript.words
        title = prose.line(words.lines["title"], "title")
        standfirst = prose.line(words.lines["standfirst"], "standfirst")
        body = prose.render(words.body)
        plain = plain_of(words, draft.resolved)
        other = other_language(manuscript.language)
        found = sources(draft.resolved.provenances, manuscript.language)
        view = PageView(
            manuscript=manuscript,
            title=title,
            standfirst=standfirst,
            plain=plain,
            language=manuscript.language,
            other_language=other,
            other_language_name=LANGUAGE_NAMES[other],
            other_home=home_path(other),
            other_home_name=HOME_NAMES[other],
            body=body,
            notes=prose.notes.all(),
            sources=found,
            modelled=tuple(dict.fromkeys(source.modelled for source in found if source.modelled)),
            bounds=_bounds(draft.resolved.provenances),
            checked_at=at,
            canonical=whole(manuscript.path),
            alternates=_alternates(manuscript) if as_of is None else {},
            linked_data=linked_data(manuscript, plain, found),
            preview=preview,
            preview_notes=preview_notes,
            edit_path=edit_path,
            as_of=as_of,
            states_path=states_path(manuscript.path),
        )
        context = {"page": view, "site_name": settings.STET_SITE_NAME, "base_url": settings.STET_BASE_URL}
        html = render_to_string("articles/article.html", context)
    return Composed(html, plain, draft.problems, draft.resolved.dependencies, draft.resolved.editions)


def _bounds(provenances: tuple[Provenance, ...]) -> Deciding | None:
    return next((about.deciding for about in provenances if about.disclosure != EXACT), None)


def _alternates(manuscript: Manuscript) -> dict[str, str]:
    """Whole addresses of the page by language, where it exists in both."""
    if not manuscript.counterpart_path:
        return {}
    pair = {
        manuscript.language: manuscript.path,
        other_language(manuscript.language): manuscript.counterpart_path,
    }
    return {language: whole(pair[language]) for language in LANGUAGES}
