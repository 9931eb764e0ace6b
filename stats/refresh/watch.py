"""The watch over the portal: what is followed, and what every look at it came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from stats.models import Check, CheckResult, Dataset, FollowedPackage, ImportJob
from stats.models.fetch import ANSWERED

KEPT = timedelta(days=400)
"""How long checks are kept: a year of editions and a little more."""


@dataclass
class Tally:
    """What a look at a package has met so far; each problem is a sentence with its file."""

    asked: int = 0
    unmodified: int = 0
    fetched: int = 0
    problems: list[str] = field(default_factory=list)


def packages() -> list[str]:
    """The ids of the packages that hold followed datasets."""
    return sorted(set(Dataset.objects.followed().values_list("package", flat=True)))


def result_of(tally: Tally) -> CheckResult:
    """What files came to once the catalogue has answered."""
    if tally.problems:
        return CheckResult.INCOMPLETE
    return CheckResult.NEW if tally.fetched else CheckResult.NOTHING_NEW


@transaction.atomic
def record(
    package: FollowedPackage,
    result: CheckResult,
    *,
    at: datetime,
    tally: Tally,
    jobs: Sequence[ImportJob] = (),
) -> Check:
    """Write down a look at a package, and let go of those long past."""
    check = Check.objects.create(
        package=package,
        at=at,
        result=result,
        message="\n".join(tally.problems).replace("\0", ""),
        asked=tally.asked,
        unmodified=tally.unmodified,
        fetched=tally.fetched,
        failed=len(tally.problems),
    )
    check.jobs.set(jobs)
    row = FollowedPackage.objects.select_for_update().get(pk=package.pk)
    row.checked_at = at
    row.answered_at, row.failures = (at, 0) if result in ANSWERED else (row.answered_at, row.failures + 1)
    row.save(update_fields=("checked_at", "answered_at", "failures"))
    package.checks.before(at - KEPT).delete()
    return check
