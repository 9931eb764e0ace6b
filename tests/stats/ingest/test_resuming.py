"""Resuming: what follows an edition that was taken back is stored as if that one had never come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stats.ingest.decide import refuse_edition, take_back
from stats.models import Cell, Edition, Rollup
from stats.periods import month
from tests.stats.factories import EVENTS, figures_of, import_odp, undone

pytestmark = pytest.mark.django_db

NUMBERS = st.lists(st.sampled_from((0, None, 5, 10, 15)), min_size=3, max_size=3)
TABLES = st.fixed_dictionaries({"India": NUMBERS, "France": NUMBERS, "Brazil": st.just([15, 5, 5])})


def cells_as_of(number):
    rows = Cell.objects.filter(dataset__slug=EVENTS, since__lte=number, until__gt=number)
    found = sorted(rows.values_list("a1", "period", "value", "status"), key=str)
    assert len({row[:2] for row in found}) == len(found)
    return found


def edition(number):
    return Edition.objects.get(dataset__slug=EVENTS, number=number)


@given(first=TABLES, second=TABLES, third=TABLES)
@settings(max_examples=40)
def test_each_edition_reads_as_its_file_did_whatever_was_taken_back(first, second, third):
    with undone():
        import_odp(figures_of(third))
        plain = [row[1:] for row in cells_as_of(1)]
    with undone():
        import_odp(figures_of(first))
        if import_odp(figures_of(second)).edition != 2:
            return
        was = {number: cells_as_of(number) for number in (1, 2)}
        take_back(edition(2))
        if import_odp(figures_of(third), accept=False).edition != 3:
            return
        assert {number: cells_as_of(number) for number in (1, 2)} == was
        held = cells_as_of(3)
        refuse_edition(edition(3))
        assert cells_as_of(2) == was[2]
        assert sorted(plain, key=str) == sorted((row[1:] for row in held), key=str)


def test_two_editions_taken_back_are_both_passed_over():
    figures = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
    import_odp(figures)
    for number in (2, 3):
        import_odp(figures | {("India", month(2024, 3)): 10 + 5 * number})
        take_back(edition(number))
    import_odp(figures | {("India", month(2024, 3)): 40})
    india = Cell.objects.filter(a1=Cell.objects.get(value=40).a1, period=month(2024, 3).code)
    assert [india.get(since__lte=n, until__gt=n).value for n in (1, 2, 3, 4)] == [10, 20, 25, 40]
    assert not Rollup.objects.exists()
