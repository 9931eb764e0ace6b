"""Scales and ticks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.charts.scale import Scale, nice_ticks


@pytest.mark.parametrize(
    ("low", "high", "numbers"),
    [
        (0, 0, (0, 1)),
        (0, 7, (0, 2, 4, 6, 8)),
        (1401, 1449, (0, 500, 1000, 1500)),
        (0, 145_560, (0, 50_000, 100_000, 150_000)),
        (-20, 14, (-20, -10, 0, 10, 20)),
    ],
)
def test_ticks(low, high, numbers):
    assert nice_ticks(low, high).numbers == numbers


def test_ticks_of_shares_may_have_decimals():
    ticks = nice_ticks(42.1, 42.9, whole=False, zero=False)
    assert ticks.numbers == (42.0, 42.2, 42.4, 42.6, 42.8, 43.0)
    assert ticks.decimals == 1


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9), st.integers(3, 8), st.booleans())
def test_ticks_enclose_what_is_shown(low, extent, about, zero):
    ticks = nice_ticks(low, low + extent, about=about, zero=zero)
    assert ticks.low <= low <= low + extent <= ticks.high
    assert 2 <= len(ticks.numbers) <= 2 * about + 3
    assert all(float(n).is_integer() for n in ticks.numbers)
    if zero:
        assert 0 in ticks.numbers


def test_a_scale_may_point_upwards():
    scale = Scale(0, 10, 300, 0)
    assert (scale(0), scale(5), scale(10)) == (300, 150, 0)


def test_a_scale_without_length_is_refused():
    with pytest.raises(ValueError, match="a scale from 5 to 5 has no length"):
        Scale(5, 5, 0, 1)
