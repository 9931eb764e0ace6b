"""The first page of the explorer: datasets with figures, by subject, and how fresh they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.embeds.view import Phrase, phrase
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import dataset_path
from articles.numbers import date_name, period_name
from stats.catalogue import load as catalogue
from stats.labels import Label, Language
from stats.models import Dataset
from stats.queries.freshness import Freshness, freshness


@dataclass(frozen=True, slots=True)
class Entry:
    """A dataset in the list."""

    href: str
    title: Phrase
    counts: Phrase
    until: str
    edition: str
    overdue: str
    """A sentence where a newer edition should have come by now."""
    modelled: Phrase | None


@dataclass(frozen=True, slots=True)
class Subject:
    """Datasets of one subject."""

    key: str
    title: Phrase
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the template gets."""

    frame: Frame
    subjects: tuple[Subject, ...]


def listing(*, at: datetime) -> ListingView:
    """The datasets that readers can explore."""
    language = active()
    rows = list(Dataset.objects.in_force().select_related("in_force"))
    fresh = freshness(rows, at=at)
    by_subject: dict[str, list[Entry]] = {}
    for row in rows:
        by_subject.setdefault(row.subject, []).append(_entry(row, fresh[row.slug], language))
    names = _names()
    order = sorted(
        by_subject, key=lambda slug: (slug not in names, list(names).index(slug) if slug in names else 0)
    )
    subjects = tuple(
        Subject(slug or "others", _title(slug, names, language), tuple(by_subject[slug])) for slug in order
    )
    return ListingView(frame(lambda: reverse("articles:data")), subjects)


def _entry(row: Dataset, fresh: Freshness, language: Language) -> Entry:
    facts = row.in_force.facts if row.in_force else None
    since = facts.in_force_since if facts else None
    modelled = facts.modelled if facts else Label()
    return Entry(
        href=dataset_path(row.slug),
        title=phrase(row.title, language),
        counts=phrase(row.counts, language),
        until=period_name(fresh.covers_until, language) if fresh.covers_until else "",
        edition=date_name(timezone.localtime(since).date(), language) if since else "",
        overdue=overdue(fresh, language),
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
    )


def overdue(fresh: Freshness, language: Language) -> str:
    """A sentence where a newer edition should have come by now; empty otherwise."""
    if not fresh.overdue or fresh.expected_by is None:
        return ""
    return _("A newer edition was expected by %(day)s.") % {"day": date_name(fresh.expected_by, language)}


def _names() -> dict[str, Label]:
    """The subjects of the catalogue in its order."""
    return {spec.subject.slug: spec.subject.label for spec in catalogue().values()}


def _title(slug: str, names: dict[str, Label], language: Language) -> Phrase:
    if slug in names:
        return phrase(names[slug], language)
    return Phrase(slug or _("Other data"))
