"""Planning: from a question and a codebook to what has to be fetched, without asking a database.

The publisher's own totals come first. For every dimension that the question leaves open, and for the period,
the plan takes what is stated where the edition states it, and a sum of the innermost cells otherwise; what
may not be added is refused with the nearest question that can be answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from stats.answers import AnsweredPeriod
from stats.codebook import RESIDUAL, Codebook, Dimension, Member
from stats.periods import Frequency, Period
from stats.questions import Between, Fixed, Latest, PeriodChoice, Question, QuestionError, Selection

MAXIMUM_COLUMNS = 400
"""How many periods or members a table may have across."""


@dataclass(frozen=True, slots=True)
class AxisCondition:
    """Which members a fetched cell may have on an axis: those in `only`, or all but those in `but`."""

    only: frozenset[int] | None = None
    but: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """One period of an answer and the printed periods that it is made of."""

    period: AnsweredPeriod
    parts: tuple[Period, ...]

    @property
    def summed(self) -> bool:
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Listed:
    """A member that an answer lists, and the ids of the cells' members that make its figure."""

    member: Member
    ids: frozenset[int]


@dataclass(frozen=True)
class Plan:
    """What to fetch for one question: conditions by axis, the axes to keep apart, and the periods."""

    question: Question
    codebook: Codebook
    axes: tuple[AxisCondition, ...]
    leaves_only: bool
    summed: bool
    """Whether members are added up (periods aside)."""
    groups: tuple[int, ...]
    periods: tuple[PeriodPlan, ...]
    where: tuple[tuple[Dimension, Member], ...]
    over: Dimension | None = None
    rows: tuple[Listed, ...] = ()
    by: Dimension | None = None
    columns: tuple[Listed, ...] = ()
    left_out: tuple[Listed, ...] = ()
    fixed: tuple[Member, ...] = ()
    """The one member on each axis that is neither listed nor summed; the total where several are meant."""

    def knows(self, over: Member | None = None, by: Member | None = None) -> bool:
        """Whether the publisher breaks down what is chosen as far as these members."""
        codes = [member.code for member in self.fixed]
        for dimension, member in ((self.over, over), (self.by, by)):
            if dimension is not None and member is not None:
                codes[dimension.axis] = member.code
        return self.codebook.coverage.knows(tuple(codes))


