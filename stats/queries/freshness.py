"""Freshness: how new a dataset's figures are, and whether newer ones should have come by now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from django.utils import timezone

from stats.codebook import Coverage
from stats.models import Dataset, Edition, EditionState, FollowedPackage, SourceFile
from stats.periods import Frequency, Period
from stats.queries.expectation import Arrival, expected_by


@dataclass(frozen=True, slots=True)
class Freshness:
    """What is known of how new a dataset is. Times are None for what has not happened."""

    followed: bool
    checked_at: datetime | None
    """When the portal was last asked."""
    answered_at: datetime | None
    """When it last answered."""
    failures: int
    """How many times in a row it has not answered."""
    newest_at: datetime | None
    """When the newest edition was loaded, in force or waiting."""
    covers_until: Period | None
    """The last month that the edition in force covers."""
    expected_by: date | None
    """The day from which the next edition is overdue."""
    overdue: bool


def freshness(datasets: Iterable[Dataset], *, at: datetime) -> Mapping[str, Freshness]:
    """The freshness of datasets by their slugs, in three queries however many they are."""
    wanted = list(datasets)
    packages = {p.package: p for p in FollowedPackage.objects.filter(package__in={d.package for d in wanted})}
    editions = _editions(wanted)
    return {d.slug: _freshness(d, packages.get(d.package), editions[d.pk], at=at) for d in wanted}


def _editions(datasets: list[Dataset]) -> Mapping[int, list[tuple[Edition, date]]]:
    """The editions of each dataset in their order, each with the day on which it came."""
    counted = Edition.objects.filter(dataset__in=datasets).exclude(state=EditionState.REFUSED)
    came: dict[int, date] = {}
    files = SourceFile.objects.filter(edition__dataset__in=datasets).only(
        "edition_id", "last_modified", "received_at"
    )
    for file in files:
        day = _published(file)
        came[file.edition_id or 0] = min(day, came.get(file.edition_id or 0, day))
    found = defaultdict(list)
    for edition in counted.defer("notes", "findings").order_by("number"):
        found[edition.dataset_id].append((edition, came.get(edition.pk, _day(edition.loaded_at))))
    return found


def _published(file: SourceFile) -> date:
    """The day that the portal's server gives for a file; where it gives none, the day on which it came."""
    try:
        return parsedate_to_datetime(file.last_modified).date()
    except ValueError:
        return _day(file.received_at)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _freshness(
    dataset: Dataset,
    package: FollowedPackage | None,
    editions: list[tuple[Edition, date]],
    *,
    at: datetime,
) -> Freshness:
    covered = {edition.pk: edition.covered for edition, _came in editions}
    arrivals = [Arrival(until, came) for e, came in editions if (until := covered[e.pk].until) is not None]
    in_force = covered.get(dataset.in_force_id or 0)
    due = expected_by(arrivals, step=_step(covered[editions[-1][0].pk]) if editions else 1)
    return Freshness(
        followed=dataset.followed and bool(dataset.package),
        checked_at=package.checked_at if package else None,
        answered_at=package.answered_at if package else None,
        failures=package.failures if package else 0,
        newest_at=editions[-1][0].loaded_at if editions else None,
        covers_until=in_force.until if in_force else None,
        expected_by=due,
        overdue=due is not None and _day(at) > due,
    )


def _step(coverage: Coverage) -> int:
    """How many months the shortest period of a table has."""
    return 1 if coverage.of(Frequency.MONTH) else 12
