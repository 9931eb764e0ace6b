"""Setting the demonstration up. Everything is made once, and what somebody changed since stays changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles import publishing, workflow, writing
from articles.demo.cast import DATA_DESK, EDITOR, PUBLISHER, WRITER
from articles.demo.newsroom import people
from articles.demo.pieces import FIGURES
from articles.demo.story import SLUG, story
from articles.document.nodes import Binding
from articles.embeds.sentence import figure_view
from articles.models import Article
from stats.ingest import recipe
from stats.ingest.outcome import Status
from stats.ingest.register import dataset_named
from stats.ingest.sources import keep
from stats.labels import LANGUAGES, Language
from stats.models import Dataset
from stats.queries.asking import ask_many
from stats.questions import QuestionError
from stats.sample import SampleEdition, editions


def set_up(*, at: datetime) -> None:
    """Make people, sample editions and the article, as far as they are not there."""
    staff = people()
    _import_editions(by=staff[DATA_DESK])
    _write_article(staff, at=at)


def _import_editions(*, by: User) -> None:
    """Import the sample editions of datasets that have none; the newest of several ones waits."""
    fresh = {e.dataset for e in editions()} - set(
        Dataset.objects.filter(editions__isnull=False).values_list("slug", flat=True)
    )
    newest = {edition.dataset: edition.number for edition in editions()}
    for edition in editions():
        if edition.dataset in fresh:
            waits = edition.number > 1 and edition.number == newest[edition.dataset]
            _import(edition, accept=not waits, by=by)


def _import(edition: SampleEdition, *, accept: bool, by: User) -> None:
    sources = [keep(name=file.name, data=file.data) for file in edition.files]
    outcome = recipe.run(
        sources,
        dataset=dataset_named(edition.dataset),
        accept_at_once=accept,
        by=by,
        modelled=edition.note,
    )
    if outcome.status is Status.REFUSED:
        raise RuntimeError(f"sample edition {edition.number} of {edition.dataset}: {outcome.findings}")


def _written(language: Language) -> dict[str, Binding]:
    """The article's figures with the characters that an editor would have seen."""
    answers = ask_many(binding.question for binding in FIGURES.values())
    found = {}
    for (name, binding), answer in zip(FIGURES.items(), answers, strict=True):
        if isinstance(answer, QuestionError):
            raise answer
        found[name] = replace(binding, fallback=figure_view(answer, binding, language).text)
    return found


@transaction.atomic
def _write_article(staff: Mapping[str, User], *, at: datetime) -> None:
    """Write, approve and publish the article in both languages, unless it is or was there."""
    if Article.objects.filter(slug__in=(SLUG.en, SLUG.fr)).exists():
        return
    other: Article | None = None
    for language in LANGUAGES:
        told = story(language, _written(language))
        article = Article(
            title=told.title,
            standfirst=told.standfirst,
            slug=told.slug,
            summary=told.summary,
            body=told.body,
            language=language,
            author=staff[WRITER],
            counterpart=other,
            follows=other.revisions.get() if other is not None else None,
        )
        writing.save(article=article, by=staff[WRITER], at=at)
        workflow.submit(article=article, by=staff[WRITER], at=at)
        workflow.approve(article=article, by=staff[EDITOR], at=at)
        publishing.publish(article=article, by=staff[PUBLISHER], at=at)
        other = article
