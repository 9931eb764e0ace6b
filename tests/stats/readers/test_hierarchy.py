"""Paths and leaves follow from depth alone, parents after their children."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.readers.hierarchy import Orphan, is_grand_total, leaves, member, paths

ROWS = [
    ("", "", "", "Skilled Worker"),
    ("", "", "Worker Program", ""),
    ("", "", "Self-Employed", ""),
    ("", "Economic - Total", "", ""),
    ("", "All Other Immigration - Total", "", ""),
    ("Newfoundland and Labrador - Total", "", "", ""),
    ("Province/Territory not stated - Total", "", "", ""),
]


def test_paths_are_completed_by_the_parents_that_follow():
    nl = ("Newfoundland and Labrador",)
    assert paths(ROWS, (1, 3)) == [
        (nl, ("Economic", "Worker Program", "Skilled Worker")),
        (nl, ("Economic", "Worker Program")),
        (nl, ("Economic", "Self-Employed")),
        (nl, ("Economic",)),
        (nl, ("All Other Immigration",)),
        (nl, ()),
        (("Province/Territory not stated",), ()),
    ]


def test_only_rows_after_a_deeper_one_are_subtotals():
    assert leaves(ROWS) == [True, False, True, False, True, False, True]


def test_the_word_total_proves_nothing():
    assert leaves([("Ontario - Total",), ("Total of nothing",)]) == [True, True]


def test_labels_repeated_on_every_row_need_no_parents():
    rows = [("Ontario", "A"), ("Ontario", "B"), ("Yukon", "A")]
    assert paths(rows, (1, 1)) == [(("Ontario",), ("A",)), (("Ontario",), ("B",)), (("Yukon",), ("A",))]
    assert leaves(rows) == [True, True, True]


def test_a_row_that_belongs_to_nothing_is_an_orphan():
    with pytest.raises(Orphan, match="no row below 'B' names the member of dimension 1") as caught:
        paths([("", "A"), ("Ontario - Total", ""), ("", "B")], (1, 1))
    assert caught.value.index == 2


@pytest.mark.parametrize(
    "label",
    [
        "Total",
        "Total ",
        "TOTAL",
        "Total unique persons",
        "Total - All Canada",
        "Total – All Categories",
        "Grand Total",
        "Total des personnes uniques",
        "Total - Ensemble du Canada",
        "Total général",
        "Total - Toutes les catégories",
    ],
)
def test_grand_totals(label):
    assert is_grand_total((label, "", ""))


@pytest.mark.parametrize(
    "label", ["Ontario - Total", "Total Ontario", "Total - Ontario", "Total de l'Ontario", "Totally"]
)
def test_totals_of_something_are_not_grand(label):
    assert not is_grand_total((label, ""))


def test_a_total_in_a_deeper_column_is_not_grand():
    assert not is_grand_total(("", "Total"))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ontario - Total", "Ontario"),
        ("Ontario Total", "Ontario"),
        ("Ontario : Total", "Ontario"),
        ("Total – Ontario", "Ontario"),
        ("Canada - Provincial/Territorial", "Canada - Provincial/Territorial"),
    ],
)
def test_names_lose_the_words_that_call_them_a_total(label, name):
    assert member(label) == name


def trees(depth):
    """A list of members, each with the list of its children."""
    children = st.just([]) if depth == 1 else trees(depth - 1)
    names = st.lists(st.sampled_from("ABCDEFGH"), min_size=1, max_size=3, unique=True)
    return names.flatmap(
        lambda said: st.tuples(*[st.tuples(st.just(name), children) for name in said]).map(list)
    )


def drawn(tree, level, width, above=()):
    """Rows of labels, children first, with the path and leafhood that each should have."""
    for name, children in tree:
        yield from drawn(children, level + 1, width, (*above, name))
        labels = [""] * width
        labels[level] = name
        yield tuple(labels), (*above, name), not children


@given(trees(3), st.sampled_from([(1, 2), (2, 1), (3,), (1, 1, 1)]))
def test_any_tree_printed_children_first_is_read_back(tree, layout):
    expected = list(drawn(tree, 0, 3))
    rows = [labels for labels, _, _ in expected]
    found = paths(rows, layout)
    assert [tuple(name for entry in path for name in entry) for path in found] == [
        path for _, path, _ in expected
    ]
    assert all([len(e) for e in path] <= list(layout) for path in found)
    assert leaves(rows) == [leaf for _, _, leaf in expected]
