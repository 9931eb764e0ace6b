"""Same months: the period that another one is compared with, a part of a year only ever with the same months.

Half a year beside a whole one shows a fall where there is none, and the last year of a monthly release is
nearly always partial.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from stats.codebook import Codebook
from stats.periods import Frequency, Period
from stats.plan import PeriodPlan, made_of, wanted_periods
from stats.questions import OVER_TIME, Against, Before, Measure, QuestionError

PATH = "against.period"
_WHOLE = {Frequency.YEAR_TO_DATE: Frequency.YEAR, Frequency.QUARTER_TO_DATE: Frequency.QUARTER}


def compared_period(
    period: PeriodPlan, against: Against | None, measure: Measure, book: Codebook
) -> PeriodPlan | None:
    """The period that one is compared with; None where it is not published in full."""
    if not period.parts:
        return None
    answered = period.period.answered
    if against is None or against.period is None:
        return _all_of(answered, book)
    if isinstance(against.period, Before):
        before = answered.previous if against.period is Before.PREVIOUS else answered.year_before
        try:
            return _all_of(before, book)
        except QuestionError:
            return None
    with _named_in_against():
        (named,) = wanted_periods(against.period, book)
        wanted = _same_months(named, answered)
        if wanted.frequency is not answered.frequency and measure in OVER_TIME:
            near = [str(answered.previous), str(answered.year_before)]
            raise QuestionError(PATH, f"{named} is not of the same length as {answered}", accepted=near)
        found = made_of(wanted, book)
        if found.period.partial and not answered.frequency.partial:
            said = f"{named} has only begun ({found.period.answered}); {answered} is whole"
            raise QuestionError(PATH, said, accepted=[str(answered.year_before)])
    return found


def _all_of(period: Period, book: Codebook) -> PeriodPlan | None:
    """A period as an edition answers for it, if it has all of its months."""
    found = made_of(period, book)
    return found if found.period.answered == period else None


def _same_months(named: Period, answered: Period) -> Period:
    """The period that is named, or as much of it as has passed of one that has only begun."""
    if _WHOLE.get(answered.frequency) is not named.frequency:
        return named
    if named.frequency is Frequency.YEAR:
        return Period(Frequency.YEAR_TO_DATE, named.year, answered.n)
    passed = answered.n - answered.first_month.n
    return Period(Frequency.QUARTER_TO_DATE, named.year, named.first_month.n + passed)


@contextmanager
def _named_in_against() -> Iterator[None]:
    """Errors about a period, at the place in the question that names it."""
    try:
        yield
    except QuestionError as error:
        raise QuestionError(PATH, error.message, accepted=error.accepted) from None
