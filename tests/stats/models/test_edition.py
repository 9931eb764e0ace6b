"""Editions: what is kept of each state, and which one counted when."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from stats.models import Edition, EditionState
from stats.models.decision import number_in_force_on
from stats.models.edition import ASKABLE, DECIDABLE
from stats.periods import month
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})


def test_the_cells_of_every_state_but_refused_are_kept():
    assert set(EditionState) - ASKABLE == {EditionState.REFUSED}
    assert DECIDABLE < ASKABLE


def test_an_edition_knows_what_it_covers_and_says_so():
    import_odp(SMALL)
    edition = Edition.objects.get()
    assert edition.covered.until == month(2024, 3)
    assert edition.facts.as_json()["covers_until"] == "2024-03"
    assert str(edition) == f"{EVENTS} 1"


def test_editions_are_found_by_where_they_stand():
    import_odp(SMALL)
    import_odp(SMALL | {("India", month(2024, 1)): 20}, accept=False)
    import_odp(SMALL | {("India", month(2024, 1)): 25}, accept=False)
    assert list(Edition.objects.waiting().values_list("number", flat=True)) == [3]
    assert sorted(Edition.objects.kept().values_list("number", flat=True)) == [1, 3]


def test_a_number_is_used_once_in_a_dataset():
    import_odp(SMALL)
    edition = Edition.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(dataset=edition.dataset, number=1)


def test_before_the_first_decision_nothing_was_in_force():
    import_odp(SMALL)
    dataset = Edition.objects.get().dataset_id
    assert number_in_force_on(dataset, datetime(1990, 1, 1, tzinfo=UTC)) is None
    assert number_in_force_on(dataset, datetime(2100, 1, 1, tzinfo=UTC)) == 1
