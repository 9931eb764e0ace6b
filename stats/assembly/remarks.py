"""Remarks on a ranking: what the rows hold of the whole, which are small, and how their ranks moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stats import derived
from stats.answers import Movement, RankedRow
from stats.assembly.maker import Maker
from stats.assembly.standing import ranks_before, ranks_now
from stats.bounds import NOTHING
from stats.codebook import Member
from stats.places import places_gained
from stats.plan import Listed
from stats.questions import COMPARING, Measure
from stats.values import MISSING, Value


def coverage(maker: Maker, listed: Sequence[Member]) -> Value | None:
    """What share of all members the listed ones hold, those that a rule leaves out included.

    None where members may not be added up, where only some of them were chosen, and for measures that do not
    add up.
    """
    plan = maker.plan
    every = (*plan.rows, *plan.left_out)
    adds = plan.question.measure not in COMPARING and plan.codebook.members_add
    if not adds or not _all_of_one_whole(maker, every):
        return None
    members = set(listed)
    rows = [entry for entry in plan.rows if entry.member in members]
    part = sum((maker.fetched.tally((entry,), plan.periods[0]) for entry in rows), NOTHING)
    # A ranking has one period, and here it lists all of its members: what was fetched is their whole.
    whole = sum(maker.fetched.tallies.values(), NOTHING)
    return derived.share(part, whole - part, plan.codebook.disclosure)


def _all_of_one_whole(maker: Maker, every: Sequence[Listed]) -> bool:
    """Whether these members are all parts of one whole, each published by itself."""
    over = maker.plan.over
    if over is None or not every or not maker.plan.periods[0].parts:
        return False
    siblings = over.children.get(every[0].member.parent, ())
    known = all(maker.fetched.knows((entry,)) for entry in every)
    return known and {entry.member.code for entry in every} == {member.code for member in siblings}


def remarked(maker: Maker, rows: Sequence[RankedRow]) -> tuple[RankedRow, ...]:
    """The rows with what the question wants to know of them besides."""
    question = maker.plan.question
    moved = maker.against is not None and question.measure is Measure.VALUE
    now = ranks_now(maker) if moved else {}
    before = ranks_before(maker) if moved else {}
    found = []
    for row in rows:
        movement = None
        if moved:
            one, two = before.get(row.member.code, MISSING), now.get(row.member.code, MISSING)
            movement = Movement(one, two, places_gained(one, two))
        found.append(replace(row, small=_small(maker, row.member), movement=movement))
    return tuple(found)


def _small(maker: Maker, member: Member) -> bool | None:
    """Whether the figure of a row may be less than the question's number; None where it names none."""
    threshold = maker.plan.question.small_below
    if threshold is None:
        return None
    entry = next(entry for entry in maker.plan.rows if entry.member == member)
    return is_small(maker, (entry,), 0, threshold)


def is_small(maker: Maker, listed: tuple[Listed, ...], period: int, threshold: int) -> bool:
    """Whether a figure, or what it is compared with, may be less than a number."""
    figures = [maker.plain(listed, period), maker.compared(listed, period) if maker.measures else None]
    return any(_may_be_below(figure.value, maker, threshold) for figure in figures if figure is not None)


def _may_be_below(value: Value, maker: Maker, threshold: int) -> bool:
    bounds = value.bounds(maker.deciding)
    return bounds is not None and bounds.low < threshold
