"""Assembly: from a plan and the fetched tallies to an answer. Pure, so that its laws are quickly tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from stats.answers import (
    Answer,
    Column,
    Figure,
    FigureAnswer,
    LeftOut,
    Made,
    Origin,
    Provenance,
    RankedRow,
    RankingAnswer,
    TableAnswer,
    TableRow,
)
from stats.bounds import NOTHING, Tally, value_of
from stats.codebook import Member
from stats.plan import Listed, PeriodPlan, Plan
from stats.questions import Kind
from stats.values import MISSING, Bounds, Value

Deciding = Literal["sure", "hard"]
"""Which bounds decide whether two figures can be told apart."""


def assemble(plan: Plan, tallies: Mapping[tuple[int, ...], Tally], *, deciding: Deciding) -> Answer:
    """The answer to a planned question, from tallies by (ids on grouped axes…, code of the period)."""
    maker = _Maker(plan, tallies)
    match plan.question.kind:
        case Kind.FIGURE:
            return FigureAnswer(provenance(plan), plan.periods[0].period, maker.figure((), plan.periods[0]))
        case Kind.RANKING:
            return _ranking(plan, maker, deciding)
        case Kind.SERIES | Kind.TABLE:
            return _table(plan, maker)


def provenance(plan: Plan) -> Provenance:
    """What the answer says of itself."""
    book = plan.codebook
    return Provenance(
        question=plan.question,
        dataset_title=book.title,
        unit=book.unit,
        counts=book.counts,
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        edition=book.edition,
        source=book.source,
        notes=book.notes,
    )


class _Maker:
    """Makes figures out of tallies."""

    def __init__(self, plan: Plan, tallies: Mapping[tuple[int, ...], Tally]) -> None:
        self.plan = plan
        self.tallies = tallies

    def figure(self, listed: tuple[Listed, ...], period: PeriodPlan) -> Figure:
        """The figure of listed members (one a grouped axis) in one period."""
        if not self._known(listed):
            return Figure(MISSING, Made(Origin.STATED))
        tally = sum((self._tally(listed, part.code) for part in period.parts), NOTHING)
        summed = self.plan.summed or period.summed or any(len(entry.ids) > 1 for entry in listed)
        made = Made(Origin.SUM, tally.rounded + tally.hidden, tally.hidden) if summed else Made(Origin.STATED)
        return Figure(value_of(tally, self.plan.codebook.disclosure), made)

    def _tally(self, listed: tuple[Listed, ...], period: int) -> Tally:
        found = self.tallies.get
        match listed:
            case ():
                return found((period,), NOTHING)
            case (one,):
                return sum((found((a, period), NOTHING) for a in one.ids), NOTHING)
            case (one, other):
                return sum((found((a, b, period), NOTHING) for a in one.ids for b in other.ids), NOTHING)
            case _:
                raise ValueError(f"{len(listed)} grouped axes; a table has at most two")

    def _known(self, listed: tuple[Listed, ...]) -> bool:
        members: list[Member | None] = [entry.member for entry in listed]
        return self.plan.knows(*members)


def _deciding_bounds(value: Value, deciding: Deciding) -> Bounds | None:
    return value.hard if deciding == "hard" else value.sure


def _ranking(plan: Plan, maker: _Maker, deciding: Deciding) -> RankingAnswer:
    period = plan.periods[0]
    figures = [(entry.member, maker.figure((entry,), period)) for entry in plan.rows]
    rows = ranked(figures, deciding=deciding)
    return RankingAnswer(
        about=provenance(plan),
        period=period.period,
        over=plan.over.label if plan.over else provenance(plan).unit,
        rows=rows[: plan.question.top],
        left_out=tuple(LeftOut(entry.member, maker.figure((entry,), period)) for entry in plan.left_out),
        count=len(rows),
    )


def ranked(figures: Iterable[tuple[Member, Figure]], *, deciding: Deciding) -> tuple[RankedRow, ...]:
    """Members by falling number with competition ranks; those without a number follow, unranked.

    Rows with one number keep the order in which they came. `distinguishable` compares with the next row.
    """
    numbers = [(m, f) for m, f in figures if f.value.number is not None]
    ordered = sorted(numbers, key=lambda row: -(row[1].value.number or 0))
    hidden = [(m, f) for m, f in figures if f.value.number is None]
    rows: list[RankedRow] = []
    every = [*ordered, *hidden]
    for index, (member, figure) in enumerate(every):
        number = figure.value.number
        before = rows[-1] if rows else None
        same = before is not None and number is not None and before.figure.value.number == number
        after = every[index + 1][1] if index + 1 < len(every) else None
        rows.append(
            RankedRow(
                rank=None if number is None else before.rank if same and before else index + 1,
                tied=same or (after is not None and number is not None and after.value.number == number),
                member=member,
                figure=figure,
                distinguishable=_distinguishable(figure.value, after.value, deciding) if after else None,
            )
        )
    return tuple(rows)


def _distinguishable(value: Value, other: Value, deciding: Deciding) -> bool:
    one, two = _deciding_bounds(value, deciding), _deciding_bounds(other, deciding)
    return one is not None and two is not None and not one.overlaps(two)


def _table(plan: Plan, maker: _Maker) -> TableAnswer:
    by_period = plan.by is None
    if by_period:
        columns = tuple(Column(period=p.period) for p in plan.periods)
    else:
        columns = tuple(Column(member=entry.member) for entry in plan.columns)

    def figures(row: tuple[Listed, ...]) -> tuple[Figure, ...]:
        if by_period:
            return tuple(maker.figure(row, period) for period in plan.periods)
        return tuple(maker.figure((*row, column), plan.periods[0]) for column in plan.columns)

    entries = plan.rows[: plan.question.top] if plan.over else ()
    rows = tuple(TableRow(entry.member, figures((entry,))) for entry in entries)
    return TableAnswer(
        about=provenance(plan),
        columns=columns,
        rows=rows if plan.over else (TableRow(None, figures(())),),
        over=plan.over.label if plan.over else None,
        by=plan.by.label if plan.by else None,
        period=None if by_period else plan.periods[0].period,
        cropped=len(plan.rows) - len(entries) if plan.over else 0,
    )
