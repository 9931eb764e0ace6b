"""Sure bounds hold in millions of random completions, and are never wider than hard ones.

A random completion draws each rounded figure evenly from the whole numbers that it stands for. Hidden cells
and smallest printed numbers stand at their worst: all at their lowest in every other completion, all at their
highest in those between. The sum of thousands of rounding errors is drawn at once from its exact
distribution, as the numbers of errors of each size.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from stats import derived
from stats.bounds import RISK, Tally, hard_bounds, sure_bounds
from stats.values import IRCC, Disclosure

DISCLOSURES = (IRCC, Disclosure(10, 1, 9), Disclosure(3, 1, 2), Disclosure(10, 1, 4))
SIZES = tuple(sorted({round(10 ** (4 * step / 24)) for step in range(25)}))
"""From 1 to 10,000 cells."""


@dataclass(frozen=True)
class Drawn:
    """A sum of cells, and what it truly is in many completions."""

    tally: Tally
    truths: np.ndarray


def drawn(
    chance: np.random.Generator,
    cells: int,
    disclosure: Disclosure,
    completions: int,
    *,
    at_ends: bool = False,
) -> Drawn:
    """A sum of so many cells, of which some are hidden or show the smallest printed number.

    `at_ends`: every rounding error is as large as it can be, which scatters sums the widest.
    """
    least, hidden = (int(chance.integers(0, cells // 3 + 1)) for _ in range(2))
    free = cells - least - hidden
    printed = int(chance.integers(2 * free, 40 * free + 1)) * disclosure.base + least * disclosure.least
    tally = Tally(printed, free + least, least, hidden)
    errors = np.arange(-disclosure.below, disclosure.above + 1)
    chances = np.isin(errors, errors[[0, -1]]) / 2 if at_ends else np.full(len(errors), 1 / len(errors))
    truths = printed + chance.multinomial(free, chances, size=completions) @ errors
    low = least * (disclosure.lift_of_least - disclosure.below) + hidden * disclosure.hidden_from
    high = least * disclosure.above + hidden * disclosure.hidden_to
    truths[::2] += low
    truths[1::2] += high
    return Drawn(tally, truths)


def held(bounds, truths) -> None:
    assert bounds.low <= truths.min()
    assert truths.max() <= bounds.high


def draw_and_hold(completions: int) -> str:
    """Hold bounds to so many completions; the figures in words."""
    chance = np.random.default_rng(2021)
    cases = [(cells, disclosure) for cells in SIZES for disclosure in DISCLOSURES]
    each = -(-completions // len(cases))
    nearest = 0.0
    narrower = []
    for cells, disclosure in cases:
        one = drawn(chance, cells, disclosure, each)
        two = drawn(chance, int(chance.integers(1, cells + 1)), disclosure, each)
        hard, sure = hard_bounds(one.tally, disclosure), sure_bounds(one.tally, disclosure)
        held(sure, one.truths)
        assert hard.low <= sure.low <= sure.high <= hard.high
        middle, reach = (sure.low + sure.high) / 2, max(1, sure.high - sure.low) / 2
        nearest = max(nearest, float(np.abs(one.truths - middle).max() / reach)) if cells > 100 else nearest
        narrower.append((sure.high - sure.low) / max(1, hard.high - hard.low))
        measured = [
            (derived.difference(one.tally, two.tally, disclosure), one.truths - two.truths),
            (derived.share(one.tally, two.tally, disclosure), one.truths / (one.truths + two.truths)),
            (derived.ratio(one.tally, two.tally, disclosure), one.truths / two.truths),
            (derived.percent_change(one.tally, two.tally, disclosure), one.truths / two.truths - 1),
        ]
        for value, truths in measured:
            held(value.sure, truths)
            assert value.hard.low <= value.sure.low <= value.sure.high <= value.hard.high
    return (
        f"{each * len(cases):,} completions of cubes with {SIZES[0]:,} to {SIZES[-1]:,} cells: none outside; "
        f"the farthest at {nearest:.0%} of the reach; "
        f"sure bounds are {min(narrower):.0%} to {max(narrower):.0%} as wide as hard ones"
    )


def test_errors_as_large_as_can_be_lie_outside_no_more_often_than_the_risk_allows():
    """Rounding is not like that; the inequality is only then put to use in full."""
    chance, outside, completions = np.random.default_rng(2021), 0, 20_000
    for cells in SIZES:
        one = drawn(chance, cells, IRCC, completions, at_ends=True)
        sure = sure_bounds(one.tally, IRCC)
        outside += int(((one.truths < sure.low) | (one.truths > sure.high)).sum())
    assert outside <= max(1, RISK * completions * len(SIZES))


def test_no_completion_of_two_hundred_thousand_lies_outside():
    draw_and_hold(200_000)


@pytest.mark.long
def test_no_completion_of_ten_million_lies_outside(capsys):
    said = draw_and_hold(10_000_000)
    with capsys.disabled():
        print(f"\n{said}")
