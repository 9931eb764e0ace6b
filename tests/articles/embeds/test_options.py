import pytest

from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError, Switch, check
from stats.labels import Label

SWITCH = Switch("bounds", Label("Bounds", "Marges"), Label("", ""), default=True)
OPTIONS = (SWITCH, SIZE, HIGHLIGHT)


def test_what_an_embed_does_not_say_is_as_by_default():
    assert [option.of({}) for option in OPTIONS] == [True, "wide", ""]


def test_what_it_says_holds():
    given = {"bounds": False, "size": "column", "highlight": "ON"}
    check(OPTIONS, given)
    assert [option.of(given) for option in OPTIONS] == [False, "column", "ON"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"bound": True}, "'bound' is not known; known are 'bounds'"),
        ({"bounds": "yes"}, "true or false is expected"),
        ({"size": "huge"}, "'wide' or 'column' is expected"),
        ({"size": ["wide"]}, "'wide' or 'column' is expected"),
        ({"highlight": 7}, "the code of a member is expected"),
    ],
)
def test_anything_else_is_refused_with_what_would_be_accepted(given, said):
    with pytest.raises(EmbedError, match=said):
        check(OPTIONS, given)
