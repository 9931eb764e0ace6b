"""What is followed, and what looks at it came to."""

import pytest
from django.utils import timezone

from stats.ingest.register import dataset_named
from stats.models import CheckResult, Dataset, FollowedPackage
from stats.refresh.watch import Tally, packages, record, result_of

pytestmark = pytest.mark.django_db


def test_packages_are_those_of_followed_datasets():
    """Each once, however many of its datasets are followed."""
    assert packages() == []
    work = dataset_named("imp-citizenship").package
    dataset_named("tfwp-citizenship")
    Dataset.objects.filter(pk=dataset_named("pr-citizenship").pk).update(followed=False)
    assert packages() == [work]


@pytest.mark.parametrize(
    ("tally", "result"),
    [
        (Tally(asked=2, unmodified=2), CheckResult.NOTHING_NEW),
        (Tally(asked=2, unmodified=1, fetched=1), CheckResult.NEW),
        (Tally(asked=2, fetched=1, problems=["a.csv: timeout"]), CheckResult.INCOMPLETE),
    ],
)
def test_what_files_came_to(tally: Tally, result: CheckResult):
    """A problem counts more than something new."""
    assert result_of(tally) is result


def test_messages_can_be_stored_everywhere():
    """PostgreSQL takes no NUL."""
    followed = FollowedPackage.objects.create(package="p")
    at = timezone.now()
    check = record(followed, CheckResult.FAILED, at=at, tally=Tally(problems=["a\0b", "c"]))
    check.refresh_from_db()
    assert (check.message, check.failed) == ("ab\nc", 2)
