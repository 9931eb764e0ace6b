"""Ways: how figures are made out of the rows that an edition prints, with as few sums as it allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from stats.codebook import Codebook, Dimension, Member
from stats.questions import QuestionError


@dataclass(frozen=True, slots=True)
class AxisCondition:
    """Which members a fetched cell may have on an axis: those in `only`, or all but those in `but`."""

    only: frozenset[int] | None = None
    but: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Listed:
    """A member that an answer lists, and the ids of the cells' members that make its figure."""

    member: Member
    ids: frozenset[int]

    @property
    def summed(self) -> bool:
        """Whether its figure is made of other members."""
        return self.ids != {self.member.id}


@dataclass(frozen=True)
class Way:
    """One way to make figures out of printed rows: for each axis, members as they are or their leaves."""

    codebook: Codebook
    expanded: frozenset[str]
    """Dimensions whose members are made of their innermost members."""
    conditions: tuple[AxisCondition, ...]
    leaves_only: bool
    summed: bool
    """Whether members that are not listed are added up."""

    def listed(self, dimension: Dimension, member: Member) -> Listed:
        """A listed member with the ids of the members that its figure is made of."""
        members = dimension.leaves_under(member) if dimension.slug in self.expanded else (member,)
        return Listed(member, frozenset(m.id for m in members))


def find_way(
    codebook: Codebook, chosen: dict[str, tuple[Member, ...]], listed: dict[str, tuple[Member, ...]]
) -> Way:
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


def letter(dimension: Dimension, member: Member) -> str:
    """The letter of a member in the patterns of printed rows."""
    return "T" if member.role == "total" else "G" if dimension.is_group(member) else "M"


def _printed(codebook: Codebook, asked: dict[str, tuple[Member, ...]], expanded: frozenset[str]) -> bool:
    """Whether every row that a way needs is of a kind that the edition prints."""
    letters = [
        {"M"} if d.slug in expanded else {letter(d, m) for m in asked[d.slug]} for d in codebook.dimensions
    ]
    return all("".join(p) in codebook.coverage.patterns for p in product(*letters))


def _build(
    codebook: Codebook,
    asked: dict[str, tuple[Member, ...]],
    listed: dict[str, tuple[Member, ...]],
    expanded: frozenset[str],
) -> Way:
    plain = all(
        d.slug in expanded or all(letter(d, m) == "M" for m in asked[d.slug]) for d in codebook.dimensions
    )
    conditions = []
    summed = False
    for dimension in codebook.dimensions:
        members = asked[dimension.slug]
        if dimension.slug not in expanded:
            conditions.append(condition_of(dimension, members))
            if dimension.slug not in listed and len(members) > 1:
                summed = True
                _check_addable(dimension, members, codebook)
            continue
        summed = summed or dimension.slug not in listed
        _check_addable(dimension, members if dimension.slug not in listed else (), codebook)
        if any(m.role == "total" for m in members):
            conditions.append(AxisCondition() if plain else AxisCondition(but=_not_leaves(dimension)))
        else:
            leaves = (leaf.id for m in members for leaf in dimension.leaves_under(m))
            conditions.append(AxisCondition(frozenset(leaves)))
    return Way(codebook, expanded, tuple(conditions), plain and bool(expanded), summed)


def _check_addable(dimension: Dimension, members: tuple[Member, ...], codebook: Codebook) -> None:
    """Refuse to add up members that may not be, or of which one is part of another."""
    if not codebook.members_add:
        raise _members_may_not_add(dimension, codebook)
    for one, other in combinations(members, 2):
        for part, whole in ((one, other), (other, one)):
            if dimension.is_part(part, of=whole):
                raise QuestionError(
                    f"where.{dimension.slug}",
                    f"{part.code!r} is part of {whole.code!r} and would be counted twice",
                    accepted=[part.code, whole.code],
                )


def condition_of(dimension: Dimension, members: Sequence[Member]) -> AxisCondition:
    """Cells of these members; where that is all of them, without a list of hundreds to look through."""
    if frozenset(members) == frozenset(dimension.members):
        return AxisCondition(but=frozenset((dimension.total.id,)))
    return AxisCondition(frozenset(m.id for m in members))


def _members_may_not_add(dimension: Dimension, codebook: Codebook) -> QuestionError:
    why = f"the members of {dimension.slug!r} may not be added up in {codebook.slug!r} ({codebook.counts.en})"
    return QuestionError(
        f"where.{dimension.slug}",
        f"{why}; name one member",
        accepted=[m.code for m in dimension.members[:3]],
    )


def _not_leaves(dimension: Dimension) -> frozenset[int]:
    return frozenset([dimension.total.id, *(m.id for m in dimension.members if dimension.is_group(m))])
