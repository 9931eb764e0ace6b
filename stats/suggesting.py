"""Suggestions: which member an unmatched label may be, by its code, its likeness and how its figures go on.

A renamed member prints on under its new name what it printed under the old one, revisions aside. So the leaf
cells of the label are held against those of each member that the file no longer names, in the periods that
both editions print. Zeros are left aside: that two series are both zero says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from stats.codebook import TOTAL, Dimension, Member
from stats.labels import Label, fold
from stats.matching import FoundMember, Matching
from stats.printed import Codes
from stats.values import Status

SUGGESTED = 5
"""How many members are suggested for one label."""
LEAST = 0.15
"""The score from which a member is suggested."""
NEAR_IN_SIZE = 20
"""For each label the figures of so many members of its size are compared: a renamed one keeps its size."""
CHANCE = 4
"""So many equal cells may be chance, such as a few suppressed ones; they are held against every match."""
BY_CODE = 0.8
"""How much a shared beginning of two official codes speaks for a member."""

_KEYED = {"series": pl.Int64, "member": pl.String, "rest": pl.String}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A member that a label may be, and why.

    `likeness` is from 0 to 1. `same` of `compared` figures are equal; `single` says that there is one in each
    period.
    """

    code: str
    label: Label
    by_code: bool = False
    likeness: float = 0.0
    same: int = 0
    compared: int = 0
    single: bool = True

    @property
    def score(self) -> float:
        """From 0 to 1: what the reasons leave no doubt of, taken as independent of each other."""
        goes_on = self.same / (self.compared + CHANCE)
        return 1 - (1 - goes_on) * (1 - self.likeness**2) * (1 - BY_CODE * self.by_code)

    @property
    def said(self) -> str:
        """The reasons in words."""
        name = self.label.in_language("en")
        what = "periods" if self.single else "figures"
        reasons = [f"its code begins like {self.code}"] if self.by_code else []
        if self.same:
            reasons.append(f"its figures are those of {name} in {self.same:,} of {self.compared:,} {what}")
        if self.likeness:
            reasons.append(f"its label is {self.likeness:.0%} like it")
        return "; ".join(reasons)

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "label": self.label.as_json(),
            "by_code": self.by_code,
            "likeness": round(self.likeness, 2),
            "same": self.same,
            "compared": self.compared,
            "single": self.single,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Suggestion:
        return cls(**{**raw, "label": Label(**raw["label"])})


@dataclass(frozen=True)
class Figures:
    """Cells of leaves: `cells` has the columns series, period, value, status; `codes` names its series."""

    cells: pl.DataFrame
    codes: Mapping[int, Codes]


def suggest(
    matching: Matching, known: Sequence[Dimension], *, before: Figures, now: Figures
) -> Mapping[tuple[int, str], tuple[Suggestion, ...]]:
    """Suggestions for every unmatched label of a reading, by axis and code, the best first.

    `before` are the figures of the edition in force and `now` those of the reading, in the periods of both.
    """
    found: dict[tuple[int, str], tuple[Suggestion, ...]] = {}
    for axis, dimension in enumerate(known):
        labels = [member for at, member in matching.unmatched if at == axis]
        if not labels:
            continue
        met = matching.members[axis]
        free: dict[str | None, list[Member]] = {}
        for member in dimension.members:
            if member.code not in met:
                free.setdefault(member.parent, []).append(member)
        pairs = [(label.code, member.code) for label in labels for member in free.get(label.parent, ())]
        going_on = _continuations(axis, pairs, before=before, now=now)
        for label in labels:
            suggested = [
                _suggestion(label, member, *going_on.get((label.code, member.code), (0, 0)), len(known) == 1)
                for member in free.get(label.parent, ())
            ]
            ranked = sorted(suggested, key=lambda s: (-s.score, s.code))
            found[axis, label.code] = tuple(s for s in ranked[:SUGGESTED] if s.score >= LEAST)
    return found


