"""Months, quarters and years, whole and partial, as values that sort and print.

A publisher's last quarter and last year are partial and still called totals. They are periods of their own
here (`2024-to-06`, `2024-Q3-to-07`), so that no half year is ever taken for a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Frequency(IntEnum):
    """How long a period is. The integers lead the stored code, so each frequency is one contiguous range."""

    YEAR = 1
    QUARTER = 2
    MONTH = 3
    YEAR_TO_DATE = 4
    QUARTER_TO_DATE = 5

    @property
    def partial(self) -> bool:
        """Whether this is the beginning of a longer period."""
        return self >= Frequency.YEAR_TO_DATE


_TEXT = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])(?:-to-(?P<quarter_to>\d\d))?|to-(?P<to>\d\d)|(?P<month>\d\d)))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One month, quarter or year, or the beginning of a quarter or year up to a month.

    `n` is the month (1–12) of a month or of the end of a partial period, the quarter (1–4) of a quarter,
    and 0 for a year.
    """

    frequency: Frequency
    year: int
    n: int = 0

    def __post_init__(self) -> None:
        top = {Frequency.YEAR: 0, Frequency.QUARTER: 4}.get(self.frequency, 12)
        bottom = 0 if self.frequency is Frequency.YEAR else 1
        if not (bottom <= self.n <= top and 1000 <= self.year <= 9999):
            raise ValueError(f"no such {self.frequency.name.lower()}: {self.year!r}, {self.n!r}")

    @property
    def code(self) -> int:
        """The integer that is stored: frequency, year and number, in an order that is that of time."""
        return self.frequency * 1_000_000 + self.year * 100 + self.n

    @classmethod
    def from_code(cls, code: int) -> Period:
        """The period of a stored code."""
        return cls(Frequency(code // 1_000_000), code // 100 % 10_000, code % 100)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2021`, `2021-Q3`, `2021-07`, `2024-to-06` or `2024-Q3-to-07`; ValueError otherwise."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a period: 2021, 2021-Q3 or 2021-07 is expected")
        year = int(match["year"])
        if match["quarter_to"]:
            period = cls(Frequency.QUARTER_TO_DATE, year, int(match["quarter_to"]))
            if period.quarter.n != int(match["quarter"]):
                raise ValueError(f"{text!r}: month {period.n} is not in quarter {match['quarter']}")
            return period
        for group, frequency in _FREQUENCY_OF_GROUP.items():
            if match[group]:
                return cls(frequency, year, int(match[group]))
        return cls(Frequency.YEAR, year)

    def __str__(self) -> str:
        match self.frequency:
            case Frequency.YEAR:
                return f"{self.year}"
            case Frequency.QUARTER:
                return f"{self.year}-Q{self.n}"
            case Frequency.MONTH:
                return f"{self.year}-{self.n:02}"
            case Frequency.YEAR_TO_DATE:
                return f"{self.year}-to-{self.n:02}"
            case Frequency.QUARTER_TO_DATE:
                return f"{self.year}-Q{(self.n + 2) // 3}-to-{self.n:02}"

    @property
    def first_month(self) -> Period:
        """The month with which the period begins."""
        match self.frequency:
            case Frequency.YEAR | Frequency.YEAR_TO_DATE:
                return month(self.year, 1)
            case Frequency.QUARTER:
                return month(self.year, 3 * self.n - 2)
            case Frequency.QUARTER_TO_DATE:
                return month(self.year, 3 * ((self.n + 2) // 3) - 2)
            case Frequency.MONTH:
                return self

    @property
    def last_month(self) -> Period:
        """The month with which the period ends."""
        match self.frequency:
            case Frequency.YEAR:
                return month(self.year, 12)
            case Frequency.QUARTER:
                return month(self.year, 3 * self.n)
            case _:
                return month(self.year, self.n)

    @property
    def quarter(self) -> Period:
        """The quarter in which the period ends."""
        return Period(Frequency.QUARTER, self.year, (self.last_month.n + 2) // 3)

    @property
    def months(self) -> tuple[Period, ...]:
        """The months in it, in order."""
        return tuple(month(self.year, n) for n in range(self.first_month.n, self.last_month.n + 1))

    def shifted(self, steps: int) -> Period:
        """The period `steps` of its own length later; of a partial period, that many years later."""
        match self.frequency:
            case Frequency.MONTH:
                index = self.year * 12 + self.n - 1 + steps
                return month(index // 12, index % 12 + 1)
            case Frequency.QUARTER:
                index = self.year * 4 + self.n - 1 + steps
                return Period(Frequency.QUARTER, index // 4, index % 4 + 1)
            case _:
                return Period(self.frequency, self.year + steps, self.n)

    @property
    def next(self) -> Period:
        """The period after this one."""
        return self.shifted(1)

    @property
    def previous(self) -> Period:
        """The period before this one."""
        return self.shifted(-1)

    @property
    def year_before(self) -> Period:
        """The same period of the year before."""
        return Period(self.frequency, self.year - 1, self.n)


_FREQUENCY_OF_GROUP = {
    "quarter": Frequency.QUARTER,
    "month": Frequency.MONTH,
    "to": Frequency.YEAR_TO_DATE,
}


def month(year: int, n: int) -> Period:
    """The n-th month of a year."""
    return Period(Frequency.MONTH, year, n)


def year(number: int) -> Period:
    """A whole calendar year."""
    return Period(Frequency.YEAR, number)


def span(first: Period, last: Period) -> Iterator[Period]:
    """All periods of one frequency from `first` to `last`, both included."""
    if first.frequency is not last.frequency:
        raise ValueError(f"{first} and {last} are not of the same length")
    while first <= last:
        yield first
        first = first.next
