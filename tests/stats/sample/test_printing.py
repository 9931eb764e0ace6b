"""Printing and spreading: laws of the modelled figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.sample.printing import BASE, HIDDEN, printed, printed_sum, spread, trimmed


@given(st.integers(0, 10**6))
def test_printed_within_two(count: int) -> None:
    """A printed number is a multiple of five within two of the count; 1 to 4 are hidden, 0 is not."""
    cell = printed(count)
    assert (cell == HIDDEN) == (0 < count < BASE)
    assert cell == HIDDEN or (cell % BASE == 0 and abs(cell - count) <= 2)


@given(st.integers(0, 5000), st.lists(st.floats(0.1, 100), min_size=1, max_size=24))
def test_spread_adds_up(units: int, weights: list[float]) -> None:
    """Whatever the weights, the printed cells add up to the total exactly."""
    cells = spread(units * BASE, weights)
    assert printed_sum(cells) == units * BASE
    assert all(cell == HIDDEN or (cell > 0 and cell % BASE == 0) for cell in cells)


@given(
    st.lists(st.integers(0, 200).map(lambda n: n * BASE or HIDDEN), min_size=1, max_size=12),
    st.integers(0, 400),
)
def test_trimmed_to_the_top(cells: list[int], top: int) -> None:
    """The sum is brought to the top or below and no cell grows."""
    after = trimmed(list(cells), top)
    assert printed_sum(after) <= top
    assert all(new <= old for new, old in zip(after, cells, strict=True))


@pytest.mark.parametrize("total", [-5, 7])
def test_what_cannot_be_spread(total: int) -> None:
    """A total that no printed cells add up to is refused."""
    with pytest.raises(ValueError, match=f"total {total} cannot be spread"):
        spread(total, [1.0])
