"""Measures: what is asked about a selection, and what it is measured against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from stats.questions.periods import PeriodChoice

Selection = Mapping[str, tuple[str, ...]]
"""Members by dimension, as they were written: codes, or labels in either language."""


class Measure(StrEnum):
    """What is asked about the selected figures."""

    VALUE = "value"
    """The figure itself."""
    CHANGE = "change"
    """How much larger it is than what it is compared with."""
    PERCENT_CHANGE = "percent_change"
    """By what part it is larger than what it is compared with: 0.05 for five percent."""
    RATIO = "ratio"
    """How many times what it is compared with it is."""
    SHARE = "share"
    """What part of a whole it is: 0.4 for forty percent."""
    CONTRIBUTION = "contribution"
    """What it adds to the change of a whole: its own change over what the whole was before, 0.02 for two
    percentage points."""
    INDEX = "index"
    """How large it is where the figure of a base period is 100."""
    MOVING_SUM = "moving_sum"
    """The twelve months that end with a month, added up."""
    MONTHLY_MEAN = "monthly_mean"
    """What its months have on average."""
    RANK = "rank"
    """The place of a member among those of its dimension, 1 for the largest figure."""
    RANK_CHANGE = "rank_change"
    """How many places a member has moved up; below zero where it has moved down."""


COMPARING = frozenset(
    {
        Measure.CHANGE,
        Measure.PERCENT_CHANGE,
        Measure.RATIO,
        Measure.CONTRIBUTION,
        Measure.INDEX,
        Measure.RANK_CHANGE,
    }
)
"""Measures that compare with a second selection, period or edition (`against`)."""

OF_A_WHOLE = frozenset({Measure.SHARE, Measure.CONTRIBUTION})
"""Measures that are taken of a whole (`of`)."""

AMONG = frozenset({Measure.RANK, Measure.RANK_CHANGE})
"""Measures of a place among the members of a dimension (`over`)."""

OVER_TIME = COMPARING - {Measure.RATIO}
"""Measures that compare like with like: periods of one length, a part of a year with the same months."""

WITH_ANOTHER_PERIOD = frozenset({Measure.CONTRIBUTION, Measure.INDEX})
"""Measures that compare with another period and with nothing else."""


class Before(StrEnum):
    """Periods that are named by where they stand before the one asked for."""

    YEAR_BEFORE = "year_before"
    """The same months of the year before."""
    PREVIOUS = "previous"
    """The period just before, of the same length."""


@dataclass(frozen=True, slots=True)
class Against:
    """What a measure compares with; what is not said is as in the question."""

    where: Selection = field(default_factory=dict)
    period: PeriodChoice | Before | None = None
    as_of: int | date | None = None

    def as_json(self) -> dict[str, Any]:
        """The canonical object."""
        found: dict[str, Any] = {}
        if self.where:
            found["where"] = selection_as_json(self.where)
        if isinstance(self.period, Before):
            found["period"] = self.period.value
        elif self.period is not None:
            found["period"] = self.period.as_json()
        if self.as_of is not None:
            found["as_of"] = edition_as_json(self.as_of)
        return found


YEAR_BEFORE = Against(period=Before.YEAR_BEFORE)
"""What changes are measured against where a question does not say."""


def selection_as_json(selection: Selection) -> dict[str, str | list[str]]:
    """The canonical object of a selection: dimensions in order, one member without a list."""
    return {k: v[0] if len(v) == 1 else list(v) for k, v in sorted(selection.items())}


def edition_as_json(as_of: int | date) -> int | str:
    """An edition as its number, or the date on which it was in force."""
    return as_of.isoformat() if isinstance(as_of, date) else as_of
