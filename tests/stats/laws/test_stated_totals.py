"""Stated totals narrow their parts and the sums of them, and never beyond what is possible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stats.periods import Period, month, year
from stats.values import Status
from tests.stats.cubes import Cube
from tests.stats.laws.oracle import EVERYTHING, MONTHS, publications

WHERE = (
    {},
    {"province": "ON"},
    {"category": "eco"},
    {"province": "ON", "category": "oth"},
    {"province": "ON", "category": "eco/fsw"},
)
PERIODS = ("2023", "2023-02", "2022-02", "2024-02")


@settings(max_examples=60)
@given(publications(stated=True), st.sampled_from(WHERE), st.sampled_from(PERIODS))
def test_bounds_hold_every_truth_that_all_printed_totals_allow(published, where, period):
    value = published.cube.ask(where=where, period=period).figure.value
    truths = set(map(published.sum_of(where, Period.parse(period).months), published.worlds()))
    assert truths
    assert min(truths) in value.hard
    assert max(truths) in value.hard
    assert value.sure.low >= value.hard.low
    assert value.sure.high <= value.hard.high


@settings(max_examples=40)
@given(
    publications(stated=True),
    st.sampled_from(WHERE),
    st.sampled_from(PERIODS),
    st.sampled_from(["share", "change"]),
)
def test_what_is_measured_on_stated_totals_holds_every_truth(published, where, period, measure):
    whole = {"province": "_T", "category": "_T"}
    against = {"of": whole} if measure == "share" else {"against": {"where": whole}}
    value = published.cube.ask(where=where, period=period, measure=measure, **against).figure.value
    months = Period.parse(period).months
    one, two = published.sum_of(where, months), published.sum_of({}, months)
    for world in published.worlds():
        part, all_of_it = one(world), two(world)
        if measure == "change":
            assert part - all_of_it in value.hard
        elif all_of_it:
            assert part / all_of_it in value.hard


HERE = ("ON", "oth")


def cube(year_shown, *months_shown):
    cells = {(HERE, month(2023, n)): number for n, number in enumerate(months_shown, start=1)}
    return Cube(
        {(HERE, year(2023)): year_shown} | cells, (*MONTHS, year(2022), year(2023)), frozenset({"MM"})
    )


ASKED = {"province": "ON", "category": "oth"}


@pytest.mark.parametrize(
    ("year_shown", "months_shown", "period", "low", "high"),
    [
        (10, [5, None, 5], "2023", 11, 12),
        (None, [None, None, None], "2023", 3, 4),
        (10, [10, None], "2023-02", 1, 4),
        (10, [5, None], "2023-02", 1, 4),
        (10, [5, None], "2023-01", 5, 7),
        (5, [None, None], "2023-01", 1, 4),
        (None, [None, None, None], "2023-01", 1, 2),
        (15, [15, None, None, None], "2023-02", 1, 2),
    ],
)
def test_a_year_narrows_its_months_and_months_their_year(year_shown, months_shown, period, low, high):
    value = cube(year_shown, *months_shown).ask(where=ASKED, period=period).figure.value
    assert (value.hard.low, value.hard.high) == (low, high)


def test_a_hidden_cell_stays_hidden_however_narrow_its_bounds_are():
    value = cube(None, None, None, None, None).ask(where=ASKED, period="2023-01").figure.value
    assert (value.number, value.status, value.hard.low, value.hard.high) == (None, Status.SUPPRESSED, 1, 1)


def test_the_other_figure_is_given_where_both_cannot_be_true():
    answer = cube(680_965, 300_000, 401_635).ask(where=ASKED, period="2023")
    assert (answer.figure.value.number, answer.figure.made.origin) == (680_965, "stated")
    assert (answer.other.value.number, answer.other.made.parts) == (701_635, 2)
    assert (answer.figure.value.hard.low, answer.figure.value.hard.high) == (680_963, 680_967)
    assert answer.as_json()["other"]["value"] == 701_635


def test_no_other_figure_is_given_within_rounding_or_where_months_may_not_be_added():
    assert cube(10, 5, 5, None).ask(where=ASKED, period="2023").other is None
    cells = {(HERE, year(2023)): 10, (HERE, month(2023, 1)): 500}
    persons = Cube(cells, (*MONTHS, year(2023)), frozenset({"MM"}), months_add=False, members_add=False)
    answer = persons.ask(where=ASKED, period="2023")
    assert (answer.other, answer.figure.value.hard.high) == (None, 12)


def test_a_stated_province_narrows_its_categories():
    cells = {
        (("ON", "_T"), month(2023, 1)): 10,
        (("ON", "fam"), month(2023, 1)): None,
        (("ON", "oth"), month(2023, 1)): 10,
        (("ON", "fam/sp"), month(2023, 1)): None,
    }
    found = Cube(cells, MONTHS, EVERYTHING).ask(where={"province": "ON", "category": "fam"}, period="2023-01")
    assert (found.figure.value.hard.low, found.figure.value.hard.high) == (1, 4)
    whole = Cube(cells, MONTHS, EVERYTHING).ask(where={"province": "ON"}, period="2023-01")
    assert (whole.figure.value.hard.low, whole.figure.value.hard.high) == (9, 12)
    assert whole.figure.value.number == 10
