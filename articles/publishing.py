"""Publishing and withdrawing: the verbs by which articles come before readers and go again.

Each checks first and then writes the page, what it rests on and the article's state in one transaction, so
that readers see the old page or the new one and nothing between.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import checking, workflow, writing
from articles.checklist import Note, Severity
from articles.document.line import as_written
from articles.editions import in_force
from articles.errors import NotAllowed, NotPublishable, Problem
from articles.models import Action, Article, FormerAddress, Page, Revision, Stage, Standing, Status, Use
from articles.models.status import may_become
from articles.render.manuscript import manuscript
from articles.render.page import Draft, compose, drafted, etag_of
from articles.render.standing import under_review
from stats.labels import LANGUAGES, Label


class Outcome(StrEnum):
    """What making a page again came to."""

    UNCHANGED = "unchanged"
    """It would say the same: it was left as it is."""
    MADE = "made"
    """Readers see the new page."""
    BROKEN = "broken"
    """It cannot be made any more: readers see it as it was, under review, and the newsroom the reason."""


def problems(*, article: Article) -> tuple[Problem, ...]:
    """What stands in the way of publishing the article as it is saved."""
    revision = _newest(article)
    if revision is None:
        return (Problem("", _("The article has not been saved yet.")),)
    return _problems(article, revision, drafted(manuscript(article, revision)))


def checklist(*, article: Article) -> tuple[Note, ...]:
    """What stands in the way of publishing the article as it is saved, and what somebody should look at."""
    revision = _newest(article)
    if revision is None:
        return ()
    draft = drafted(manuscript(article, revision))
    found = _own_problems(article, revision, draft) + draft.problems
    grave = tuple(Note("problem", Severity.ERROR, one.path, Label(one.message, one.message)) for one in found)
    return grave + checking.findings(article, draft)


@transaction.atomic
def publish(*, article: Article, by: User, at: datetime) -> Page:
    """Put the newest revision before readers.

    NotPublishable with all problems; NotAllowed by its state, or where it was not approved.
    """
    Article.objects.select_for_update().get(pk=article.pk)
    article.refresh_from_db()
    if not may_become(article.status, Status.PUBLISHED):
        raise NotAllowed(_("An article that is “%(status)s” cannot be published.") % _status(article))
    if why_not := workflow.why_not_publishable(article):
        raise NotAllowed(why_not)
    revision = _newest(article) or writing.save(article=article, by=by, at=at)
    draft = drafted(manuscript(article, revision, published_at=at))
    if found := _problems(article, revision, draft):
        raise NotPublishable(found)
    article.status, article.stage = Status.PUBLISHED, Stage.WRITING
    if article.published_at is None:
        article.published_at = at
    article.save(update_fields=["status", "stage", "published_at"])
    page = _write(article, revision, draft, at=at)
    workflow.published(article, revision, by=by, at=at)
    _remake_counterpart(article, at=at)
    return page


@transaction.atomic
def withdraw(*, article: Article, by: User, at: datetime, note: str = "") -> None:
    """Take the article away from readers, who are told so at its address, with the note if there is one."""
    Article.objects.select_for_update().get(pk=article.pk)
    article.refresh_from_db()
    if not may_become(article.status, Status.WITHDRAWN):
        raise NotAllowed(_("An article that is “%(status)s” cannot be withdrawn.") % _status(article))
    article.status, article.withdrawal_note = Status.WITHDRAWN, note
    article.save(update_fields=["status", "withdrawal_note"])
    workflow.log(article, Action.WITHDRAWN, article.revision_number, by=by, at=at, note=note)
    Page.objects.filter(article=article).delete()
    article.uses.all().delete()
    _remake_counterpart(article, at=at)


@transaction.atomic
def remake(*, article: Article, at: datetime) -> Outcome:
    """Make the page of a published article again, of the revision that readers see.

    A page whose figures can no longer be given stays as it was and is marked broken with the reasons. A page
    that would say the same stays untouched, so that making pages again is safe at any time.
    """
    page = Page.objects.select_for_update().select_related("revision").get(article=article)
    draft = drafted(manuscript(article, page.revision, page=page))
    if draft.problems:
        return _mark_broken(page, draft, at=at)
    if page.standing == Standing.STANDS and compose(draft, at=page.built_at).html == page.html:
        return Outcome.UNCHANGED
    _write(article, page.revision, draft, at=at)
    return Outcome.MADE


def _mark_broken(page: Page, draft: Draft, *, at: datetime) -> Outcome:
    if page.standing != Standing.BROKEN:
        page.html = under_review(page.html, page.language)
        page.etag, page.built_at = etag_of(page.html), at
    page.standing = Standing.BROKEN
    page.reason = [problem.as_json() for problem in draft.problems]
    page.checked = _checked(draft)
    page.save(update_fields=["html", "etag", "built_at", "standing", "reason", "checked"])
    return Outcome.BROKEN


def _write(article: Article, revision: Revision, draft: Draft, *, at: datetime) -> Page:
    """The page and its uses, in the place of the former ones."""
    composed = compose(draft, at=at)
    _keep_address(article, draft.manuscript.path)
    page, _created = Page.objects.update_or_create(
        article=article,
        defaults={
            "revision": revision,
            "path": draft.manuscript.path,
            "language": draft.manuscript.language,
            "title": composed.plain.title,
            "standfirst": composed.plain.standfirst,
            "description": composed.plain.description,
            "html": composed.html,
            "etag": composed.etag,
            "built_at": at,
            "editions": dict(composed.editions),
            "checked": dict(composed.editions),
            "standing": Standing.STANDS,
            "reason": [],
        },
    )
    article.uses.all().delete()
    Use.objects.bulk_create(
        Use(article=article, dataset=found.question.dataset, question=found.question.key, path=found.path)
        for found in composed.dependencies
    )
    return page


def _keep_address(article: Article, path: str) -> None:
    """Links to where the article was lead to where it is."""
    FormerAddress.objects.filter(path=path).delete()
    former = Page.objects.filter(article=article).exclude(path=path).values_list("path", flat=True).first()
    if former is not None:
        FormerAddress.objects.update_or_create(path=former, defaults={"article": article})


def _checked(draft: Draft) -> dict[str, int | None]:
    return in_force(
        found.question.dataset for found in draft.resolved.dependencies if found.question.as_of is None
    )


def _remake_counterpart(article: Article, *, at: datetime) -> None:
    """Its page names this one, or does no longer."""
    other = article.in_other_language
    if other is not None and Page.objects.filter(article=other).exists():
        remake(article=other, at=at)


def _newest(article: Article) -> Revision | None:
    return article.revisions.order_by("-number").first()


def _problems(article: Article, revision: Revision, draft: Draft) -> tuple[Problem, ...]:
    language = get_language() or LANGUAGES[0]
    noted = checking.errors(article, draft)
    stops = tuple(Problem(note.path, note.sentence.in_language(language)) for note in noted)
    return _own_problems(article, revision, draft) + draft.problems + stops


def _own_problems(article: Article, revision: Revision, draft: Draft) -> tuple[Problem, ...]:
    found = []
    if not as_written(revision.title):
        found.append(Problem("title", _("The title is empty.")))
    if Page.objects.filter(path=draft.manuscript.path).exclude(article=article).exists():
        found.append(Problem("slug", _("Readers find another article at this address.")))
    if not draft.manuscript.words.body.blocks and not draft.problems:
        found.append(Problem("body", _("The text is empty.")))
    return tuple(found)


def _status(article: Article) -> dict[str, str]:
    return {"status": article.get_status_display()}
