"""How first figures move: worked examples, and the same found by going through every cell one by one."""

from itertools import pairwise
from statistics import median

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from stats.codebook import Coverage
from stats.first_figures import Later, first_figures
from stats.periods import month
from stats.values import Status

OPEN = 2**31 - 1
SCHEMA = {
    "series": pl.Int64, "period": pl.Int32, "value": pl.Int64, "status": pl.Int8, "since": pl.Int32,
    "until": pl.Int32,
}  # fmt: skip
START = month(2024, 1)


def stored(tables):
    """Editions and the histories of their cells, from tables of cells by (series, month from 0)."""
    editions, rows, open_rows = [], [], {}
    for number, (months, table) in enumerate(tables, start=1):
        editions.append((number, Coverage(((START, START.shifted(months - 1)),), frozenset({"M"}))))
        says = {key: x for key, x in table.items() if x != 0 and key[1] < months}
        for key in list(open_rows):
            if says.get(key, 0) != open_rows[key][0]:
                rows.append((key, *open_rows.pop(key), number))
        for key, x in says.items():
            open_rows.setdefault(key, (x, number))
    rows += [(key, *held, OPEN) for key, held in open_rows.items()]
    cells = [
        (series, START.shifted(at).code, x, int(Status.SUPPRESSED if x is None else Status.NORMAL), a, b)
        for (series, at), x, a, b in rows
    ]
    return editions, pl.DataFrame(cells, schema=SCHEMA, orient="row")


def test_figures_of_the_newest_months_are_followed_and_older_ones_only_counted():
    found = first_figures(
        *stored(
            [
                (2, {(1, 0): 10, (1, 1): 20}),
                (3, {(1, 0): 15, (1, 1): 25, (1, 2): 100}),
                (4, {(1, 0): 15, (1, 1): 40, (1, 2): 90, (1, 3): 5}),
            ]
        )
    )
    assert found.later == (
        Later(editions=1, cells=2, changed=2, median=7.5, largest=10, first=120, then=115),
        Later(editions=2, cells=1, changed=1, median=20, largest=20, first=20, then=40),
    )
    assert (found.cells, found.revised) == (4, 3)


def test_what_is_hidden_later_changed_but_moved_by_no_number():
    found = first_figures(*stored([(1, {(1, 0): 5, (2, 0): None}), (1, {(1, 0): None, (2, 0): None})]))
    (later,) = found.later
    assert (later.cells, later.changed, later.median, later.largest) == (2, 1, None, None)
    assert (found.cells, found.revised) == (2, 1)


def test_one_edition_says_nothing_of_revisions():
    found = first_figures(*stored([(1, {(1, 0): 5})]))
    assert (found.later, found.cells, found.revised) == ((), 1, 0)
    nothing = first_figures((), pl.DataFrame([], schema=SCHEMA, orient="row"))
    assert (nothing.later, nothing.cells, nothing.revised) == ((), 0, 0)


VALUES = st.sampled_from((0, None, 5, 10, 25))
CELLS = st.dictionaries(st.tuples(st.integers(1, 3), st.integers(0, 4)), VALUES, max_size=10)


@st.composite
def histories(draw):
    months, found = draw(st.integers(1, 2)), []
    for _ in range(draw(st.integers(1, 4))):
        found.append((months, draw(CELLS)))
        months = min(months + draw(st.integers(0, 2)), 5)
    return found


@given(histories())
def test_it_is_what_one_finds_cell_by_cell(tables):
    found = first_figures(*stored(tables))
    keys = {(s, at) for s in (1, 2, 3) for at in range(5)}
    expected = []
    for steps in range(1, len(tables)):
        pairs = []
        for index, (months, table) in enumerate(tables[: len(tables) - steps]):
            fresh = range(tables[index - 1][0] if index else months - 1, months)
            then = tables[index + steps][1]
            pairs += [(table.get(k, 0), then.get(k, 0)) for k in keys if k[1] in fresh]
        pairs = [pair for pair in pairs if pair != (0, 0)]
        changed = [pair for pair in pairs if pair[0] != pair[1]]
        moves = [abs(a - b) for a, b in changed if a is not None and b is not None]
        if pairs:
            sums = (sum(a or 0 for a, _ in pairs), sum(b or 0 for _, b in pairs))
            expected.append(
                Later(
                    steps,
                    len(pairs),
                    len(changed),
                    median(moves) if moves else None,
                    max(moves, default=None),
                    *sums,
                )
            )
    assert found.later == tuple(expected)
    revised = 0
    for key in keys:
        said = [table.get(key, 0) for months, table in tables if key[1] < months]
        revised += any(a != b for a, b in pairwise(said))
    assert found.revised == revised
