"""Looking at a package: what is new becomes a job once, what is broken harms nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stats.ingest import jobs
from stats.ingest.decide import accept
from stats.ingest.register import dataset_named
from stats.models import Check, Dataset, Edition, ImportJob, JobState, RemoteFile, SourceFile
from stats.refresh import poll as polling
from stats.refresh.lease import leased
from tests.stats.factories import ROUTINE
from tests.stats.refresh.portal import Answer, Portal
from tests.stats.refresh.samples import CSV, permits, students

pytestmark = pytest.mark.django_db

AT = timezone.now()


@pytest.fixture(autouse=True)
def kept_elsewhere(data_dir):
    """Bytes are kept in a folder of the test's own."""


@pytest.fixture
def work() -> Dataset:
    """A followed dataset with one file."""
    return dataset_named("imp-citizenship")


@pytest.fixture
def study() -> Dataset:
    """A followed dataset with a pair of workbooks."""
    return dataset_named("study-citizenship")


def look(dataset: Dataset, *, at=AT) -> Check:
    """Poll the dataset's package and do the jobs that come of it."""
    sent: list[int] = []
    check = polling.poll(dataset.package, at=at, send=sent.append)
    assert check is not None
    for job_id in sent:
        jobs.run(job_id)
    return check


def outcomes(check: Check) -> list[str]:
    return [job.outcome.get("status", job.state) for job in check.jobs.order_by("pk")]


def test_a_new_file_becomes_an_edition_that_waits(portal: Portal, work: Dataset):
    """Its bytes and its address are kept."""
    url = portal.put(work.package, CSV, permits())
    check = look(work)
    assert (check.result, check.asked, check.fetched, check.message) == ("new", 1, 1, "")
    assert outcomes(check) == ["waiting"]
    source = SourceFile.objects.get()
    assert (source.url, source.edition, source.name) == (url, Edition.objects.get(), CSV)
    assert source.last_modified == "Wed, 16 Oct 2024 12:00:00 GMT"


def test_nothing_new_costs_a_conditional_request(portal: Portal, work: Dataset):
    """No bytes, no file, no job."""
    portal.put(work.package, CSV, permits())
    look(work)
    for _ in range(2):
        check = look(work)
        assert (check.result, check.asked, check.unmodified, check.fetched) == ("nothing_new", 1, 1, 0)
        assert outcomes(check) == []
    assert portal.statuses == {200: 1, 304: 2}
    assert ImportJob.objects.count() == SourceFile.objects.count() == 1


def test_a_file_overwritten_in_place_arrives_by_itself(portal: Portal, work: Dataset):
    """Where the dataset lets routine editions count at once; the first one was a person's decision."""
    portal.put(work.package, CSV, permits(until_may=True))
    look(work)
    accept(Edition.objects.get())
    Dataset.objects.update(alone_kinds=ROUTINE)
    portal.put(work.package, CSV, permits())
    assert outcomes(look(work)) == ["in_force"]
    work.refresh_from_db()
    assert work.in_force is not None
    assert (work.in_force.number, str(work.in_force.covered.until)) == (2, "2024-06")


def test_a_new_edition_waits_for_a_person_by_default(portal: Portal, work: Dataset):
    """The one before stays in force."""
    portal.put(work.package, CSV, permits(until_may=True))
    look(work)
    accept(Edition.objects.get())
    portal.put(work.package, CSV, permits())
    assert outcomes(look(work)) == ["waiting"]
    work.refresh_from_db()
    assert work.in_force is not None
    assert work.in_force.number == 1


def test_the_pair_of_workbooks_is_one_import(portal: Portal, study: Dataset):
    """In both languages at once."""
    for file in students():
        portal.put(study.package, file.name, file.data)
    check = look(study)
    assert outcomes(check) == ["waiting"]
    assert sorted(f.languages for f in check.jobs.get().files.all()) == ["en", "fr"]


def test_a_counterpart_that_comes_later_completes_the_edition(portal: Portal, study: Dataset):
    """It is imported alone; the other one is not imported again."""
    english, french = students()
    portal.put(study.package, english.name, english.data)
    look(study)
    portal.put(study.package, french.name, french.data)
    check = look(study)
    assert check.jobs.get().outcome["completed"]
    assert [f.name for f in check.jobs.get().files.all()] == [french.name]
    assert Edition.objects.count() == 1
    assert look(study).jobs.count() == 0


def test_a_pair_that_does_not_fit_is_refused_once_and_tried_again_with_a_new_counterpart(
    portal: Portal, study: Dataset
):
    """While the publisher is at it, one file may be of another edition than the other."""
    english, french = students()
    portal.put(study.package, english.name, english.data)
    portal.put(study.package, french.name, english.data)
    assert outcomes(look(study)) == ["refused"]
    assert outcomes(look(study)) == []
    portal.put(study.package, french.name, french.data)
    check = look(study)
    assert outcomes(check) == ["waiting"]
    assert check.jobs.get().files.count() == 2


def test_a_file_that_is_refused_is_not_tried_again(portal: Portal, work: Dataset):
    """Neither when asked for again nor when the server sends it whole again."""
    portal.validators = False
    portal.put(work.package, CSV, b"EN_YEAR\tTOTAL\r\nno\tnumber\r\n")
    assert outcomes(look(work)) == ["refused"]
    later = look(work, at=AT + timedelta(days=2))
    assert (later.result, later.asked, outcomes(later)) == ("nothing_new", 1, [])
    assert Edition.objects.count() == 0


