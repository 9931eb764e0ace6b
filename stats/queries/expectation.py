"""When the next edition is due, learned from those that came: pure arithmetic on months and days.

A publisher's edition covers until some month and comes some days after that month's end. The shortest such
delay is what timely publication looks like here; longer ones include editions that were loaded late.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from stats.periods import Period

USUAL_DELAY = timedelta(days=75)
"""What is taken for usual as long as all editions were loaded late (history, samples)."""

GRACE = timedelta(days=15)
"""How much later than usual an edition may come before it is called overdue."""

RECENT = 12
"""How many editions are looked back at: habits change."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """That an edition which covers until a month came on a day."""

    until: Period
    on: date


def expected_by(arrivals: Sequence[Arrival], *, step: int = 1) -> date | None:
    """The day on which the next edition is overdue; None where none has come yet.

    `step` is how many months an edition usually adds, as long as fewer than two have come.
    """
    if not arrivals:
        return None
    recent = sorted(arrivals, key=lambda arrival: arrival.until.code)[-RECENT:]
    months = [_index(a.until) for a in recent]
    steps = [later - earlier for earlier, later in pairwise(months) if later > earlier]
    delay = min((a.on - _end(a.until) for a in recent), default=USUAL_DELAY)
    delay = min(max(delay, timedelta(0)), USUAL_DELAY)
    return _end(recent[-1].until.shifted(median_low(steps) if steps else step)) + delay + GRACE


def _index(month: Period) -> int:
    return month.year * 12 + month.n


def _end(month: Period) -> date:
    following = month.next
    return date(following.year, following.n, 1) - timedelta(days=1)
