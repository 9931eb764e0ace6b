"""Names at the ends of lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.charts.ends import End, spread


def test_names_that_do_not_touch_stay_where_they_are():
    ends = [End(0, ("a",), 20, 20), End(1, ("b",), 80, 20)]
    assert spread(ends, top=0, bottom=100) == {0: 20, 1: 80}


@given(st.lists(st.tuples(st.floats(0, 300), st.sampled_from([21.0, 38.0, 55.0])), min_size=1, max_size=5))
def test_names_neither_overlap_nor_change_their_order(found):
    ends = [End(n, ("x",), wanted, height) for n, (wanted, height) in enumerate(found)]
    middles = spread(ends, top=0, bottom=300)
    ordered = sorted(ends, key=lambda end: middles[end.index])
    assert [end.wanted for end in ordered] == sorted(end.wanted for end in ends)
    for upper, lower in pairwise(ordered):
        assert middles[upper.index] + upper.height / 2 <= middles[lower.index] - lower.height / 2 + 1e-6
    assert middles[ordered[0].index] - ordered[0].height / 2 >= -1e-6
    assert middles[ordered[-1].index] + ordered[-1].height / 2 <= 300 + 1e-6
