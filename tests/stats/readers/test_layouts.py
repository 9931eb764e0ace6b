"""Label columns are given to dimensions as told, or as the header's words suggest."""

import pytest

from stats.findings import Refused, Where
from stats.readers.layouts import guess, names, settle


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Country of Citizenship"], ("Country of Citizenship",)),
        (
            ["Province/Territory and Immigration Category", "", "", ""],
            ("Province/Territory", "Immigration Category"),
        ),
        (
            ["Claim Office Type and Province/Territory of Claim", ""],
            ("Claim Office Type", "Province/Territory of Claim"),
        ),
        (["Province/territory and program", "", ""], ("Province/territory", "program")),
        (
            ["Province/territoire et catégorie d’immigration", ""],
            ("Province/territoire", "catégorie d’immigration"),
        ),
        (["Province, Gender and Age", "", ""], ("Province", "Gender", "Age")),
        (["Province", "Occupation"], ("Province", "Occupation")),
        (["", ""], ()),
    ],
)
def test_names(cells, expected):
    assert names(cells) == expected


@pytest.mark.parametrize(
    ("columns", "known", "expected"),
    [
        (1, 1, (1,)),
        (4, 2, (1, 3)),
        (3, 2, (1, 2)),
        (2, 2, (1, 1)),
        (3, 1, (3,)),
        (2, 3, (1, 1)),
        (2, 0, (1, 1)),
    ],
)
def test_guesses(columns, known, expected):
    assert guess(columns, known=known) == expected


def test_a_layout_that_is_given_needs_no_words():
    layout, said, findings = settle(["", ""], (1, 1), where=Where())
    assert (layout, said, findings) == ((1, 1), ("", ""), ())


def test_a_header_with_other_words_names_the_first_dimension():
    assert settle(["Everything", "", ""], (1, 2), where=Where())[1] == ("Everything", "")


@pytest.mark.parametrize("layout", [(1,), (1, 2), (2, 0), ()])
def test_a_layout_that_does_not_fit_is_refused(layout):
    with pytest.raises(Refused, match="the table has 2 label columns headed 'A / B'"):
        settle(["A and B", ""], layout, where=Where())
