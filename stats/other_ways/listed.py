"""By listed members: the rows or columns of a plan out of the members beside, above and below them."""

from __future__ import annotations

from collections.abc import Iterable

from stats.codebook import Dimension, Member
from stats.other_ways.families import parts_of, whole_of
from stats.other_ways.rows import PrintedRows, beside, place
from stats.other_ways.way import OtherWay, Reading
from stats.plan import AxisCondition, Listed, PeriodPlan, Plan

Selection = tuple[Listed, ...]


class ByListed:
    """The ways over one dimension that a plan lists, for all of its members at once."""

    def __init__(self, rows: PrintedRows, dimension: Dimension) -> None:
        self._rows = rows
        self._dimension = dimension
        plan = rows.plan
        self._position = 0 if dimension is plan.over else 1
        entries = (*plan.rows, *plan.left_out) if dimension is plan.over else plan.columns
        self._families: dict[tuple[str, bool], _Family | None] = {}
        needed = {id_ for entry in entries for family in self._near(entry.member) for id_ in family.ids}
        missing = AxisCondition(frozenset(needed - {entry.member.id for entry in entries}))
        self._read = (plan, beside(plan, dimension, missing)) if missing.only else (plan,)
        self._found: dict[tuple[int, ...], list[tuple[Selection, Selection | None]]] = {}

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self._read[1:]

    @property
    def useful(self) -> bool:
        """Whether there is a way to any figure."""
        return any(family is not None for family in self._families.values())

    def to(self, listed: Selection, period: PeriodPlan) -> Iterable[OtherWay]:
        """The other ways to the figure of listed members in a period."""
        key = tuple(entry.member.id for entry in listed)
        if (found := self._found.get(key)) is None:
            found = self._found[key] = list(self._instead_of(listed))
        for parts, whole in found:
            above = None if whole is None else Reading(self._read, whole, period)
            yield OtherWay(Reading(self._read, parts, period), above)

    def _instead_of(self, listed: Selection) -> Iterable[tuple[Selection, Selection | None]]:
        """What is listed with the parts of a family, and with its whole, in the place of the member."""
        before, after = listed[: self._position], listed[self._position + 1 :]
        for family in self._near(listed[self._position].member):
            if self._rows.prints(listed, self._dimension.axis, family.needed):
                whole = None if family.whole is None else (*before, family.whole, *after)
                yield (*before, family.parts, *after), whole

    def _near(self, member: Member) -> Iterable[_Family]:
        """The parts of a member, and the family that it is part of, as far as their rows may be printed."""
        if (parts := self._family(member, above=False)) is not None:
            yield parts
        whole = whole_of(self._dimension, member)
        if whole is not None and (family := self._family(whole, above=True)) is not None:
            yield family

    def _family(self, whole: Member, *, above: bool) -> _Family | None:
        key = (whole.code, above)
        if key not in self._families:
            parts = parts_of(self._dimension, whole)
            family = _Family(self._dimension, whole, parts, above=above) if parts else None
            may = family is not None and self._rows.may_print(self._dimension.axis, family.needed)
            self._families[key] = family if may else None
        return self._families[key]


class _Family:
    """The parts of a whole, and with `above` the whole too, as an answer would list them."""

    def __init__(
        self, dimension: Dimension, whole: Member, parts: tuple[Member, ...], *, above: bool
    ) -> None:
        self.parts = Listed(whole, frozenset(part.id for part in parts))
        self.whole = Listed(whole, frozenset((whole.id,))) if above else None
        self.needed = place(dimension, (whole, *parts) if above else parts)
        self.ids = self.parts.ids | {whole.id} if above else self.parts.ids