def test_a_job_that_failed_is_made_again_but_not_for_ever(portal: Portal, work: Dataset):
    """For reasons beside the files, such as a lost database."""
    portal.put(work.package, CSV, permits())
    polled = []
    for _ in range(5):
        polling.poll(work.package, at=AT, send=polled.append)
        ImportJob.objects.update(state=JobState.FAILED)
    assert len(polled) == 3
    assert portal.statuses == {200: 1, 304: 4}


def test_a_poll_that_was_cut_short_is_made_good(portal: Portal, work: Dataset, monkeypatch):
    """The bytes were kept, the job was not made: the next poll makes it without fetching again."""
    portal.put(work.package, CSV, permits())

    def cut_short(**_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(polling.jobs, "create", cut_short)
        with pytest.raises(KeyboardInterrupt):
            look(work)
    assert outcomes(look(work)) == ["waiting"]
    assert portal.statuses == {200: 1, 304: 1}


def test_without_validators_a_file_is_fetched_whole_once_a_day(portal: Portal, work: Dataset):
    """Or as soon as the catalogue says something else of it."""
    portal.validators = False
    portal.put(work.package, CSV, permits(), last_modified="2024-06-01")
    look(work)
    assert look(work, at=AT + timedelta(hours=23)).asked == 0
    assert look(work, at=AT + timedelta(hours=24)).asked == 1
    portal.packages[work.package][0]["last_modified"] = "2024-07-01"
    assert look(work, at=AT + timedelta(hours=25)).asked == 1
    assert look(work, at=AT + timedelta(hours=26)).asked == 0
    assert SourceFile.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(500), "catalogue: status: the server answered 500"),
        (Answer(200, b"<html>maintenance</html>"), "catalogue: content: a web page"),
        (Answer(200, b"{"), "catalogue: not JSON"),
        (Answer(302, headers={"Location": "http://elsewhere.example/"}), "catalogue: redirection:"),
    ],
)
def test_a_catalogue_that_fails_is_recorded_and_harms_nothing(
    portal: Portal, work: Dataset, answer: Answer, message: str
):
    """The failures are counted until it answers again."""
    portal.put(work.package, CSV, permits())
    look(work)
    portal.instead["/api/3/action/package_show"] = answer
    for failures in (1, 2):
        check = look(work)
        assert (check.result, check.asked) == ("failed", 0)
        assert check.message.startswith(message)
        assert check.package.__class__.objects.get().failures == failures
    del portal.instead["/api/3/action/package_show"]
    assert look(work, at=AT + timedelta(hours=1)).result == "nothing_new"
    followed = Check.objects.first().package
    assert (followed.failures, followed.answered_at) == (0, AT + timedelta(hours=1))
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(404), "status"),
        (Answer(200, b"<!doctype html>"), "content"),
        (Answer(200, b"x" * 20_000_000), "too_large"),
        (Answer(302, headers={"Location": "http://169.254.169.254/"}), "redirection"),
        (Answer(200, b"x", delay=1), "timeout"),
    ],
)
def test_a_file_that_cannot_be_had_leaves_the_others_alone(
    portal: Portal, work: Dataset, settings, answer: Answer, reason: str
):
    """It is named in the check, and nothing of it is kept."""
    settings.STET_FETCH_TIMEOUT = 0.3
    settings.STET_FETCH_LIMIT = 10_000_000
    other = dataset_named("tfwp-citizenship")
    portal.put(work.package, CSV, permits())
    portal.put(work.package, "ODP-TR-Work-TFWP-CITZ.csv", permits())
    portal.instead[f"/data/{CSV}"] = answer
    check = look(work)
    assert (check.result, check.asked, check.fetched, check.failed) == ("incomplete", 2, 1, 1)
    assert check.message.startswith(f"{CSV}: {reason}: ")
    assert [source.name for source in SourceFile.objects.all()] == ["ODP-TR-Work-TFWP-CITZ.csv"]
    assert Edition.objects.get().dataset == other


def test_an_address_that_is_too_long_is_named(portal: Portal, work: Dataset):
    """It is not asked for."""
    portal.packages[work.package] = [{"url": f"{portal.url}/{'x' * 500}/{CSV}"}]
    check = look(work)
    assert (check.result, check.asked) == ("incomplete", 0)
    assert "longer than 500" in check.message


def test_while_one_worker_is_at_a_package_another_leaves_it(portal: Portal, work: Dataset):
    """Until the lease of one that was killed has run out."""
    portal.put(work.package, CSV, permits())
    with leased(work.package, at=AT, length=timedelta(minutes=5)):
        assert polling.poll(work.package, at=AT, send=jobs.run) is None
        assert Check.objects.count() == RemoteFile.objects.count() == 0
        assert polling.poll(work.package, at=AT + timedelta(minutes=5), send=jobs.run) is not None


def test_only_the_dataset_that_is_meant(portal: Portal, work: Dataset):
    """Others of the package are not asked for."""
    dataset_named("tfwp-citizenship")
    portal.put(work.package, CSV, permits())
    portal.put(work.package, "ODP-TR-Work-TFWP-CITZ.csv", permits())
    check = polling.poll(work.package, at=AT, send=jobs.run, only="imp-citizenship")
    assert check is not None
    assert (check.asked, Edition.objects.get().dataset) == (1, work)


def test_old_checks_are_let_go(portal: Portal, work: Dataset):
    """A year of them stays."""
    portal.put(work.package, CSV, permits())
    look(work, at=AT - timedelta(days=401))
    look(work, at=AT - timedelta(days=399))
    look(work)
    assert Check.objects.count() == 2
