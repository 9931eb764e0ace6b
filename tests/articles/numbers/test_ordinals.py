"""Ordinals in digits and in letters."""

import pytest

from articles.numbers import ordinal, ordinal_in_words


@pytest.mark.parametrize(
    ("n", "english", "french"),
    [
        (1, "1st", "1er"),
        (2, "2nd", "2e"),
        (3, "3rd", "3e"),
        (4, "4th", "4e"),
        (11, "11th", "11e"),
        (12, "12th", "12e"),
        (13, "13th", "13e"),
        (21, "21st", "21e"),
        (101, "101st", "101e"),
        (111, "111th", "111e"),
        (1002, "1,002nd", "1\u00a0002e"),
    ],
)
def test_ordinal(n, english, french):
    assert ordinal(n, "en") == english
    assert ordinal(n, "fr") == french


def test_only_the_first_has_a_gender():
    assert ordinal(1, "fr", feminine=True) == "1re"
    assert ordinal(2, "fr", feminine=True) == "2e"
    assert ordinal_in_words(1, "fr", feminine=True) == "première"
    assert ordinal_in_words(3, "fr", feminine=True) == "troisième"


def test_letters_up_to_ten():
    assert ordinal_in_words(10, "en") == "tenth"
    assert ordinal_in_words(11, "en") == "11th"


def test_there_is_no_place_before_the_first():
    with pytest.raises(ValueError, match="0 is no place in an order"):
        ordinal(0, "en")
