"""Rankings: competition ranks, ties, and which neighbours rounding and suppression leave in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from stats.answers import Figure, LeftOut, RankedRow, RankingAnswer
from stats.assembly.maker import Maker
from stats.assembly.provenance import provenance
from stats.assembly.remarks import coverage, remarked
from stats.bounds import number_of
from stats.codebook import Member
from stats.plan import Listed
from stats.questions import Measure
from stats.values import Deciding, Value


def ranking_answer(maker: Maker) -> RankingAnswer:
    """Members in the order of their measured figures."""
    plan = maker.plan
    entries = _foremost(maker)
    figures = [(entry.member, maker.figure((entry,), 0)) for entry in entries]
    # Shares of one whole stand in the order of the parts, whose bounds are tighter: the whole is the same.
    parts = [maker.plain((entry,), 0).value for entry in entries] if _one_whole(maker) else None
    rows = ranked(figures, deciding=maker.deciding, told_apart_by=parts)
    shown = rows[: plan.question.top]
    about = provenance(maker)
    return RankingAnswer(
        about=about,
        period=plan.periods[0].period,
        over=plan.over.label if plan.over else about.unit,
        rows=remarked(maker, shown),
        left_out=tuple(LeftOut(entry.member, maker.figure((entry,), 0)) for entry in plan.left_out),
        count=len(plan.rows),
        coverage=coverage(maker, [row.member for row in shown]),
    )


def _foremost(maker: Maker) -> Sequence[Listed]:
    """The members that may be shown, and the next one: bounds of hundreds of others would be for nothing.

    Where figures stand in the order of the sums that they are made of, the sums tell which these are.
    """
    plan = maker.plan
    if plan.question.top is None or (maker.measures and not _one_whole(maker)):
        return plan.rows

    def number(entry: Listed) -> int | None:
        known = maker.fetched.knows((entry,))
        return number_of(maker.fetched.tally((entry,), plan.periods[0])) if known else None

    keys = [_descending(number(entry)) for entry in plan.rows]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return [plan.rows[index] for index in sorted(order[: plan.question.top + 1])]


def _one_whole(maker: Maker) -> bool:
    """Whether all rows are divided by the same figure."""
    divided = maker.plan.question.measure in (Measure.SHARE, Measure.RATIO)
    return divided and maker.beside is not None and not any(maker.beside.reference.keeps)


def ranked(
    figures: Sequence[tuple[Member, Figure]],
    *,
    deciding: Deciding,
    told_apart_by: Sequence[Value] | None = None,
) -> tuple[RankedRow, ...]:
    """Members by falling number with competition ranks; those without a number follow, unranked.

    Rows with one number keep the order in which they came. `distinguishable` compares with the next row, by
    the figures themselves or by other values of the same members in the same order.
    """
    clear = told_apart_by if told_apart_by is not None else [figure.value for _, figure in figures]
    every = sorted(zip(figures, clear, strict=True), key=lambda row: _descending(row[0][1].value.number))
    rows: list[RankedRow] = []
    for index, ((member, figure), value) in enumerate(every):
        number = figure.value.number
        before = rows[-1] if rows else None
        same = before is not None and number is not None and before.figure.value.number == number
        after = every[index + 1] if index + 1 < len(every) else None
        same_after = after is not None and number is not None and after[0][1].value.number == number
        rows.append(
            RankedRow(
                rank=None if number is None else before.rank if same and before else index + 1,
                tied=same or same_after,
                member=member,
                figure=figure,
                distinguishable=_distinguishable(value, after[1], deciding) if after else None,
            )
        )
    return tuple(rows)


def _descending(number: float | None) -> tuple[bool, float]:
    """A key that puts the largest number first and what has none last."""
    return (number is None, -(number or 0))


def _distinguishable(value: Value, other: Value, deciding: Deciding) -> bool:
    """Whether a row is surely larger than the next one.

    Bounds apart are not enough: a row whose hidden cells must add to its printed figure may stand below
    one that it surely exceeds.
    """
    one, two = value.bounds(deciding), other.bounds(deciding)
    return one is not None and two is not None and one.low > two.high
