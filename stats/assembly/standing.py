"""Standing: the ranks of listed members, now and in the period or edition that they are compared with.

A rank rests on the figures of all members at once, so each figure has its part of the risk, and the sure
bounds of all hold together at one in a million.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stats.assembly.maker import Maker
from stats.assembly.plain import PlainFigures
from stats.bounds import RISK
from stats.places import places
from stats.plan import Listed, PeriodPlan
from stats.values import Value


def ranks_now(maker: Maker) -> Mapping[str, Value]:
    """The rank of each listed member by its code."""
    return _ranks(maker.figures, maker.plan.rows, maker.plan.periods[0])


def ranks_before(maker: Maker) -> Mapping[str, Value]:
    """The rank of each member that was listed then; none where nothing is published."""
    if maker.against is None or (period := maker.against.period(0)) is None:
        return {}
    return _ranks(maker.against.figures, maker.against.fetched.plan.rows, period)


def _ranks(figures: PlainFigures, rows: Sequence[Listed], period: PeriodPlan) -> Mapping[str, Value]:
    risk = RISK / max(1, len(rows))
    values = [figures.figure((entry,), period, risk=risk).value for entry in rows]
    found = places(values)
    return {entry.member.code: rank for entry, rank in zip(rows, found, strict=True)}
