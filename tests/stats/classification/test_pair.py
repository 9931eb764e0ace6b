"""Two editions side by side: what each says of a cell, and what happened to it."""

from stats.classification.pair import GONE, NEW, REVISED, SUPPRESSION, UNCHANGED
from stats.periods import year
from tests.stats.classification.pairs import pair

ROW = ("Ontario", "Students")
OTHER = ("Quebec", "Students")


def happened(found):
    return {
        (row["series"], row["period"] % 1_000_000 // 100): row["what"]
        for row in found.cells.iter_rows(named=True)
    }


def test_each_cell_is_new_revised_hidden_unchanged_or_gone():
    before = {(*ROW, year(2015 + i)): n for i, n in enumerate((10, 20, 30, None, 50))}
    after = {(*ROW, year(2016 + i)): n for i, n in enumerate((25, 30, 40, 50, 60))}
    assert happened(pair(before, after)) == {
        (1, 2015): GONE,
        (1, 2016): REVISED,
        (1, 2017): UNCHANGED,
        (1, 2018): SUPPRESSION,
        (1, 2019): UNCHANGED,
        (1, 2020): NEW,
    }


def test_a_cell_that_is_not_stored_is_zero_inside_and_nothing_outside():
    before = {(*ROW, year(2015)): 10, (*ROW, year(2016)): 0}
    after = {(*ROW, year(2015)): 0, (*ROW, year(2016)): 5, (*ROW, year(2017)): 5}
    cells = pair(before, after).cells
    assert cells.select("old", "value").rows() == [(10, 0), (0, 5), (None, 5)]


def test_a_row_that_was_not_there_is_new_unless_absent_rows_are_zeros():
    before = {(*ROW, year(2015)): 10}
    after = before | {(*OTHER, year(2015)): 5}
    assert happened(pair(before, after))[2, 2015] == NEW
    assert happened(pair(before, after, absent_is_zero=True))[2, 2015] == REVISED


def test_the_difference_of_an_edition_with_itself_is_nothing():
    figures = {(*ROW, year(2015)): 10, (*OTHER, year(2015)): None}
    found = pair(figures, figures)
    assert set(found.cells["what"]) == {UNCHANGED}
    assert found.moved.is_empty()
