"""What stands over a column: a year, a quarter, a month, one of their totals, or a whole period in one cell.

The publisher writes `2015`, `Q1`, `Jan`, `Q1 Total`, `2015 Total`, `Jan-Jul 2024`, in French `T1`, `janv.`,
`Total de 2015`; spreadsheets turn months into `15-Jan`, `Jan-15` or dates. All of them are read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from stats.labels import fold
from stats.periods import Frequency, Period, month, year
from stats.readers.marks import as_text

_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "janv fev mars avr mai juin juil aout sept oct nov dec",
)
MONTHS: dict[str, int] = {name: n for line in _NAMES for n, name in enumerate(line.split(), start=1)} | {
    "fevr": 2
}
"""The number of a month by its folded name, long or short, in either language."""

ACCEPTED = (
    "a year, a month (Jan, janv., 15-Jan, 2015-01), a quarter (Q1, T1) or their total (Q1 Total, 2015 Total)"
)


class Kind(Enum):
    """What a heading is."""

    YEAR = auto()
    """A year: of the columns below and beside it, or of its own column in an annual table."""
    QUARTER = auto()
    """A quarter, of the year to the left if it names none."""
    MONTH = auto()
    """A month, of the year to the left if it names none."""
    YEAR_TOTAL = auto()
    """The total of a year."""
    QUARTER_TOTAL = auto()
    """The total of a quarter."""
    YEAR_TO = auto()
    """The beginning of a year up to a month."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading; `n` is the month or quarter, `year` is None where another row of the header has it."""

    kind: Kind
    year: int | None = None
    n: int = 0
    short: bool = False
    """Whether only two digits of the year are printed."""

    @property
    def complete(self) -> bool:
        """Whether the heading names a period without help from other rows."""
        return self.year is not None


_MONTH, _YEAR, _ANY_YEAR = r"([a-z]{3,9})\.?", r"((?:19|20)\d\d)", r"((?:19|20)?\d\d)"
_FILLER = re.compile(r"\b(?:total|totals|for|of|the|year|de|du|des|pour|annee|trimestre)\b|\bl'|[:()]")
_MONTH_THEN_YEAR = re.compile(rf"{_MONTH}[\s/-]*{_ANY_YEAR}", re.ASCII)
_YEAR_THEN_MONTH = re.compile(rf"{_ANY_YEAR}[\s/-]*{_MONTH}", re.ASCII)
_NUMERIC = re.compile(rf"{_YEAR}[-/](\d\d?)(?:[-/]0?1)?(?:[ t]00:00(?::00)?)?", re.ASCII)
_QUARTER = re.compile(rf"(?:{_YEAR}[\s-]*)?[qt]\s?([1-4])(?:[\s-]+{_YEAR})?", re.ASCII)
_SPAN = re.compile(rf"{_MONTH}\s*(?:-|to|a|au)\s*{_MONTH}\s*{_YEAR}", re.ASCII)


def heading(cell: object) -> Heading | None:
    """The heading that a cell holds, or None for anything else."""
    if isinstance(cell, date):
        return Heading(Kind.MONTH, cell.year, cell.month) if cell.day == 1 else None
    text = fold(as_text(cell))
    if not text or len(text) > 40:
        return None
    return _total(text) if re.search(r"\btotal", text) else _plain(text)


def _total(text: str) -> Heading | None:
    inner = _plain(" ".join(_FILLER.sub(" ", text).split()).strip("- "))
    if inner is None:
        return None
    kinds = {Kind.YEAR: Kind.YEAR_TOTAL, Kind.QUARTER: Kind.QUARTER_TOTAL}
    return Heading(kinds.get(inner.kind, inner.kind), inner.year, inner.n)


def _plain(text: str) -> Heading | None:
    if re.fullmatch(_YEAR, text):
        return Heading(Kind.YEAR, int(text))
    if match := _QUARTER.fullmatch(text):
        number = match[1] or match[3]
        return Heading(Kind.QUARTER, int(number) if number else None, int(match[2]))
    if text.rstrip(".") in MONTHS:
        return Heading(Kind.MONTH, None, MONTHS[text.rstrip(".")])
    if (match := _NUMERIC.fullmatch(text)) and 1 <= int(match[2]) <= 12:
        return Heading(Kind.MONTH, int(match[1]), int(match[2]))
    if (match := _MONTH_THEN_YEAR.fullmatch(text)) and match[1] in MONTHS:
        return Heading(Kind.MONTH, _full(match[2]), MONTHS[match[1]], len(match[2]) == 2)
    if (match := _YEAR_THEN_MONTH.fullmatch(text)) and match[2] in MONTHS:
        return Heading(Kind.MONTH, _full(match[1]), MONTHS[match[2]], len(match[1]) == 2)
    if (match := _SPAN.fullmatch(text)) and MONTHS.get(match[1]) == 1 and match[2] in MONTHS:
        return Heading(Kind.YEAR_TO, int(match[3]), MONTHS[match[2]])
    return None


def _full(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def period(of: Heading, *, of_year: int | None, last_month: int) -> Period:
    """The period of a heading in the year `of_year`, of which months up to `last_month` are printed.

    A year or quarter that those months do not fill is a partial one. ValueError without a year.
    """
    number = of.year if of.year is not None else of_year
    if number is None:
        raise ValueError("no year stands over it")
    match of.kind:
        case Kind.MONTH:
            return month(number, of.n)
        case Kind.YEAR_TO if of.n < 12:
            return Period(Frequency.YEAR_TO_DATE, number, of.n)
        case Kind.QUARTER | Kind.QUARTER_TOTAL:
            if 3 * of.n - 2 <= last_month < 3 * of.n:
                return Period(Frequency.QUARTER_TO_DATE, number, last_month)
            return Period(Frequency.QUARTER, number, of.n)
        case _:
            return year(number) if last_month >= 12 else Period(Frequency.YEAR_TO_DATE, number, last_month)
