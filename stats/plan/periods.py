"""Planning periods: which printed periods answer for the ones that a question names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from stats.answers import AnsweredPeriod
from stats.codebook import Codebook
from stats.periods import Frequency, Period
from stats.questions import Between, Fixed, Latest, PeriodChoice, QuestionError

MAXIMUM_PERIODS = 400
"""How many periods a table or series shows; older ones are counted, not shown."""

_BEGINNINGS = {Frequency.YEAR: Frequency.YEAR_TO_DATE, Frequency.QUARTER: Frequency.QUARTER_TO_DATE}
"""What the beginning of a longer period is called."""


@dataclass(frozen=True)
class PeriodPlan:
    """One period of an answer and the printed periods that it is made of."""

    period: AnsweredPeriod
    parts: tuple[Period, ...]

    @cached_property
    def codes(self) -> frozenset[int]:
        """The stored codes of the parts."""
        return frozenset(part.code for part in self.parts)

    @property
    def summed(self) -> bool:
        return len(self.parts) > 1


def planned_periods(
    choice: PeriodChoice, codebook: Codebook, *, crop: bool
) -> tuple[tuple[PeriodPlan, ...], int]:
    """The periods that a question names, each with the printed ones for it; and how many there are.

    Of more than an answer shows, the newest ones with `crop`; QuestionError without it.
    """
    wanted = wanted_periods(choice, codebook)
    if len(wanted) > MAXIMUM_PERIODS and not crop:
        raise QuestionError(
            "period", f"{len(wanted)} periods are more than {MAXIMUM_PERIODS}: choose a shorter range"
        )
    return tuple(made_of(period, codebook) for period in wanted[-MAXIMUM_PERIODS:]), len(wanted)


def wanted_periods(choice: PeriodChoice, codebook: Codebook) -> tuple[Period, ...]:
    """The periods that a choice means in one edition; QuestionError where nothing is published."""
    match choice:
        case Fixed(period):
            return (period,)
        case Latest(frequency, count):
            available = _available(frequency, codebook)
            if not available:
                raise _no_such_length(frequency, codebook)
            return available[-count:]
        case Between(first, last):
            available = _available(first.frequency, codebook)
            if not available:
                raise _no_such_length(first.frequency, codebook)
            last = last or available[-1]
            found = tuple(p for p in available if first <= p <= last)
            if not found:
                raise QuestionError(
                    "period", f"nothing is published from {first} to {last}", accepted=_range(available)
                )
            return found


def _available(frequency: Frequency, codebook: Codebook) -> tuple[Period, ...]:
    """Whole periods of a length that can be answered: printed ones, or complete sums of months."""
    printed = codebook.coverage.of(frequency)
    if printed or not codebook.months_add:
        return printed
    months = codebook.coverage.of(Frequency.MONTH)
    whole = dict.fromkeys(
        m.quarter if frequency is Frequency.QUARTER else Period(Frequency.YEAR, m.year) for m in months
    )
    return tuple(p for p in whole if set(p.months) <= set(months))


def made_of(period: Period, codebook: Codebook) -> PeriodPlan:
    """The printed periods that answer for a period: itself, its beginning, or its months added up."""
    coverage = codebook.coverage
    if coverage.covers(period):
        return PeriodPlan(AnsweredPeriod(period, period), (period,))
    months = tuple(m for m in period.months if coverage.covers(m))
    if not months and period.frequency is not Frequency.YEAR:
        raise _outside(period, codebook)
    beginning = _beginning(period, months[-1]) if months else None
    for partial in _printed_beginnings(period, codebook):
        return PeriodPlan(AnsweredPeriod(period, partial), (partial,))
    if not months or beginning is None:
        raise _outside(period, codebook)
    if not codebook.months_add:
        raise _may_not_add(period, codebook)
    if months[0] != period.first_month or len(months) != months[-1].n - months[0].n + 1:
        raise _outside(period, codebook)
    answered = period if len(months) == len(period.months) else beginning
    return PeriodPlan(AnsweredPeriod(period, answered), months)


def _beginning(period: Period, last: Period) -> Period:
    return Period(_BEGINNINGS.get(period.frequency, period.frequency), last.year, last.n)


def _printed_beginnings(period: Period, codebook: Codebook) -> Iterable[Period]:
    """The printed partial period of a quarter or year, the longest first."""
    if (frequency := _BEGINNINGS.get(period.frequency)) is None:
        return ()
    return [p for p in reversed(codebook.coverage.of(frequency)) if p.first_month == period.first_month]


def _range(periods: tuple[Period, ...]) -> list[str]:
    return [str(periods[0]), str(periods[-1])] if periods else []


def _outside(period: Period, codebook: Codebook) -> QuestionError:
    since, until = codebook.coverage.since, codebook.coverage.until
    near = () if period.frequency.partial else _available(period.frequency, codebook)
    return QuestionError(
        "period",
        f"{period} is not in edition {codebook.edition.number}, which covers {since} to {until}",
        accepted=_range(near),
    )


def _no_such_length(frequency: Frequency, codebook: Codebook) -> QuestionError:
    printed = [f for f in (Frequency.YEAR, Frequency.QUARTER, Frequency.MONTH) if codebook.coverage.of(f)]
    why = "" if codebook.months_add else f", and months may not be added up: {codebook.counts.en}"
    return QuestionError(
        "period",
        f"{codebook.slug!r} has no figures by {frequency.name.lower()}{why}",
        accepted=[f.name.lower() for f in printed],
    )


def _may_not_add(period: Period, codebook: Codebook) -> QuestionError:
    months = [str(m) for m in period.months if codebook.coverage.covers(m)]
    why = f"the months of {codebook.slug!r} may not be added up to {period} ({codebook.counts.en})"
    return QuestionError("period", f"{why}; ask for a single month", accepted=[months[0], months[-1]])
