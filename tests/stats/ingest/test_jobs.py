"""Jobs: done once, by one worker; found again when a worker is lost; given up in the end."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from stats.ingest import jobs, recipe, signs
from stats.ingest.register import dataset_named
from stats.ingest.signs import Watch
from stats.ingest.sources import keep
from stats.models import Edition, ImportJob, JobState, SourceFile, Stage
from stats.models.job import STALE_AFTER
from stats.periods import month
from tests.stats.factories import EVENTS, PERSONS, figures_of, odp_bytes, rows_of

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})


@pytest.fixture(autouse=True)
def folder(data_dir):
    return data_dir


def queued(data=None, **fields):
    source = keep(name="a.csv", data=data or odp_bytes(SMALL))
    return jobs.create(sources=[source], dataset=dataset_named(EVENTS), **fields)


@pytest.fixture
def desk():
    return get_user_model().objects.create(username="desk")


def fresh(job):
    return ImportJob.objects.get(pk=job.pk)


def long_ago():
    return timezone.now() - STALE_AFTER - timedelta(seconds=1)


def test_a_job_that_is_done_says_what_came_of_it():
    job = queued(accept=True)
    assert job.state == JobState.QUEUED
    jobs.run(job.pk)
    done = fresh(job)
    assert (done.state, done.attempts) == (JobState.DONE, 1)
    assert set(done.timings) == {"read", "resolve", "screen", "compare", "load"}
    assert done.started_at <= done.finished_at
    assert done.edition == Edition.objects.get()
    assert done.outcome["status"] == "in_force"
    assert done.finished_at is not None


def test_a_job_is_done_once():
    job = queued(accept=True)
    jobs.run(job.pk)
    before = (rows_of(EVENTS), fresh(job).finished_at)
    jobs.run(job.pk)
    assert (rows_of(EVENTS), fresh(job).finished_at) == before
    assert fresh(job).attempts == 1


def test_a_job_that_somebody_is_doing_is_left_alone():
    job = queued()
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
    jobs.run(job.pk)
    assert fresh(job).state == JobState.RUNNING
    assert Edition.objects.count() == 0


def test_a_job_that_is_gone_does_no_harm():
    jobs.run(4711)


def test_a_refused_file_is_a_refused_job_with_reasons():
    job = queued(b"Dear editor")
    jobs.run(job.pk)
    assert fresh(job).state == JobState.REFUSED
    assert fresh(job).outcome["findings"][0]["message"]
    assert fresh(job).edition is None


def test_the_same_figures_again_are_done_and_nothing_new():
    jobs.run(queued(accept=True).pk)
    again = queued()
    jobs.run(again.pk)
    assert (fresh(again).state, fresh(again).outcome["status"]) == (JobState.DONE, "nothing_new")


def test_what_fails_says_so_in_its_row_and_leaves_nothing(monkeypatch, caplog):
    def fails(*args, **kwargs):
        raise MemoryError("the machine is full")

    monkeypatch.setattr(recipe, "load", fails)
    job = queued(accept=True)
    jobs.run(job.pk)
    assert fresh(job).state == JobState.FAILED
    assert "the machine is full" in fresh(job).outcome["error"]
    assert Edition.objects.count() == 0


def test_a_lost_job_is_sent_again_and_then_done():
    job, sent = queued(accept=True), []
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=1, heartbeat=long_ago())
    assert jobs.sweep(at=timezone.now(), send=sent.append) == 1
    assert (sent, fresh(job).state) == ([job.pk], JobState.QUEUED)
    jobs.run(job.pk)
    assert (fresh(job).state, fresh(job).attempts) == (JobState.DONE, 2)


def test_a_queued_job_whose_message_was_lost_is_sent_again():
    job, sent = queued(), []
    ImportJob.objects.filter(pk=job.pk).update(heartbeat=long_ago())
    jobs.sweep(at=timezone.now(), send=sent.append)
    assert sent == [job.pk]


def test_jobs_that_give_signs_of_life_or_are_over_are_left_alone():
    running, over, sent = queued(), queued(), []
    ImportJob.objects.filter(pk=running.pk).update(state=JobState.RUNNING)
    ImportJob.objects.filter(pk=over.pk).update(state=JobState.DONE, heartbeat=long_ago())
    assert jobs.sweep(at=timezone.now(), send=sent.append) == 0
    assert sent == []


def test_a_job_that_cost_three_workers_is_given_up():
    job, sent = queued(), []
    for lost in range(1, jobs.ATTEMPTS + 1):
        ImportJob.objects.filter(pk=job.pk).update(
            state=JobState.RUNNING, attempts=lost, heartbeat=long_ago()
        )
        jobs.sweep(at=timezone.now(), send=sent.append)
    assert sent == [job.pk] * (jobs.ATTEMPTS - 1)
    assert fresh(job).state == JobState.FAILED
    assert fresh(job).outcome["error"] == "3 workers were lost at this import"


def test_a_queued_job_is_cancelled_at_once_and_leaves_nothing(desk):
    job = queued()
    jobs.cancel(job, by=desk)
    assert (fresh(job).state, fresh(job).cancelled_by) == (JobState.CANCELLED, desk)
    assert fresh(job).outcome == {"files": ["a.csv"]}
    jobs.run(job.pk)
    assert (fresh(job).attempts, Edition.objects.count(), SourceFile.objects.count()) == (0, 0, 0)
    assert default_storage.listdir("sources")[1] == []


@pytest.mark.parametrize("stage", list(Stage)[:-1])
def test_a_running_job_is_cancelled_at_its_next_mark_and_leaves_nothing(desk, monkeypatch, stage):
    jobs.run(queued(accept=True).pk)
    before = rows_of(EVENTS)
    job = queued(odp_bytes(SMALL | {("India", month(2024, 1)): 25}), accept=True)
    entered = jobs._entered

    def cancel_in(job_id, at):
        entered(job_id, at)
        if at is stage:
            jobs.cancel(job, by=desk)

    monkeypatch.setattr(jobs, "_entered", cancel_in)
    jobs.run(job.pk)
    assert (fresh(job).state, fresh(job).outcome) == (JobState.CANCELLED, {"files": ["a.csv"]})
    assert rows_of(EVENTS) == before
    assert SourceFile.objects.filter(edition=None).count() == 0


def test_a_job_cancelled_in_its_last_moment_is_undone(desk, monkeypatch):
    """After the last mark, before the commit."""
    job = queued(accept=True)
    finish = jobs._finish

    def cancel_before(watch, outcome):
        signs.wish_to_stop(job.pk)
        finish(watch, outcome)

    monkeypatch.setattr(jobs, "_finish", cancel_before)
    jobs.run(job.pk)
    assert (fresh(job).state, Edition.objects.count()) == (JobState.CANCELLED, 0)


def test_a_job_that_is_over_is_not_cancelled(desk):
    job = queued(accept=True)
    jobs.run(job.pk)
    jobs.cancel(job, by=desk)
    assert (fresh(job).state, fresh(job).cancelled_by) == (JobState.DONE, None)


def test_two_imports_of_a_dataset_are_done_in_the_order_in_which_they_were_asked_for():
    sent = []
    first = queued(accept=True)
    second = queued(odp_bytes(SMALL | {("India", month(2024, 1)): 25}), accept=True)
    assert second.waits_for == first
    jobs.run(second.pk, send=sent.append)
    assert (fresh(second).state, sent) == (JobState.QUEUED, [])
    jobs.run(first.pk, send=sent.append)
    assert (fresh(first).outcome["edition"], sent) == (1, [second.pk])
    assert fresh(second).waits_for is None
    jobs.run(second.pk, send=sent.append)
    assert (fresh(second).outcome["edition"], sent) == (2, [second.pk])


def test_imports_of_other_datasets_do_not_wait():
    queued()
    other = jobs.create(sources=[keep(name="b.csv", data=odp_bytes(SMALL))], dataset=dataset_named(PERSONS))
    assert other.waits_for is None
    jobs.run(other.pk)
    assert fresh(other).state == JobState.DONE


@pytest.mark.parametrize("problem", [OperationalError("disk is full"), InterfaceError("connection closed")])
def test_a_job_whose_database_went_away_waits_for_the_sweep_and_is_given_up_in_the_end(monkeypatch, problem):
    def fails(*args, **kwargs):
        raise problem

    monkeypatch.setattr(recipe, "load", fails)
    job = queued(accept=True)
    for attempt in range(1, jobs.ATTEMPTS + 1):
        jobs.run(job.pk)
        assert (fresh(job).attempts, Edition.objects.count()) == (attempt, 0)
        assert fresh(job).state == (JobState.FAILED if attempt == jobs.ATTEMPTS else JobState.QUEUED)


def test_a_job_that_loads_for_long_and_gives_signs_is_not_lost():
    job, sent = queued(), []
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING, heartbeat=long_ago())
    Watch(job.pk, job.pace, entered=lambda stage: None).mark(Stage.LOAD, 0.5)
    jobs.sweep(at=timezone.now(), send=sent.append)
    assert sent == []
    jobs.sweep(at=timezone.now() + 2 * STALE_AFTER, send=sent.append)
    assert sent == [job.pk]


def test_the_pace_of_a_dataset_is_that_of_its_last_import():
    job = queued(accept=True)
    assert not job.pace.known
    jobs.run(job.pk)
    again = queued()
    assert again.pace.known
    assert again.pace.seconds["load"] == pytest.approx(fresh(job).timings["load"])


def test_a_worker_that_was_thought_lost_and_finishes_does_no_harm():
    """Both write the same edition; the second finds that it is there."""
    job = queued(accept=True)
    jobs.run(job.pk)
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.QUEUED)
    jobs.run(job.pk)
    assert Edition.objects.count() == 1
    assert fresh(job).state == JobState.DONE
