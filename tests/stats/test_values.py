"""Values: a status is part of every number, and rounding says what a number stands for."""

import pytest

from stats.values import EXACT, IRCC, MISSING, Bounds, Disclosure, Status, Value


def test_ircc_hides_one_to_four_and_rounds_to_five():
    assert (IRCC.below, IRCC.above, IRCC.least, IRCC.lift_of_least) == (2, 2, 5, 2)


def test_exact_figures_stand_for_themselves():
    assert (EXACT.below, EXACT.above, EXACT.least, EXACT.lift_of_least) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("base", "hidden_to", "least", "lift"),
    [(10, 4, 10, 0), (10, 9, 10, 5), (5, 0, 5, 0), (1, 4, 5, 0), (5, 9, 10, 2), (5, 1, 5, 0), (3, 2, 3, 1)],
)
def test_the_smallest_printable_number_follows_from_what_is_hidden(base, hidden_to, least, lift):
    disclosure = Disclosure(base, 1, hidden_to)
    assert (disclosure.least, disclosure.lift_of_least) == (least, lift)


@pytest.mark.parametrize("fields", [{"base": 0}, {"base": -5}, {"hidden_from": 5}, {"hidden_from": 0}])
def test_disclosure_refuses_what_cannot_be(fields):
    with pytest.raises(ValueError, match=r"expected|empty"):
        Disclosure(**fields)


def test_statuses_have_their_names_in_json_and_never_change_their_integers():
    assert [(s.value, s.slug) for s in Status] == [
        (0, "normal"),
        (1, "suppressed"),
        (2, "missing"),
        (3, "not_applicable"),
    ]


def test_a_normal_value_has_a_number_and_zero_is_one():
    with pytest.raises(ValueError, match="number"):
        Value(None, Status.NORMAL)
    assert Value(0, Status.NORMAL).number == 0
    assert MISSING.number is None
    assert MISSING.hard is None


def test_bounds_refuse_to_be_upside_down():
    with pytest.raises(ValueError, match="upside down: 2 > 1"):
        Bounds(2, 1)


def test_bounds_overlap_where_they_touch():
    assert Bounds(1, 3).overlaps(Bounds(3, 5))
    assert not Bounds(1, 2).overlaps(Bounds(3, 5))
    assert 3 in Bounds(1, 3)
    assert 3.5 not in Bounds(1, 3)


def test_bounds_within_others_keep_themselves_where_they_do_not_meet():
    assert Bounds(1, 5).within(Bounds(3, 9)) == Bounds(3, 5)
    assert Bounds(1, 2).within(Bounds(3, 9)) == Bounds(1, 2)
    assert Bounds(4, 4).exact
