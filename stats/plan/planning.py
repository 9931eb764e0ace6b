"""The plan of a question: its selection checked against a codebook, its rows, its way and its periods."""

from __future__ import annotations

from dataclasses import dataclass

from stats.codebook import RESIDUAL, Codebook, Dimension, Member
from stats.plan.periods import PeriodPlan, planned_periods
from stats.plan.ways import AxisCondition, Listed, find_way
from stats.questions import Depth, Kind, Question, QuestionError, Selection

CROPPED = frozenset({Kind.TABLE, Kind.SERIES})
"""What may show fewer periods than were asked for. A statement is about all of its series or none."""
MAXIMUM_COLUMNS = 400
"""How many members, or periods, a table shows across; those beyond are counted, not shown."""


@dataclass(frozen=True)
class Plan:
    """What to fetch for one question: conditions by axis, the axes to keep apart, and the periods."""

    question: Question
    codebook: Codebook
    axes: tuple[AxisCondition, ...]
    leaves_only: bool
    summed: bool
    """Whether members that are not listed are added up (periods aside)."""
    groups: tuple[int, ...]
    periods: tuple[PeriodPlan, ...]
    where: tuple[tuple[Dimension, Member], ...]
    over: Dimension | None = None
    rows: tuple[Listed, ...] = ()
    by: Dimension | None = None
    columns: tuple[Listed, ...] = ()
    column_count: int = 1
    """How many columns there are, members or periods, of which the plan may have only some."""
    left_out: tuple[Listed, ...] = ()
    fixed: tuple[Member, ...] = ()
    """The one member on each axis that is neither listed nor summed; the total where several are meant."""

    @property
    def cells(self) -> object:
        """What it takes of the database: plans that are equal in this fetch the same tallies."""
        parts = tuple(period.parts for period in self.periods)
        book = self.codebook
        return book.dataset_id, book.edition.number, self.axes, self.leaves_only, self.groups, parts

    def knows(self, over: Member | None = None, by: Member | None = None) -> bool:
        """Whether the publisher breaks down what is chosen as far as these members."""
        codes = [member.code for member in self.fixed]
        for dimension, member in ((self.over, over), (self.by, by)):
            if dimension is not None and member is not None:
                codes[dimension.axis] = member.code
        return self.codebook.coverage.knows(tuple(codes))


def plan(question: Question, codebook: Codebook, *, periods: tuple[PeriodPlan, ...] | None = None) -> Plan:
    """How to answer a question; QuestionError where it names what is not there or may not be added.

    `periods` take the place of those that the question names: the plan is that of a reference, with every
    column that there is.
    """
    chosen = _chosen(question.where, codebook, "where")
    over = codebook.dimension(question.over, path="over") if question.over else None
    by_name = question.by if question.by != "period" else None
    by = codebook.dimension(by_name, path="by") if by_name else None
    kept, left = _listed_members(question, codebook, over, chosen) if over else ((), ())
    every = _parts(by, chosen.get(by.slug, ())) if by else ()
    columns = every[:MAXIMUM_COLUMNS] if periods is None else every
    count = len(every) if by else 1
    if periods is None:
        periods, period_count = planned_periods(question.period, codebook, crop=question.kind in CROPPED)
        count = count if by else period_count
    listed = {d.slug: (*members, *more) for d, members, more in ((over, kept, left), (by, columns, ())) if d}
    way = find_way(codebook, chosen, listed)
    return Plan(
        question=question,
        codebook=codebook,
        axes=way.conditions,
        leaves_only=way.leaves_only,
        summed=way.summed,
        groups=tuple(d.axis for d in (over, by) if d),
        periods=periods,
        where=tuple((codebook.by_slug[s], m) for s, ms in chosen.items() for m in ms if s not in listed),
        over=over,
        rows=tuple(way.listed(over, m) for m in kept) if over else (),
        by=by,
        columns=tuple(way.listed(by, m) for m in columns) if by else (),
        column_count=count,
        left_out=tuple(way.listed(over, m) for m in left) if over else (),
        fixed=tuple(_only(chosen.get(d.slug, ()), d) for d in codebook.dimensions),
    )


def _only(members: tuple[Member, ...], dimension: Dimension) -> Member:
    return members[0] if len(members) == 1 else dimension.total


def _chosen(selection: Selection, codebook: Codebook, path: str) -> dict[str, tuple[Member, ...]]:
    found = {}
    for name, members in selection.items():
        dimension = codebook.dimension(name, path=f"{path}.{name}")
        named = [dimension.named(m, path=f"{path}.{name}") for m in members]
        found[dimension.slug] = tuple(dict.fromkeys(named))
    return found


def _listed_members(
    question: Question, codebook: Codebook, over: Dimension, chosen: dict[str, tuple[Member, ...]]
) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """The members that a ranking or table lists, and those that it keeps out.

    One group that is chosen lists its parts; several members that are chosen list themselves; nothing chosen
    lists the outermost members. A table of several levels lists the parts of each below it; what is left out
    takes its parts with it.
    """
    members = _with_parts(over, _parts(over, chosen.get(over.slug, ())), question.depth)
    if question.exclude is None:
        ruled = (
            frozenset(m for m in members if m.role in RESIDUAL) if question.kind == "ranking" else frozenset()
        )
    else:
        excluded = _chosen(question.exclude, codebook, "exclude")
        if stray := set(excluded) - {over.slug}:
            raise QuestionError(
                f"exclude.{min(stray)}", "only listed members can be left out", accepted=[over.slug]
            )
        named = frozenset(excluded.get(over.slug, ()))
        ruled = frozenset(m for m in members if named & {m, *over.ancestors(m)})
    return tuple(m for m in members if m not in ruled), tuple(m for m in members if m in ruled)


def _parts(dimension: Dimension, chosen: tuple[Member, ...]) -> tuple[Member, ...]:
    if not chosen or chosen == (dimension.total,):
        return dimension.children.get(None, ())
    if len(chosen) == 1 and dimension.is_group(chosen[0]):
        return dimension.children[chosen[0].code]
    return chosen


def _with_parts(dimension: Dimension, members: tuple[Member, ...], depth: Depth) -> tuple[Member, ...]:
    """The members, each with its parts behind it, down to a depth."""
    if depth == 1:
        return members
    deeper: Depth = depth if depth == "all" else depth - 1
    found: list[Member] = []
    for member in members:
        parts = dimension.children.get(member.code, ())
        found += [member, *_with_parts(dimension, parts, deeper)]
    return tuple(dict.fromkeys(found))
