"""Jobs: done once, by one worker; found again when a worker is lost; given up in the end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stats.ingest import jobs, recipe
from stats.ingest.register import dataset_named
from stats.ingest.sources import keep
from stats.models import Edition, ImportJob, JobState
from stats.models.job import STALE_AFTER
from tests.stats.factories import EVENTS, figures_of, odp_bytes, rows_of

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})


@pytest.fixture(autouse=True)
def folder(data_dir):
    return data_dir


def queued(data=None, **fields):
    source = keep(name="a.csv", data=data or odp_bytes(SMALL))
    return jobs.create(sources=[source], dataset=dataset_named(EVENTS), **fields)


def fresh(job):
    return ImportJob.objects.get(pk=job.pk)


def long_ago():
    return timezone.now() - STALE_AFTER - timedelta(seconds=1)


def test_a_job_that_is_done_says_what_came_of_it():
    job = queued(accept=True)
    assert (job.state, job.percent) == (JobState.QUEUED, 0)
    jobs.run(job.pk)
    done = fresh(job)
    assert (done.state, done.attempts, done.percent) == (JobState.DONE, 1, 100)
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


def test_a_worker_that_was_thought_lost_and_finishes_does_no_harm():
    """Both write the same edition; the second finds that it is there."""
    job = queued(accept=True)
    jobs.run(job.pk)
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.QUEUED)
    jobs.run(job.pk)
    assert Edition.objects.count() == 1
    assert fresh(job).state == JobState.DONE
