"""Families: a whole and the members that it is made of."""

from __future__ import annotations

from stats.codebook import Dimension, Member, Role


def parts_of(dimension: Dimension, member: Member) -> tuple[Member, ...]:
    """The members that a member is made of, one level down; none for an innermost one."""
    return dimension.children.get(None if member.role is Role.TOTAL else member.code, ())


def whole_of(dimension: Dimension, member: Member) -> Member | None:
    """The member that a member is part of; None for the whole dimension."""
    if member.role is Role.TOTAL:
        return None
    return dimension.by_code[member.parent] if member.parent else dimension.total
