"""Rules: what goes through alone, why the rest waits, and that a wider rule never holds back more."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.classification.kinds import Change, ChangeKind
from stats.compare import CHANGE_COLUMNS, Counts
from stats.rule import Facts, Rule, largest_move, reasons_to_wait, waits, went_alone
from stats.values import Status

ROUTINE = frozenset({ChangeKind.NEW_PERIODS, ChangeKind.REVISION})
NEW = Change(ChangeKind.NEW_PERIODS, 40, 40, 1)
REVISED = Change(ChangeKind.REVISION, 3, 2, 3)
GONE = Change(ChangeKind.ROWS_GONE, 1200, 12, 100)


def facts(*changes, first=False, cells=None, warnings=0, move=5):
    counts = cells or Counts(new=40, revised=3, removed=0, unchanged=97)
    return Facts(first, changes, counts, warnings, move)


def test_without_kinds_everything_waits():
    assert waits(reasons_to_wait(Rule(), facts())) == "It waits: nothing of this dataset counts alone."


def test_a_routine_edition_goes_alone_and_the_log_says_what_it_did():
    routine = facts(NEW, REVISED)
    assert reasons_to_wait(Rule(ROUTINE), routine) == ()
    assert went_alone(routine) == "The rule lets this through: new periods, revised figures; 0 warnings."


@pytest.mark.parametrize(
    ("rule", "made", "said"),
    [
        (Rule(ROUTINE), facts(NEW, first=True), "it is the first edition of its dataset"),
        (Rule(ROUTINE), facts(GONE), "it brings rows that are gone (1,200 cells of 12 series)"),
        (Rule(ROUTINE), facts(NEW, warnings=1), "1 warning to look at"),
        (Rule(ROUTINE, revised_percent=2), facts(NEW), ("3 % of the cells that were there are changed, "
         "more than 2 %")),
        (Rule(ROUTINE, largest_move=1000), facts(NEW, move=1200), "a figure moves by 1,200, more than 1,000"),
        (Rule(frozenset({ChangeKind.NEW_PERIODS})), facts(NEW), "3 cells are revised"),
        (Rule(ROUTINE), facts(NEW, cells=Counts(removed=1)), "1 cell is removed"),
    ],
)  # fmt: skip
def test_what_waits_says_why(rule, made, said):
    assert said in reasons_to_wait(rule, made)


def test_several_reasons_are_one_sentence():
    said = waits(reasons_to_wait(Rule(ROUTINE), facts(GONE, warnings=2)))
    assert said == "It waits: it brings rows that are gone (1,200 cells of 12 series); 2 warnings to look at."


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_waits_unless_it_is_ticked(kind):
    change = Change(kind, 10, 2, 5)
    without = Rule(frozenset(ChangeKind) - {kind})
    quiet = facts(change, cells=Counts())
    assert len(reasons_to_wait(without, quiet)) == 1
    assert reasons_to_wait(Rule(frozenset({kind})), quiet) == ()


KINDS = st.frozensets(st.sampled_from(ChangeKind))
COUNTS = st.builds(Counts, *[st.integers(0, 500)] * 4)
CHANGES = st.lists(st.builds(Change, st.sampled_from(ChangeKind), *[st.integers(0, 99)] * 3), max_size=4)


@given(
    KINDS,
    KINDS,
    st.builds(Facts, st.booleans(), CHANGES.map(tuple), COUNTS, st.integers(0, 3), st.integers(0, 99)),
)
def test_a_wider_rule_lets_through_whatever_a_narrower_one_does(kinds, more, made):
    if not reasons_to_wait(Rule(kinds, revised_percent=10, largest_move=50), made):
        assert not reasons_to_wait(Rule(kinds | more, with_warnings=True), made)


@given(KINDS, CHANGES.map(tuple), COUNTS)
def test_the_first_edition_always_waits(kinds, changes, counts):
    assert reasons_to_wait(Rule(kinds, with_warnings=True), Facts(True, changes, counts, 0, 0))


def revised(*rows):
    return pl.DataFrame(rows, schema=CHANGE_COLUMNS, orient="row")


def test_the_largest_move_is_of_printed_figures():
    normal, hidden = int(Status.NORMAL), int(Status.SUPPRESSED)
    rows = [
        (1, 1, 100, normal, 40, normal),
        (2, 1, 20, normal, 75, normal),
        (3, 1, 900, normal, None, hidden),
    ]
    assert largest_move(revised(*rows)) == 60
    assert largest_move(revised(*rows).clear()) == 0
