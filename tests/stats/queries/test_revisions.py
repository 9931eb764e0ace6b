"""Revisions read back from the histories of cells."""

from __future__ import annotations

import pytest

from stats.ingest import recipe
from stats.ingest.sources import keep
from stats.models import Dataset, Member
from stats.periods import month
from stats.queries.revisions import edition_before, largest_revisions
from stats.values import Status
from tests.stats.readers.drawn import odp, odp_line

pytestmark = pytest.mark.django_db


def load(*figures: tuple[str, int, str], accept: bool = True):
    """An edition of permits by citizenship: country, month of 2024, figure."""
    lines = [odp_line(2024, n, country, country, figure) for country, n, figure in figures]
    source = keep(name="ODP-TR-Work-IMP-CITZ.csv", data=odp(lines))
    outcome = recipe.run([source], accept_at_once=accept)
    return Dataset.objects.get().editions.get(number=outcome.edition)


def said(edition, count: int = 10) -> list[tuple[str, int, object, object]]:
    labels = dict(Member.objects.values_list("pk", "label_en"))
    return [
        (labels[r.members[0]], r.period, (r.old, r.old_status), (r.value, r.status))
        for r in largest_revisions(edition, count=count)
    ]


JANUARY = month(2024, 1).code


def test_the_first_edition_revises_nothing(data_dir):
    edition = load(("Brazil", 1, "10"))
    assert edition_before(edition) is None
    assert largest_revisions(edition, count=10) == ()


def test_what_moved_most_comes_first_and_what_is_hidden_last(data_dir):
    load(("Brazil", 1, "10"), ("Chile", 1, "100"), ("Fiji", 1, "--"), ("Ghana", 1, "5"))
    second = load(
        ("Brazil", 1, "15"), ("Chile", 1, "200"), ("Fiji", 1, "5"), ("Ghana", 1, "5"), ("Brazil", 2, "900")
    )
    normal, hidden = Status.NORMAL, Status.SUPPRESSED
    assert said(second) == [
        ("Chile", JANUARY, (100, normal), (200, normal)),
        ("Brazil", JANUARY, (10, normal), (15, normal)),
        ("Fiji", JANUARY, (None, hidden), (5, normal)),
    ]
    assert len(said(second, count=1)) == 1


def test_zeros_that_are_not_stored_are_zeros_on_either_side(data_dir):
    load(("Brazil", 1, "10"), ("Chile", 2, "20"), ("Chile", 1, "5"))
    second = load(("Brazil", 2, "30"), ("Chile", 2, "20"), ("Chile", 1, "5"))
    normal = Status.NORMAL
    assert said(second) == [
        ("Brazil", month(2024, 2).code, (0, normal), (30, normal)),
        ("Brazil", JANUARY, (10, normal), (0, normal)),
    ]
