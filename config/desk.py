"""The newsroom desk: what waits for the person who is signed in, as the admin's first page lists it.

Each list shows what this person may see, and costs the same few queries however much there is to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, Page, Revision, Schedule, Stage, Status
from stats.importexport import wording
from stats.models import Dataset, Decision, Edition, ImportJob, JobState, Mapped, Verdict
from stats.models.job import ACTIVE
from stats.permissions import MAPPING
from stats.queries.freshness import Freshness, freshness

LISTED = 8
"""How many rows a list shows; the rest is behind its link."""
RECENT = timedelta(days=7)
"""How long an import that came to nothing stays on the desk."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where something can be done or seen."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits or happened; `state` gives `word` its colour, `links` lead to what it asks for."""

    title: str
    address: str
    facts: tuple[str, ...] = ()
    state: str = ""
    word: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A list with its heading, what is said when it is empty, and where all of its kind are."""

    name: str
    heading: str
    items: tuple[Item, ...]
    empty: str
    more: Link


@dataclass(frozen=True, slots=True)
class Column:
    """The lists of one subject."""

    heading: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What one person can start, and the lists; those of the person's own work come first."""

    actions: tuple[Link, ...]
    columns: tuple[Column, ...]


def desk(*, user: Any, at: datetime) -> Desk:
    """The desk of a person, by what this person may do."""
    figures = Column(_("Figures"), tuple(_figures(user, at)))
    articles = Column(_("Articles"), tuple(_articles(user)))
    columns = (articles, figures) if user.has_perm("articles.change_article") else (figures, articles)
    return Desk(tuple(_actions(user)), tuple(column for column in columns if column.sections))


def _figures(user: Any, at: datetime) -> Iterator[Section]:
    if user.has_perm("stats.view_edition"):
        yield _waiting(user)
        held = _held(user)
        if held.items:
            yield held
    if user.has_perm("stats.view_importjob"):
        yield _imports(at)
    if user.has_perm("stats.view_dataset"):
        yield _sources(at)


def _articles(user: Any) -> Iterator[Section]:
    if user.has_perm("articles.view_article"):
        yield _broken()
    if user.has_perm("articles.approve_article"):
        yield _reviews()
    if user.has_perm("articles.change_article"):
        yield _mine(user)
    if user.has_perm("articles.view_article"):
        yield _scheduled()
    if user.has_perm("articles.view_article"):
        yield _published()


def _actions(user: Any) -> Iterator[Link]:
    if user.has_perm("stats.import_edition"):
        yield Link(_("Import an edition"), reverse("admin:stats_edition_import"))
    if user.has_perm("articles.add_article"):
        yield Link(_("Write an article"), reverse("admin:articles_article_add"))


def _waiting(user: Any) -> Section:
    editions = _with_labels(Edition.objects.to_decide())
    return Section(
        "waiting",
        _("Editions that wait for a decision"),
        tuple(_edition(edition, user) for edition in editions.order_by("loaded_at", "pk")[:LISTED]),
        _("No edition waits."),
        Link(_("All editions"), reverse("admin:stats_edition_changelist")),
    )


