"""What a sum of published cells can stand for: hard bounds and sure bounds.

This module is meant to be checked by a statistician in ten minutes. Every cell is one of

* a printed zero: exact;
* a printed number n > 0, rounded on its own to the base: the truth is a whole number from n - below to
  n + above (for base 5: n - 2 to n + 2), except that the smallest printed number cannot stand for what
  would have been hidden (a printed 5 stands for 5 to 7);
* a hidden cell: the truth is a whole number in the suppression range (1 to 4).

A sum of cells needs no more than four counts of them, a `Tally`, and tallies add. From a tally follow

* *hard* bounds, which hold whatever the hidden figures are: every cell at its lowest or its highest;
* *sure* bounds, which take the rounding errors of the cells above the smallest printed number as
  independent and symmetrical. Each error lies in an interval of width w = below + above, so by Hoeffding's
  inequality n of them move the sum by more than t with probability at most 2 exp(-2 t² / (n w²)).
  At a risk of one in a million t = w sqrt(n ln(2 000 000) / 2). Hidden cells and smallest printed numbers,
  whose errors are not symmetrical, stay at their worst. Sure bounds are never wider than hard ones.

For an even base the error is not symmetrical (10 stands for 5 to 14): its mean lies half a unit below the
printed number, so both ends lie half a unit lower for each cell.

A printed zero is taken as exact. That is so where everything that would round to it is hidden, as IRCC does;
of a publisher who rounds but hides nothing, a zero may stand for a little more than these bounds say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from stats.values import Bounds, Disclosure, Status, Value

RISK = 1e-6
"""The probability, at most, that a sum lies outside its sure bounds if the assumption holds."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a sum of cells must remember of them.

    `printed` is the sum of printed numbers; `rounded` how many cells above zero were printed, of which
    `least` show the smallest printable number; `hidden` how many are suppressed; `blank` how many are empty.
    """

    printed: int = 0
    rounded: int = 0
    least: int = 0
    hidden: int = 0
    blank: int = 0

    @property
    def free(self) -> int:
        """How many rounding errors are symmetrical: those of printed cells above the smallest number."""
        return self.rounded - self.least

    def __sub__(self, other: Tally) -> Tally:
        """The cells of this sum without those of another one that it contains."""
        return Tally(
            self.printed - other.printed,
            self.rounded - other.rounded,
            self.least - other.least,
            self.hidden - other.hidden,
            self.blank - other.blank,
        )

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.printed + other.printed,
            self.rounded + other.rounded,
            self.least + other.least,
            self.hidden + other.hidden,
            self.blank + other.blank,
        )


NOTHING = Tally()


def tally_of_cell(number: int | None, status: Status, disclosure: Disclosure) -> Tally:
    """The tally of one published cell."""
    if status is Status.SUPPRESSED:
        return Tally(hidden=1)
    if status is not Status.NORMAL or number is None:
        return Tally(blank=1)
    if number == 0:
        return NOTHING
    return Tally(printed=number, rounded=1, least=int(number == disclosure.least))


def hard_bounds(tally: Tally, disclosure: Disclosure) -> Bounds:
    """What the sum may be whatever the hidden figures are."""
    return Bounds(
        tally.printed
        - tally.rounded * disclosure.below
        + tally.least * disclosure.lift_of_least
        + tally.hidden * disclosure.hidden_from,
        tally.printed + tally.rounded * disclosure.above + tally.hidden * disclosure.hidden_to,
    )


def sure_bounds(tally: Tally, disclosure: Disclosure, *, risk: float = RISK) -> Bounds:
    """What the sum may be if rounding errors are independent and symmetrical, at a risk."""
    return sure_within(hard_bounds(tally, disclosure), tally.free, 0, disclosure, risk=risk)


def sure_within(
    hard: Bounds, added: int, subtracted: int, disclosure: Disclosure, *, risk: float = RISK
) -> Bounds:
    """The sure bounds of a sum from its hard ones and the numbers of free cells with a plus and with a minus.

    What the free cells contribute to the hard bounds is taken out, and their joint reach put in its place.
    """
    if not (added or subtracted):
        return hard
    lowest = added * disclosure.below + subtracted * disclosure.above
    highest = added * disclosure.above + subtracted * disclosure.below
    mean = (highest - lowest) / 2
    width = disclosure.below + disclosure.above
    reach = width * math.sqrt((added + subtracted) * math.log(2 / risk) / 2)
    low, high = hard.low + lowest + mean - reach, hard.high - highest + mean + reach
    return Bounds(math.floor(low), math.ceil(high)).within(hard)


def number_of(tally: Tally) -> int | None:
    """The number that a sum prints; None where it has nothing but hidden cells or a blank one."""
    return None if tally.blank or (tally.hidden and not tally.rounded) else tally.printed


def value_of(tally: Tally, disclosure: Disclosure, *, risk: float = RISK) -> Value:
    """The figure that a sum of cells makes.

    A sum of nothing but hidden cells is suppressed itself, and one with a blank cell in it is missing:
    a sum that leaves out what it does not know would be a different figure.
    """
    if tally.blank:
        return Value(None, Status.MISSING)
    hard = hard_bounds(tally, disclosure)
    sure = sure_within(hard, tally.free, 0, disclosure, risk=risk)
    number = number_of(tally)
    return Value(number, Status.SUPPRESSED if number is None else Status.NORMAL, hard, sure)
