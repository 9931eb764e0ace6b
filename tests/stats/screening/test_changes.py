"""What a file changes: a few small steps with new months are routine, all else is named."""

import pytest

from stats.findings import Severity
from stats.periods import month
from stats.screening import screen_changes
from tests.stats.screening.screened import COUNTRIES, MONTHS, changed, rules

JANUARY, FEBRUARY = MONTHS
MARCH = month(2024, 3)
LONG = tuple(month(2023, n) for n in range(1, 13))
LONGER = (*LONG, JANUARY)


def routine(now, before=None):
    """The findings about figures of 2023 when January 2024 comes."""
    return screen_changes(changed(before or {}, now, periods=LONGER, before_periods=LONG))


def test_new_months_and_small_steps_are_routine():
    assert routine({}) == []
    assert routine({(0, LONG[11]): 50, (1, LONG[3]): 35}) == []


def test_another_figure_for_the_same_months_is_named():
    found = screen_changes(changed({}, {(0, JANUARY): 40}))
    assert rules(found) == ["screen.same-periods", "screen.many-revised"]
    assert found[0].message == "'India' is 40 in 2024-01, in force 45 (1 cells differ, no period is new)"
    assert (found[0].where.row, found[0].where.column, found[0].severity) == (6, 2, Severity.WARNING)


def test_the_same_figures_for_the_same_months_are_nothing():
    assert screen_changes(changed({}, {})) == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (45, 400, True),
        (45, 0, True),
        (1000, 800, False),
        (1000, 650, True),
        (None, 10, False),
        (None, 45, True),
    ],
)
def test_a_step_of_more_than_revisions_make_is_named(was, now, told):
    found = routine({(2, LONG[5]): now}, {(2, LONG[5]): was})
    assert rules(found) == ["screen.unusual-revision"] * told
    assert all((f.where.row, f.where.column) == (8, 7) for f in found)


def test_more_revisions_than_an_edition_brings_are_told_by_the_largest():
    found = routine({(0, at): 50 for at in LONG[:3]})
    assert rules(found) == ["screen.many-revised"] * 3
    assert "(3 of 48 cells, more than 5 %)" in found[0].message


def test_a_row_that_is_gone_is_named():
    found = screen_changes(changed({}, {}, rows=COUNTRIES[:3]))
    assert rules(found) == ["screen.rows-lost"]
    assert found[0].message == "'Chad' is gone, with 2 cells (1 such rows)"


def test_a_new_row_with_a_past_is_named_and_one_without_is_not():
    few = COUNTRIES[:3]
    found = screen_changes(changed({}, {(3, JANUARY): 10}, rows_before=few))
    assert rules(found) == ["screen.rows-with-past"]
    assert found[0].message == "'Chad' is new and has 10 in 2024-01 already (1 such rows)"
    assert found[0].where.row == 9
    zeros = {(3, at): 0 for at in MONTHS}
    assert screen_changes(changed({}, zeros, rows_before=few, periods=(*MONTHS, MARCH))) == []