def _with_labels(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Editions with their datasets, and as `open_labels` how many labels nobody has decided about."""
    undecided = Q(unmatched__decision=Mapped.UNDECIDED)
    counted = editions.annotate(open_labels=Count("unmatched", filter=undecided))
    return counted.select_related("dataset").defer("notes", "findings")


def _held(user: Any) -> Section:
    editions = _with_labels(Edition.objects.held())
    listed = list(editions.order_by("loaded_at", "pk")[:LISTED])
    words = Decision.objects.filter(edition__in=listed, verdict=Verdict.HELD).order_by("id")
    holds = {word.edition_id: word for word in words}
    return Section(
        "held",
        _("Editions that are held"),
        tuple(_held_edition(edition, holds[edition.pk], user) for edition in listed),
        "",
        Link(_("All decisions"), reverse("admin:stats_decision_changelist")),
    )


def _held_edition(edition: Edition, hold: Decision, user: Any) -> Item:
    held = _("held by %(who)s since %(moment)s") % {"who": hold.decider, "moment": _moment(hold.at)}
    return replace(_edition(edition, user), facts=(held, hold.note))


def _edition(edition: Any, user: Any) -> Item:
    until, revised = edition.covered.until, edition.cells.get("revised") or 0
    return Item(
        _("%(dataset)s, edition %(number)s") % {"dataset": edition.dataset, "number": edition.number},
        reverse("admin:stats_edition_change", args=[edition.pk]),
        (
            *((_("covers until %(period)s") % {"period": wording.period(until)},) if until else ()),
            ngettext("%(count)s cell revised", "%(count)s cells revised", revised)
            % {"count": wording.number(revised)},
            _("waits since %(moment)s") % {"moment": _moment(edition.loaded_at)},
        ),
        links=tuple(_asked_of(edition, user)),
    )


def _asked_of(edition: Any, user: Any) -> Iterator[Link]:
    """Where one sees what a waiting edition changes, and says what its unmatched labels are."""
    if edition.dataset.in_force_id is not None:
        yield Link(_("What it changes"), reverse("admin:stats_edition_changes", args=[edition.pk]))
    labels = edition.open_labels
    if labels and any(user.has_perm(permission) for permission in MAPPING):
        text = ngettext("%(count)s label to be matched", "%(count)s labels to be matched", labels)
        address = reverse("admin:stats_edition_members", args=[edition.pk])
        yield Link(text % {"count": wording.number(labels)}, address)


def _sources(at: datetime) -> Section:
    datasets = list(Dataset.objects.order_by("slug"))
    known = freshness(datasets, at=at)
    late = [(d, known[d.slug]) for d in datasets if known[d.slug].overdue or known[d.slug].failures]
    return Section(
        "sources",
        _("Sources that are overdue or do not answer"),
        tuple(_source(dataset, fresh) for dataset, fresh in late[:LISTED]),
        _("No source is overdue, and the portal answers."),
        Link(_("All datasets"), reverse("admin:stats_dataset_changelist")),
    )


def _source(dataset: Dataset, fresh: Freshness) -> Item:
    facts = []
    if fresh.covers_until:
        facts.append(_("covers until %(period)s") % {"period": wording.period(fresh.covers_until)})
    if fresh.overdue and fresh.expected_by:
        facts.append(_("the next was due by %(day)s") % {"day": date_format(fresh.expected_by)})
    if fresh.failures:
        facts.append(
            ngettext(
                "the portal did not answer the last time",
                "the portal did not answer the last %(count)s times",
                fresh.failures,
            )
            % {"count": fresh.failures}
        )
    return Item(
        str(dataset),
        reverse("admin:stats_dataset_change", args=[dataset.pk]),
        tuple(facts),
        "failed" if fresh.failures else "overdue",
        _("No answer") if fresh.failures else _("Overdue"),
    )


def _imports(at: datetime) -> Section:
    ended = Q(state__in=(JobState.FAILED, JobState.REFUSED), created_at__gt=at - RECENT)
    jobs = ImportJob.objects.filter(ended | Q(state__in=ACTIVE)).select_related("dataset")
    return Section(
        "imports",
        _("Imports under way or refused"),
        tuple(_import(job) for job in jobs.prefetch_related("files")[:LISTED]),
        _("No import is under way, and none was refused in the last seven days."),
        Link(_("All imports"), reverse("admin:stats_importjob_changelist")),
    )


def _import(job: ImportJob) -> Item:
    names = ", ".join(file.name for file in job.files.all())
    return Item(
        str(job.dataset) if job.dataset else names or _("Import %(number)s") % {"number": job.pk},
        reverse("admin:stats_importjob_change", args=[job.pk]),
        tuple(fact for fact in (_why(job.outcome), _moment(job.created_at)) if fact),
        job.state,
        str(JobState(job.state).label),
    )


def _why(outcome: dict[str, Any]) -> str:
    """The first thing that stood in the way of an import."""
    refusals = (f["message"] for f in outcome.get("findings", []) if f.get("severity") == "refusal")
    return str(outcome.get("error") or next(refusals, ""))


def _broken() -> Section:
    pages = Page.objects.broken().filter(article__status=Status.PUBLISHED).newest_first()
    return Section(
        "broken",
        _("Published pages that their figures no longer support"),
        tuple(_broken_page(page) for page in pages[:LISTED]),
        _("Every published page stands."),
        _all_articles(),
    )


def _broken_page(page: Page) -> Item:
    said = (str(one.get("message", "") if isinstance(one, dict) else one) for one in page.reason)
    return Item(
        page.title,
        reverse("admin:articles_article_change", args=[page.article_id]),
        tuple(capfirst(one) for one in said if one)[:3],
        page.standing,
        page.get_standing_display(),
    )


def _reviews() -> Section:
    waiting = Article.objects.filter(stage=Stage.IN_REVIEW).select_related("author").order_by("updated_at")
    return Section(
        "reviews",
        _("Articles that wait for a review"),
        tuple(_review(article) for article in waiting.defer("body")[:LISTED]),
        _("No article waits for a review."),
        Link(_("All that wait"), _all_articles().address + f"?stage__exact={Stage.IN_REVIEW}"),
    )


def _review(article: Article) -> Item:
    return Item(
        article.headline,
        reverse("admin:articles_article_change", args=[article.pk]),
        (article.author_name, _("saved %(moment)s") % {"moment": _moment(article.updated_at)}),
    )


def _scheduled() -> Section:
    planned = Schedule.objects.select_related("article", "dataset").defer("article__body")
    return Section(
        "scheduled",
        _("Scheduled"),
        tuple(_plan(one) for one in planned[:LISTED]),
        _("Nothing is scheduled."),
        Link(_("All that are scheduled"), _all_articles().address + f"?stage__exact={Stage.SCHEDULED}"),
    )


def _plan(planned: Schedule) -> Item:
    return Item(
        planned.article.headline,
        reverse("admin:articles_article_change", args=[planned.article_id]),
        (
            *((_("at %(moment)s") % {"moment": _moment(planned.at)},) if planned.at else ()),
            *(
                (_("with the next edition of %(dataset)s") % {"dataset": planned.dataset},)
                if planned.dataset
                else ()
            ),
        ),
    )


def _mine(user: Any) -> Section:
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number").values("number")[:1]
    unseen = Q(status=Status.PUBLISHED, newest__gt=F("page__revision__number"))
    mine = Article.objects.filter(author=user).annotate(newest=Subquery(newest))
    found = mine.filter(unseen | Q(status=Status.DRAFT)).only("title", "status", "updated_at")
    return Section(
        "drafts",
        _("My drafts"),
        tuple(_draft(article) for article in found[:LISTED]),
        _("You have nothing unfinished."),
        _all_articles(),
    )


def _draft(article: Article) -> Item:
    changed = article.status == Status.PUBLISHED
    return Item(
        article.headline,
        reverse("admin:articles_article_change", args=[article.pk]),
        (
            *((_("readers see an older revision"),) if changed else ()),
            _("saved %(moment)s") % {"moment": _moment(article.updated_at)},
        ),
    )


def _published() -> Section:
    pages = Page.objects.filter(article__status=Status.PUBLISHED).newest_first()
    return Section(
        "published",
        _("Published last"),
        tuple(_page(page) for page in pages[:LISTED]),
        _("Nothing is published yet."),
        Link(_("The site as readers see it"), "/"),
    )


def _page(page: Page) -> Item:
    at = page.article.published_at
    language = page.article.get_language_display()
    return Item(
        page.title,
        reverse("admin:articles_article_change", args=[page.article_id]),
        tuple(fact for fact in (language, page.author_name, _moment(at) if at else "") if fact),
    )


def _all_articles() -> Link:
    return Link(_("All articles"), reverse("admin:articles_article_changelist"))


def _moment(at: datetime) -> str:
    return str(date_format(timezone.localtime(at), "DATETIME_FORMAT"))