def _suggestion(label: FoundMember, member: Member, same: int, compared: int, single: bool) -> Suggestion:  # noqa: FBT001
    return Suggestion(
        member.code,
        member.label,
        by_code=_share_code(label, member.code),
        likeness=likeness(label.label, member.label),
        same=same,
        compared=compared,
        single=single,
    )


def likeness(one: Label, other: Label) -> float:
    """How alike two labels are in the language in which they are most alike, from 0 to 1.

    By the beginnings and trigrams of their words (Dice's coefficient), so that the order of words is nothing.
    """
    return max((_dice(a, b) for a, b in ((one.en, other.en), (one.fr, other.fr)) if a and b), default=0.0)


def _dice(one: str, other: str) -> float:
    a, b = _trigrams(one), _trigrams(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


@lru_cache(maxsize=4096)
def _trigrams(text: str) -> frozenset[str]:
    words = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    padded = (f"  {word} " for word in words)
    return frozenset(word[i : i + 3] for word in padded for i in range(len(word) - 2))


def _share_code(unmatched: FoundMember, code: str) -> bool:
    """Whether the official code of a label begins like that of a member: a digit was added or taken away."""
    new = unmatched.code
    return new.isdigit() and code.isdigit() and (new.startswith(code) or code.startswith(new))


def _continuations(
    axis: int, pairs: Iterable[tuple[str, str]], *, before: Figures, now: Figures
) -> Mapping[tuple[str, str], tuple[int, int]]:
    """For pairs of a new and an old code, how many figures are the same, and of how many."""
    wanted = pl.DataFrame(list(pairs), schema={"new": pl.String, "old": pl.String}, orient="row")
    old = _keyed(before, axis, set(wanted["old"]))
    new = _keyed(now, axis, set(wanted["new"]))
    near = _near_in_size(wanted, old=old, new=new)
    both = near.join(new, left_on="new", right_on="member").join(
        old, left_on=["old", "rest", "period"], right_on=["member", "rest", "period"], suffix="_old"
    )
    equal = pl.col("value").eq_missing(pl.col("value_old")) & (pl.col("status") == pl.col("status_old"))
    counts = both.group_by("new", "old").agg(same=equal.sum(), both=pl.len())
    olds, news = _heights(old), _heights(new)
    return {
        (u, m): (same, news[u] + olds[m] - in_both)
        for u, m, same, in_both in counts.select("new", "old", "same", "both").iter_rows()
    }


def _near_in_size(pairs: pl.DataFrame, *, old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """For each label the members whose figures add up to about the same."""
    size = pl.col("value").fill_null(1).sum().cast(pl.Float64)
    sized = pairs.join(new.group_by(pl.col("member").alias("new")).agg(new_size=size), on="new").join(
        old.group_by(pl.col("member").alias("old")).agg(old_size=size), on="old"
    )
    apart = ((pl.col("new_size") + 1).log() - (pl.col("old_size") + 1).log()).abs()
    return (
        sized.sort(apart, "old").group_by("new", maintain_order=True).head(NEAR_IN_SIZE).select("new", "old")
    )


def _keyed(figures: Figures, axis: int, wanted: set[str]) -> pl.DataFrame:
    """The figures of some members that are not zero: member, rest (all else that names a cell), period, …"""
    rows = [
        (series, member, "\x1f".join((*codes[:axis], codes[axis][len(member) :], *codes[axis + 1 :])))
        for series, codes in figures.codes.items()
        for member in _within(codes[axis])
        if member in wanted
    ]
    zero = (pl.col("status") == Status.NORMAL) & (pl.col("value") == 0)
    keyed = pl.DataFrame(rows, schema=_KEYED, orient="row")
    return keyed.join(figures.cells.filter(~zero), on="series").drop("series")


def _within(code: str) -> list[str]:
    """A code and those of the members that it is a part of, which it begins with."""
    parts = code.split("/") if code != TOTAL else []
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]


def _heights(keyed: pl.DataFrame) -> Mapping[str, int]:
    return dict(keyed.group_by("member").len().iter_rows())
