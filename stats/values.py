"""What a cell says: a number with a status, and what a publisher's rounding lets it stand for.

Zero, suppressed, missing and not applicable are four different things from the reader to the screen reader,
so a status is part of every number and nothing is ever filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal


class Status(IntEnum):
    """What kind of thing a cell says. The integers are stored; never renumber them."""

    NORMAL = 0
    """A printed number, a true zero included."""
    SUPPRESSED = 1
    """The publisher hides a small number (`--`)."""
    MISSING = 2
    """The publisher has nothing to say here: blank, or outside what the edition covers."""
    NOT_APPLICABLE = 3
    """The question makes no sense for this cell."""

    @property
    def slug(self) -> str:
        """The name used in JSON: `normal`, `suppressed`, `missing`, `not_applicable`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """How a publisher protects small numbers: the rounding base and the range that it hides.

    A base of 1 means figures are printed as they are; a `hidden_to` of 0 means that nothing is hidden.
    IRCC rounds to 5 and hides 1 to 4.
    """

    base: int = 5
    hidden_from: int = 1
    hidden_to: int = 4

    def __post_init__(self) -> None:
        if self.base < 1:
            raise ValueError(f"rounding base {self.base!r}: a positive whole number is expected")
        if self.hidden_to and not 0 < self.hidden_from <= self.hidden_to:
            raise ValueError(f"suppression range {self.hidden_from!r} to {self.hidden_to!r} is empty")

    @property
    def below(self) -> int:
        """How far the true number may lie below a printed one (2 for base 5)."""
        return self.base // 2

    @property
    def above(self) -> int:
        """How far the true number may lie above a printed one (2 for base 5, 4 for 10: halves round up)."""
        return (self.base - 1) // 2

    @property
    def least(self) -> int:
        """The smallest number above zero that can be printed: what the first one not hidden rounds to."""
        return max(self.base, (self.hidden_to + 1 + self.below) // self.base * self.base)

    @property
    def lift_of_least(self) -> int:
        """By how much suppression raises the lower end of the smallest printed number.

        A printed 5 would stand for 3 to 7, but 3 and 4 would have been hidden, so it stands for 5 to 7: 2.
        """
        return max(0, self.hidden_to + 1 - (self.least - self.below)) if self.hidden_to else 0


EXACT = Disclosure(base=1, hidden_from=1, hidden_to=0)
IRCC = Disclosure(base=5, hidden_from=1, hidden_to=4)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed interval of what the truth may be, in the unit of the figure."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"bounds upside down: {self.low!r} > {self.high!r}")

    def __contains__(self, number: float) -> bool:
        return self.low <= number <= self.high

    @property
    def exact(self) -> bool:
        """Whether only one number is possible."""
        return self.low == self.high

    def overlaps(self, other: Bounds) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def inside(self, other: Bounds) -> bool:
        """Whether every number of this interval lies in the other."""
        return other.low <= self.low and self.high <= other.high

    def within(self, other: Bounds) -> Bounds:
        """The part of this interval that lies in `other`; this one where they do not meet."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Bounds(low, high) if low <= high else self


Deciding = Literal["sure", "hard"]
"""Which of the two bounds of a value decides about words and ranks."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure: its printed or computed number, its status, and its two bounds.

    `number` is what a reader gets by adding the printed figures, even where it lies outside the bounds
    because hidden cells add to it; words are chosen from the bounds. `hard` holds whatever the hidden
    figures are; `sure` takes rounding errors as independent (see `stats.bounds`). A value without a number
    has bounds only if it is suppressed.
    """

    number: float | None
    status: Status
    hard: Bounds | None = None
    sure: Bounds | None = None

    def __post_init__(self) -> None:
        if self.status is Status.NORMAL and self.number is None:
            raise ValueError("a normal value has a number")

    def bounds(self, deciding: Deciding) -> Bounds | None:
        """The bounds that decide."""
        return self.hard if deciding == "hard" else self.sure


MISSING = Value(None, Status.MISSING)
NOT_APPLICABLE = Value(None, Status.NOT_APPLICABLE)
