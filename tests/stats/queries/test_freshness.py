"""How new a dataset's figures are."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from stats.codebook import Coverage
from stats.ingest.register import dataset_named
from stats.models import CheckResult, Dataset, Edition, EditionState, FollowedPackage, SourceFile
from stats.periods import month
from stats.queries.freshness import Freshness, freshness
from stats.refresh.watch import Tally, record

pytestmark = pytest.mark.django_db

TORONTO = ZoneInfo("America/Toronto")
AT = datetime(2025, 7, 1, 12, tzinfo=TORONTO)


def _edition(dataset: Dataset, number: int, until: int, published: str, state: EditionState) -> Edition:
    covered = Coverage(((month(2015, 1), month(2024, until)),))
    edition = Edition.objects.create(dataset=dataset, number=number, state=state, coverage=covered.as_json())
    SourceFile.objects.create(
        edition=edition, name="a.csv", sha256=str(number), size=1, last_modified=published
    )
    return edition


def test_a_dataset_without_editions():
    """Nothing is known and nothing is overdue."""
    dataset = dataset_named("imp-citizenship")
    assert freshness([dataset], at=AT)[dataset.slug] == Freshness(
        True, None, None, 0, None, None, None, False
    )


def test_an_edition_that_should_have_come():
    """By the dates of those before; what waits counts as come, what is refused does not."""
    dataset = dataset_named("imp-citizenship")
    first = _edition(dataset, 1, 6, "Wed, 14 Aug 2024 12:00:00 GMT", EditionState.IN_FORCE)
    waiting = _edition(dataset, 2, 7, "Sat, 14 Sep 2024 12:00:00 GMT", EditionState.WAITING)
    _edition(dataset, 3, 8, "Mon, 14 Oct 2024 12:00:00 GMT", EditionState.REFUSED)
    dataset.in_force = first
    dataset.save()
    found = freshness([dataset], at=AT)[dataset.slug]
    assert (str(found.covers_until), found.newest_at) == ("2024-06", waiting.loaded_at)
    assert str(found.expected_by) == "2024-10-30"
    assert found.overdue
    assert not freshness([dataset], at=datetime(2024, 10, 30, 12, tzinfo=TORONTO))[dataset.slug].overdue


def test_what_the_portal_answered_last():
    """And for how long it has not."""
    dataset = dataset_named("imp-citizenship")
    followed = FollowedPackage.objects.create(package=dataset.package)
    record(followed, CheckResult.NOTHING_NEW, at=AT, tally=Tally())
    record(followed, CheckResult.FAILED, at=AT + timedelta(hours=1), tally=Tally(problems=["gone"]))
    found = freshness([dataset], at=AT)[dataset.slug]
    assert (found.checked_at, found.answered_at, found.failures) == (AT + timedelta(hours=1), AT, 1)


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    """Three, however many datasets and editions."""
    names = ("imp-citizenship", "tfwp-citizenship", "pr-citizenship")
    for name in names:
        for number in (1, 2):
            _edition(dataset_named(name), number, 5 + number, "", EditionState.SUPERSEDED)
    datasets = list(Dataset.objects.all())
    with django_assert_num_queries(3):
        assert set(freshness(datasets, at=timezone.now())) == set(names)