def plan(question: Question, codebook: Codebook) -> Plan:
    """How to answer a question; QuestionError where it names what is not there or may not be added."""
    chosen = _chosen(question.where, codebook, "where")
    over = codebook.dimension(question.over, path="over") if question.over else None
    by_name = question.by if question.by != "period" else None
    by = codebook.dimension(by_name, path="by") if by_name else None
    kept, left = _listed_members(question, codebook, over, chosen) if over else ((), ())
    columns = _column_members(question, codebook, by, chosen) if by else ()
    listed = {d.slug: (*members, *more) for d, members, more in ((over, kept, left), (by, columns, ())) if d}
    way = _way(codebook, chosen, listed)
    return Plan(
        question=question,
        codebook=codebook,
        axes=way.conditions,
        leaves_only=way.leaves_only,
        summed=way.summed,
        groups=tuple(d.axis for d in (over, by) if d),
        periods=_periods(question, codebook),
        where=tuple((codebook.by_slug[s], m) for s, ms in chosen.items() for m in ms if s not in listed),
        over=over,
        rows=tuple(way.listed(over, m) for m in kept) if over else (),
        by=by,
        columns=tuple(way.listed(by, m) for m in columns) if by else (),
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
    lists the outermost members.
    """
    members = _parts(over, chosen.get(over.slug, ()))
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
        ruled = frozenset(excluded.get(over.slug, ()))
    return tuple(m for m in members if m not in ruled), tuple(m for m in members if m in ruled)


def _parts(dimension: Dimension, chosen: tuple[Member, ...]) -> tuple[Member, ...]:
    if not chosen or chosen == (dimension.total,):
        return dimension.children.get(None, ())
    if len(chosen) == 1 and dimension.is_group(chosen[0]):
        return dimension.children[chosen[0].code]
    return chosen


def _column_members(
    question: Question, codebook: Codebook, by: Dimension, chosen: dict[str, tuple[Member, ...]]
) -> tuple[Member, ...]:
    members = _parts(by, chosen.get(by.slug, ()))
    if len(members) > MAXIMUM_COLUMNS:
        raise QuestionError(
            "by", f"{len(members)} columns are more than {MAXIMUM_COLUMNS}: choose members in 'where'"
        )
    return members


@dataclass(frozen=True)
class _Way:
    """One way to make figures out of printed rows: for each axis, members as they are or their leaves."""

    codebook: Codebook
    expanded: frozenset[str]
    """Dimensions whose members are made of their innermost members."""
    conditions: tuple[AxisCondition, ...]
    leaves_only: bool
    summed: bool

    def listed(self, dimension: Dimension, member: Member) -> Listed:
        members = dimension.leaves_under(member) if dimension.slug in self.expanded else (member,)
        return Listed(member, frozenset(m.id for m in members))


def _way(
    codebook: Codebook, chosen: dict[str, tuple[Member, ...]], listed: dict[str, tuple[Member, ...]]
) -> _Way:
    """The way with the fewest sums that the edition's printed rows allow."""
    asked = {d.slug: listed.get(d.slug) or chosen.get(d.slug) or (d.total,) for d in codebook.dimensions}
    options = []
    for dimension in codebook.dimensions:
        members = asked[dimension.slug]
        divisible = any(m.role == "total" or dimension.is_group(m) for m in members)
        options.append((False, True) if divisible else (False,))
    for expansion in sorted(product(*options), key=sum):
        expanded = frozenset(d.slug for d, e in zip(codebook.dimensions, expansion, strict=True) if e)
        if _printed(codebook, asked, expanded):
            return _build(codebook, asked, listed, expanded)
    everything = frozenset(d.slug for d, o in zip(codebook.dimensions, options, strict=True) if len(o) > 1)
    return _build(codebook, asked, listed, everything)


def _letter(dimension: Dimension, member: Member) -> str:
    return "T" if member.role == "total" else "G" if dimension.is_group(member) else "M"


def _printed(codebook: Codebook, asked: dict[str, tuple[Member, ...]], expanded: frozenset[str]) -> bool:
    """Whether every row that a way needs is of a kind that the edition prints."""
    letters = [
        {"M"} if d.slug in expanded else {_letter(d, m) for m in asked[d.slug]} for d in codebook.dimensions
    ]
    return all("".join(p) in codebook.coverage.patterns for p in product(*letters))


def _build(
    codebook: Codebook,
    asked: dict[str, tuple[Member, ...]],
    listed: dict[str, tuple[Member, ...]],
    expanded: frozenset[str],
) -> _Way:
    plain = all(
        d.slug in expanded or all(_letter(d, m) == "M" for m in asked[d.slug]) for d in codebook.dimensions
    )
    conditions = []
    summed = False
    for dimension in codebook.dimensions:
        members = asked[dimension.slug]
        if dimension.slug not in expanded:
            conditions.append(AxisCondition(frozenset(m.id for m in members)))
            summed = summed or (dimension.slug not in listed and len(members) > 1)
            continue
        summed = True
        if not codebook.members_add:
            raise _members_may_not_add(dimension, codebook)
        if any(m.role == "total" for m in members):
            conditions.append(AxisCondition() if plain else AxisCondition(but=_not_leaves(dimension)))
        else:
            leaves = (leaf.id for m in members for leaf in dimension.leaves_under(m))
            conditions.append(AxisCondition(frozenset(leaves)))
    return _Way(codebook, expanded, tuple(conditions), plain and bool(expanded), summed)


def _members_may_not_add(dimension: Dimension, codebook: Codebook) -> QuestionError:
    why = f"the members of {dimension.slug!r} may not be added up in {codebook.slug!r} ({codebook.counts.en})"
    return QuestionError(
        f"where.{dimension.slug}",
        f"{why}, and this edition states no total; name one member",
        accepted=[m.code for m in dimension.members[:3]],
    )


def _not_leaves(dimension: Dimension) -> frozenset[int]:
    return frozenset([dimension.total.id, *(m.id for m in dimension.members if dimension.is_group(m))])


def _periods(question: Question, codebook: Codebook) -> tuple[PeriodPlan, ...]:
    wanted = _wanted(question.period, codebook)
    if len(wanted) > MAXIMUM_COLUMNS:
        raise QuestionError(
            "period", f"{len(wanted)} periods are more than {MAXIMUM_COLUMNS}: choose a shorter range"
        )
    return tuple(made_of(period, codebook) for period in wanted)


def _wanted(choice: PeriodChoice, codebook: Codebook) -> tuple[Period, ...]:
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
    partial = {Frequency.YEAR: Frequency.YEAR_TO_DATE, Frequency.QUARTER: Frequency.QUARTER_TO_DATE}
    return Period(partial.get(period.frequency, period.frequency), last.year, last.n)


def _printed_beginnings(period: Period, codebook: Codebook) -> Iterable[Period]:
    """The printed partial period of a quarter or year, the longest first."""
    partial = {Frequency.YEAR: Frequency.YEAR_TO_DATE, Frequency.QUARTER: Frequency.QUARTER_TO_DATE}
    if (frequency := partial.get(period.frequency)) is None:
        return ()
    return [p for p in reversed(codebook.coverage.of(frequency)) if p.first_month == period.first_month]


def _range(periods: tuple[Period, ...]) -> list[str]:
    return [str(periods[0]), str(periods[-1])] if periods else []


def _outside(period: Period, codebook: Codebook) -> QuestionError:
    since, until = codebook.coverage.since, codebook.coverage.until
    printed = codebook.coverage.of(period.frequency)
    return QuestionError(
        "period",
        f"{period} is not in edition {codebook.edition.number}, which covers {since} to {until}",
        accepted=_range(printed),
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
