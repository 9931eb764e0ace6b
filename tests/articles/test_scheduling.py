from datetime import timedelta

import pytest

from articles import publishing, scheduling, tasks, workflow
from articles.models import Action, Schedule, Stage, Status
from stats.models import Dataset, Edition, EditionState
from tests.articles.articles import MORNING, NOON, person, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


@pytest.fixture
def article():
    make_permits()
    return saved()


def planned(article, **when):
    when = {"at": None, "dataset": None} | when
    return workflow.schedule(article=article, by=person(), now=MORNING, **when)


def status(article):
    article.refresh_from_db()
    return article.status, article.stage


def next_edition(dataset):
    edition = Edition.objects.create(
        dataset=dataset,
        number=dataset.in_force.number + 1,
        state=EditionState.IN_FORCE,
        coverage=dataset.in_force.coverage,
    )
    Dataset.objects.filter(pk=dataset.pk).update(in_force=edition)


def test_an_article_is_published_when_its_moment_has_come_and_not_before(article):
    planned(article, at=NOON)
    assert scheduling.publish_due(at=NOON - SECOND) == 0
    assert status(article) == (Status.DRAFT, Stage.SCHEDULED)
    assert scheduling.publish_due(at=NOON) == 1
    assert status(article) == (Status.PUBLISHED, Stage.WRITING)
    assert (article.published_at, article.page.built_at) == (NOON, NOON)
    assert scheduling.publish_due(at=NOON + SECOND) == 0
    assert article.steps.filter(action=Action.PUBLISHED).count() == 1


def test_an_article_waits_for_the_next_edition_of_its_dataset(article):
    dataset = Dataset.objects.get()
    planned(article, dataset=dataset)
    assert scheduling.publish_due(at=NOON) == 0
    next_edition(dataset)
    assert scheduling.publish_due(at=NOON) == 1


def test_with_both_it_waits_for_the_later(article):
    dataset = Dataset.objects.get()
    planned(article, dataset=dataset, at=NOON)
    next_edition(dataset)
    assert scheduling.publish_due(at=NOON - SECOND) == 0
    assert scheduling.publish_due(at=NOON) == 1


def test_what_cannot_be_published_goes_back_to_review_and_does_not_hold_up_the_others(article):
    other = saved("other")
    planned(article, at=NOON)
    planned(other, at=NOON)
    article.revisions.update(body="<p>Not <data>ours</data></p>")
    assert scheduling.publish_due(at=NOON) == 1
    assert status(article) == (Status.DRAFT, Stage.IN_REVIEW)
    assert status(other) == (Status.PUBLISHED, Stage.WRITING)
    missed = article.steps.get(action=Action.MISSED)
    assert missed.by is None
    assert "p[1]" in missed.note
    assert Schedule.objects.count() == 0


def test_an_article_off_the_schedule_is_not_published_by_a_late_message(article):
    planned(article, at=NOON)
    article.refresh_from_db()
    workflow.unschedule(article=article, by=person(), at=MORNING)
    assert scheduling.publish_if_due(article_id=article.pk, at=NOON) is False
    assert status(article) == (Status.DRAFT, Stage.APPROVED)


def test_publishing_by_hand_ends_the_schedule(article):
    planned(article, at=NOON)
    publishing.publish(article=article, by=person(), at=MORNING)
    assert Schedule.objects.count() == 0


def test_a_message_is_sent_for_the_very_moment_if_it_comes_before_the_timetable_looks_again(monkeypatch):
    sent = []
    monkeypatch.setattr(
        tasks.publish_scheduled, "apply_async", lambda args, eta: sent.append((*args, eta)), raising=True
    )
    tasks.publish_at(7, MORNING + 30 * SECOND, now=MORNING)
    tasks.publish_at(8, MORNING + 3600 * SECOND, now=MORNING)
    tasks.publish_at(9, None, now=MORNING)
    assert sent == [(7, MORNING + 30 * SECOND)]
