"""What stands where a number would."""

from articles.numbers import status_text
from stats.values import Bounds, Status


def test_suppressed_says_what_it_may_hide():
    assert status_text(Status.SUPPRESSED, "en", hidden=Bounds(1, 4)) == "1 to 4 (suppressed)"
    assert status_text(Status.SUPPRESSED, "fr", hidden=Bounds(1, 4)) == "1 à 4 (supprimé)"
    assert status_text(Status.SUPPRESSED, "en") == "suppressed"


def test_the_short_marks_are_three_different_ones():
    marks = {status_text(s, "en", short=True) for s in Status if s is not Status.NORMAL}
    assert marks == {"--", "..", "..."}


def test_a_number_needs_no_words():
    assert status_text(Status.NORMAL, "fr") == ""
