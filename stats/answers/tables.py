"""Tables and series: a figure for each row and column, with remarks on some of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from stats.answers.about import AnsweredPeriod, Provenance
from stats.answers.figures import Figure
from stats.codebook import Member
from stats.labels import Label


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or a point of a series: a period or a member."""

    period: AnsweredPeriod | None = None
    member: Member | None = None

    def as_json(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.period is not None:
            found["period"] = self.period.as_json()
        if self.member is not None:
            found["member"] = self.member.as_json()
        return found


@dataclass(frozen=True, slots=True)
class TableRow:
    """A member with one figure a column; `depth` counts its ancestors that are listed above it."""

    member: Member | None
    figures: tuple[Figure, ...]
    depth: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "member": self.member.as_json() if self.member else None,
            "depth": self.depth,
            "cells": [figure.as_json() for figure in self.figures],
        }


class RemarkKind(StrEnum):
    """What there is to know of some rows and columns of a table, and not of the others."""

    PARTIAL = "partial"
    """A period of which the edition covers only the beginning."""
    REMAINDER = "remainder"
    """What the publisher does not name by itself ("Other occupations")."""
    NOT_STATED = "not_stated"
    """What the publisher does not know of ("Occupation not stated")."""
    UNDIVIDED = "undivided"
    """What the publisher gives only as a whole."""
    COMPUTED = "computed"
    """Added up from what was published, where other figures of the table are stated."""
    SUPPRESSED = "suppressed"
    """Sums with hidden cells in them, where most have none; `count` says how many cells are hidden."""
    SMALL = "small"
    """What may be less than the number that the question asks about."""
    NAMED = "named"
    """What a note of the dataset, or of the edition's own file, names: `note`."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with the indices of the rows and columns of which it holds."""

    kind: RemarkKind
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    count: int | None = None
    note: Label | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "rows": list(self.rows),
            "columns": list(self.columns),
            "count": self.count,
            "note": self.note.as_json() if self.note else None,
        }


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """Members by periods or by members. A series is a table of one row without a member.

    `row_count` and `column_count` say how many there are, of which `rows` and `columns` may be only some: the
    first rows, and the first members or the newest periods.
    """

    about: Provenance
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    row_count: int
    column_count: int
    over: Label | None = None
    by: Label | None = None
    """The name of the dimension of the columns; None where they are periods."""
    period: AnsweredPeriod | None = None
    """The one period of all figures where columns are members."""
    remarks: tuple[Remark, ...] = ()
    rows_add: bool = False
    """Whether the members of its rows are parts that may be added up, none of them part of another."""
    columns_add: bool = False
    """The same of the members of its columns."""

    @property
    def cropped(self) -> int:
        """How many rows are left away."""
        return self.row_count - len(self.rows)

    def first_rows(self, most: int) -> TableAnswer:
        """The same with no more than so many rows."""
        kept = (
            replace(remark, rows=tuple(row for row in remark.rows if row < most)) for remark in self.remarks
        )
        remarks = tuple(remark for remark in kept if remark.rows or remark.columns)
        return replace(self, rows=self.rows[:most], remarks=remarks)

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.about.question.kind.value,
            "over": self.over.as_json() if self.over else None,
            "by": self.by.as_json() if self.by else None,
            "columns": [column.as_json() for column in self.columns],
            "column_count": self.column_count,
            "rows": [row.as_json() for row in self.rows],
            "row_count": self.row_count,
            "cropped": self.cropped,
            "remarks": [remark.as_json() for remark in self.remarks],
            "period": self.period.as_json() if self.period else None,
        } | self.about.as_json()
