"""How a modelled count is printed: rounded to five, 1 to 4 hidden; how a fact is spread so that it adds up.

A printed cell is a whole number here, with `HIDDEN` for a suppressed one; a series is a list of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

BASE = 5
HIDDEN = -1
"""Stands for `--` in a list of printed cells; never added up."""


def seeded(name: str) -> Random:
    """A source of chance that runs the same each time."""
    return Random(name)  # noqa: S311 (figures are modelled, no secrets made)


def printed(count: int) -> int:
    """What is printed for a true count."""
    if count <= 0:
        return 0
    return HIDDEN if count < BASE else BASE * ((count + BASE // 2) // BASE)


def drawn(expected: float, chance: Random) -> int:
    """A true count around an expected one: up to a quarter more or less, and a fair draw for the fraction."""
    return int(expected * (0.75 + 0.5 * chance.random()) + chance.random())


def printed_sum(cells: Sequence[int]) -> int:
    """What a reader gets by adding the printed cells."""
    return sum(cell for cell in cells if cell != HIDDEN)


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """Cells that add up to `total` exactly, in proportion to weights; a cell too small to print is hidden.

    Whole fives go to the largest remainders (Hamilton's method). `total` is a multiple of five.
    """
    if total < 0 or total % BASE:
        raise ValueError(f"total {total!r} cannot be spread: a multiple of {BASE}, not negative, is expected")
    units, whole = total // BASE, sum(weights)
    exact = [units * weight / whole for weight in weights]
    shares = [int(x) for x in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_remainder[: units - sum(shares)]:
        shares[i] += 1
    return [share * BASE or HIDDEN for share in shares]


def trimmed(cells: list[int], top: int) -> list[int]:
    """The cells with fives taken off the largest ones until they add up to no more than `top`."""
    while printed_sum(cells) > top:
        largest = cells.index(max(cells))
        cells[largest] = cells[largest] - BASE or HIDDEN
    return cells
