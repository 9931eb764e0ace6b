"""What a public edition changed against the one that counted before it, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import polars as pl

from stats.classification.pair import CHANGED, GONE, NEW, REVISED, SUPPRESSION
from stats.codebook import AXIS_FIELDS, Codebook, Member
from stats.models import Edition
from stats.periods import Period
from stats.queries.codebooks import codebook
from stats.queries.pairs import changes_of
from stats.queries.public_editions import PublicEdition
from stats.values import Status


class Kind(StrEnum):
    """What became of a cell, in the words of an import."""

    REVISED = "revised"
    """Both editions print it, and differently; as a number or suppressed."""
    NEW = "new"
    """The earlier edition did not print it."""
    REMOVED = "removed"
    """The later edition does not print it any more."""


KINDS = {REVISED: Kind.REVISED, SUPPRESSION: Kind.REVISED, NEW: Kind.NEW, GONE: Kind.REMOVED}
"""Kinds by what a pair of editions says of a cell."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell before and after; a status of None says that the edition did not print it."""

    members: tuple[Member, ...]
    period: Period
    kind: Kind
    old: int | None
    old_status: Status | None
    new: int | None
    new_status: Status | None

    @property
    def moved(self) -> int | None:
        """By how much the number moved; None where either is none."""
        return None if self.old is None or self.new is None else self.new - self.old


@dataclass(frozen=True)
class EditionChanges:
    """The changes of an edition, some of which may have been chosen. `before` is None for the first.

    `frame` has the changed cells of a `Pair` in the order of members and periods, with `kind`.
    """

    book: Codebook
    edition: PublicEdition
    before: PublicEdition | None
    frame: pl.DataFrame

    @property
    def count(self) -> int:
        return self.frame.height

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many cells changed in each way."""
        found = dict(self.frame["kind"].value_counts().iter_rows())
        return {kind: found.get(kind.value, 0) for kind in Kind}

    def chosen(self, kind: Kind | None, members: Mapping[int, frozenset[int]]) -> EditionChanges:
        """Those of one kind, and of series with one of the members (ids by axis)."""
        frame = self.frame
        if kind is not None:
            frame = frame.filter(pl.col("kind") == kind.value)
        for axis, ids in members.items():
            frame = frame.filter(pl.col(AXIS_FIELDS[axis]).is_in(sorted(ids)))
        return replace(self, frame=frame)

    def largest_first(self) -> EditionChanges:
        """In the order of how far they moved; those without two numbers come last."""
        moved = (pl.col("value") - pl.col("old")).abs().fill_null(-1)
        order = [moved.neg(), pl.col("period").neg(), *AXIS_FIELDS]
        return replace(self, frame=self.frame.sort(order))

    def cells(self, start: int = 0, count: int | None = None) -> Iterator[CellChange]:
        """The changes from a place on."""
        dimensions = self.book.dimensions
        axes = [AXIS_FIELDS[dimension.axis] for dimension in dimensions]
        said = ("period", "kind", "old", "old_status", "value", "status")
        rows = self.frame.slice(start, count).select(*axes, *said)
        for row in rows.iter_rows():
            period, kind, old, old_status, new, new_status = row[len(axes) :]
            yield CellChange(
                members=tuple(d.by_id[pk] for d, pk in zip(dimensions, row, strict=False)),
                period=Period.from_code(period),
                kind=Kind(kind),
                old=old,
                old_status=None if old_status is None else Status(old_status),
                new=new,
                new_status=None if new_status is None else Status(new_status),
            )


def edition_changes(slug: str, edition: PublicEdition, editions: tuple[PublicEdition, ...]) -> EditionChanges:
    """All changes of one of a dataset's public editions; none of the first, which is all new."""
    before = next((one for one in editions if one.number == edition.base and one.kept), None)
    earlier = before.number if before else edition.number
    stored = Edition.objects.select_related("dataset").filter(dataset__slug=slug)
    by_number = {one.number: one for one in stored.filter(number__in=(earlier, edition.number))}
    cells = changes_of(by_number[earlier], by_number[edition.number]).cells
    frame = (
        cells.filter(pl.col("what").is_in(CHANGED))
        .with_columns(kind=pl.col("what").replace_strict(KINDS, return_dtype=pl.String))
        .sort(*AXIS_FIELDS, "period")
    )
    return EditionChanges(codebook(slug, edition.number), edition, before, frame)
