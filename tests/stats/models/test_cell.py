"""Cells: the database itself refuses what would make a history ambiguous."""

import pytest
from django.db import IntegrityError, transaction

from stats.models import OPEN, Cell, Series
from stats.periods import month
from stats.values import Status
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})


def test_zeros_are_not_stored_and_hidden_cells_have_no_value():
    import_odp(SMALL)
    cells = Cell.objects.filter(dataset__slug=EVENTS)
    assert cells.count() == len([n for n in SMALL.values() if n != 0])
    assert not cells.filter(value=0).exists()
    (hidden,) = cells.filter(status=Status.SUPPRESSED)
    assert (hidden.value, hidden.since, hidden.until) == (None, 1, OPEN)


def test_only_what_changed_is_written():
    import_odp(SMALL)
    before = Cell.objects.count()
    import_odp(SMALL | {("India", month(2024, 1)): 20})
    assert Cell.objects.count() == before + 1
    history = Cell.objects.filter(
        period=month(2024, 1).code, series__in=Cell.objects.filter(value=20).values("series")
    )
    assert list(history.order_by("since").values_list("value", "since", "until")) == [
        (5, 1, 2),
        (20, 2, OPEN),
    ]


@pytest.mark.parametrize("model", [Cell, Series])
def test_a_second_row_for_the_same_place_is_refused(model):
    import_odp(SMALL)
    row = model.objects.filter(dataset__slug=EVENTS).first()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
