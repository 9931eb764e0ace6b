"""The page of a job in every state, and the list."""

from __future__ import annotations

import time

import pytest

from stats.ingest import jobs
from stats.ingest.register import dataset_named
from stats.ingest.signs import Watch
from stats.ingest.sources import keep
from stats.models import ImportJob, JobState, Stage
from stats.pace import Pace
from tests.stats.admin.conftest import NAME, release


@pytest.fixture
def job(desk) -> ImportJob:
    return jobs.create(sources=[keep(name=NAME, data=release())], dataset=None, accept=False)


def page(client, job: ImportJob) -> str:
    response = client.get(f"/admin/stats/importjob/{job.pk}/change/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_queued_job_is_followed_with_and_without_scripts(desk, job):
    shown = page(desk, job)
    assert 'data-active="yes"' in shown
    assert '<progress max="100" value="0"' in shown
    assert "waits for a worker" in shown
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in shown
    assert "stats/admin/job.js" in shown


def test_a_running_job_says_its_stage(desk, job):
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING, stage=Stage.LOAD)
    shown = page(desk, job)
    assert "Loading" in shown
    assert f'value="{int(100 * Pace.of(None).fraction("load"))}"' in shown


def test_a_running_job_says_how_far_it_is_and_how_long_it_takes(desk, job):
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING, stage=Stage.LOAD)
    began = time.monotonic() - 10
    pace = Pace.of({"read": 6, "load": 4})
    Watch(job.pk, pace, entered=lambda stage: None, began=began).mark(Stage.LOAD, 0.5)
    shown = page(desk, job)
    assert 'value="80"' in shown
    assert "80 %, about 3 seconds left" in shown or "80 %, about 2 seconds left" in shown


def test_the_second_import_of_a_dataset_says_which_one_it_waits_for(desk):
    dataset = dataset_named("imp-citizenship")
    first, second = (
        jobs.create(sources=[keep(name=NAME, data=release(until=n))], dataset=dataset) for n in (3, 4)
    )
    shown = page(desk, second)
    assert f'<a href="/admin/stats/importjob/{first.pk}/change/">import {first.pk}</a>' in shown


def test_an_import_is_cancelled_by_who_may_import(importer, reader, job):
    address = f"/admin/stats/importjob/{job.pk}/cancel/"
    assert "Cancel this import" in page(importer, job)
    assert "Cancel this import" not in page(reader, job)
    assert reader.post(address).status_code == 403
    assert importer.get(address).status_code == 405
    shown = importer.post(address, follow=True).content.decode()
    assert "Cancelled. Nothing was changed." in shown
    assert "importer cancelled it." in shown
    assert NAME in shown
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.DONE)
    assert "over already" in importer.post(address, follow=True).content.decode()


def test_a_running_import_says_that_it_is_being_cancelled(importer, job):
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING, stage=Stage.LOAD)
    shown = importer.post(f"/admin/stats/importjob/{job.pk}/cancel/", follow=True).content.decode()
    assert "It is being cancelled." in shown
    assert "Cancel this import" not in shown


def test_a_done_job_leads_to_its_edition(desk, job):
    jobs.run(job.pk)
    job.refresh_from_db()
    shown = page(desk, job)
    assert 'data-active="no"' in shown
    assert "http-equiv" not in shown
    assert "waits for a decision" in shown
    assert f"/admin/stats/edition/{job.edition.pk}/change/" in shown


def test_a_refused_job_says_why_and_where(desk):
    job = jobs.create(sources=[keep(name="x.csv", data=b"Dear colleague,\n")], dataset=None)
    jobs.run(job.pk)
    shown = page(desk, job)
    assert "The file was refused. Nothing was changed." in shown
    assert "no table" in shown
    assert "x.csv, row 1" in shown


def test_a_failed_job_says_what_happened(desk, job):
    outcome = {"error": "OSError: the disk is full"}
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.FAILED, outcome=outcome)
    shown = page(desk, job)
    assert "It failed, and nothing was changed" in shown
    assert "the disk is full" in shown


def test_jobs_are_listed_and_only_looked_at(reader, job):
    assert NAME not in reader.get("/admin/stats/importjob/?q=nothing").content.decode()
    assert f"Import {job.pk}" in reader.get("/admin/stats/importjob/?q=CITZ").content.decode()
    assert reader.get("/admin/stats/importjob/add/").status_code == 403
    assert reader.post(f"/admin/stats/importjob/{job.pk}/delete/").status_code == 403
    assert reader.post(f"/admin/stats/importjob/{job.pk}/change/", {"state": "done"}).status_code == 403


def test_the_list_goes_out(reader, job):
    text = reader.post("/admin/stats/importjob/export/", {"format": "1", "resource": ""}).content.decode()
    assert text.splitlines()[1].startswith(f"{job.pk},,queued")
