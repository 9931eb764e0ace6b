import pytest

from articles.embeds.describing import Named, course, direction, extremes
from stats.periods import year
from stats.questions import parse
from tests.articles.embeds.answers import ABSENT, HIDDEN, SERIES, ZERO, about, normal, stated

ABOUT = about(parse(SERIES))


def test_what_stands_clear_of_all_others_is_the_highest_and_the_lowest():
    named = [Named("A", stated(900)), Named("B", stated(100)), Named("C", stated(500))]
    assert extremes(named, ABOUT, "en") == ("Highest: A, 900.", "Lowest: B, 100.")


def test_a_place_that_bounds_leave_open_is_said_to_be_open():
    named = [Named("A", normal(900)), Named("B", normal(890)), Named("C", stated(5)), Named("D", HIDDEN)]
    highest, lowest, hidden = extremes(named, ABOUT, "en")
    assert highest == "Highest: A (900) or B (890); the figures do not settle which."
    assert lowest == "Lowest: C (5) or D (1 to 4 (suppressed)); the figures do not settle which."
    assert hidden == "One figure is suppressed."


def test_of_many_that_may_hold_a_place_the_first_is_named():
    named = [Named(name, normal(900)) for name in "ABCD"]
    assert extremes(named, ABOUT, "en")[0] == (
        "Highest: A, 900, though the figures do not settle it against 3 others."
    )


def test_what_is_not_there_is_counted_and_holds_no_place():
    named = [Named("A", stated(900)), Named("B", ABSENT), Named("C", ABSENT)]
    assert extremes(named, ABOUT, "en") == ("2 figures are not available.",)


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        (stated(100), stated(200), 1),
        (stated(200), stated(100), -1),
        (stated(100), stated(100), None),
        (ZERO, ZERO, 0),
        (HIDDEN, stated(5), None),
        (ABSENT, stated(5), None),
    ],
)
def test_a_direction_is_claimed_only_if_bounds_are_apart(before, now, moved):
    assert direction(before, now, ABOUT) == moved


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (stated(200), "Ontario: up from 100 in 2020 to 200 in 2021."),
        (stated(50), "Ontario: down from 100 in 2020 to 50 in 2021."),
        (stated(100), "Ontario: 100 in 2020, 100 in 2021."),
    ],
)
def test_a_course_says_where_from_and_where_to(now, said):
    assert course("Ontario", (year(2020), stated(100)), (year(2021), now), ABOUT, "en") == said
