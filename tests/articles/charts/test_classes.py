"""Classes of a map."""

from hypothesis import given
from hypothesis import strategies as st

from articles.charts.classes import class_of, classes


def test_limits_are_round_and_grow():
    assert classes(145_560, count=5, whole=True) == (0, 5_000, 20_000, 50_000, 90_000, 150_000)
    assert classes(0, count=5, whole=True) == (0, 1)


@given(st.integers(1, 10**8), st.booleans())
def test_limits_enclose_every_figure(largest, whole):
    limits = classes(largest, count=5, whole=whole)
    assert limits[0] == 0
    assert limits[-1] >= largest
    assert list(limits) == sorted(set(limits))
    assert 2 <= len(limits) <= 6
    assert class_of(largest, limits) == len(limits) - 2
    assert class_of(0, limits) == 0
