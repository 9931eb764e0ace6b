"""Remarks on a table: what there is to know of some of its rows and columns, and not of the others.

What holds of all figures alike is said once, by the answer as a whole, and is no remark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stats.answers import Column, Figure, Origin, Remark, RemarkKind, TableRow
from stats.assembly.maker import Maker
from stats.assembly.named import named
from stats.assembly.remarks import is_small
from stats.codebook import Role
from stats.plan import Listed

_ROLES = {Role.OTHER: RemarkKind.REMAINDER, Role.NOT_STATED: RemarkKind.NOT_STATED}


def remarks(maker: Maker, columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[Remark, ...]:
    """All remarks on a table of these columns and rows, in the order of their kinds."""
    found = [
        *_partial(columns),
        *_of_members(columns, rows),
        *_undivided(maker, rows),
        *_computed(rows),
        *_suppressed(rows),
        *_small(maker, rows),
        *named(maker.plan.codebook.every_note, columns, rows),
    ]
    return tuple(found)


def _partial(columns: Sequence[Column]) -> Iterable[Remark]:
    for at, column in enumerate(columns):
        if column.period is not None and column.period.partial:
            yield Remark(RemarkKind.PARTIAL, columns=(at,))


def _of_members(columns: Sequence[Column], rows: Sequence[TableRow]) -> Iterable[Remark]:
    """What the roles of members say of them."""
    for role, kind in _ROLES.items():
        on_rows = tuple(at for at, row in enumerate(rows) if row.member and row.member.role is role)
        on_columns = tuple(at for at, col in enumerate(columns) if col.member and col.member.role is role)
        if on_rows or on_columns:
            yield Remark(kind, on_rows, on_columns)


def _undivided(maker: Maker, rows: Sequence[TableRow]) -> Iterable[Remark]:
    """Rows of which the publisher gives nothing by the members of the columns, or by what is chosen."""
    if maker.plan.codebook.coverage.undivided:
        entries = _entries(maker, rows)
        whole = tuple(at for at, listed in enumerate(entries) if not _divided(maker, listed))
        if whole and len(whole) < len(rows):
            yield Remark(RemarkKind.UNDIVIDED, whole)


def _divided(maker: Maker, listed: tuple[Listed, ...]) -> bool:
    columns: list[tuple[Listed, ...]] = [(column,) for column in maker.plan.columns] or [()]
    return any(maker.fetched.knows((*listed, *column)) for column in columns)


def _computed(rows: Sequence[TableRow]) -> Iterable[Remark]:
    """The columns that are sums throughout, and the rows with other sums, where the rest is stated."""
    origins = [[_added(figure) for figure in row.figures] for row in rows]
    if {added for row in origins for added in row if added is not None} != {True, False}:
        return
    columns = tuple(
        at for at, column in enumerate(zip(*origins, strict=True)) if True in column and False not in column
    )
    others = [[added for at, added in enumerate(row) if at not in columns] for row in origins]
    yield Remark(RemarkKind.COMPUTED, tuple(at for at, row in enumerate(others) if True in row), columns)


def _added(figure: Figure) -> bool | None:
    """Whether a figure was added up; None where there is none, or where it was computed otherwise."""
    origin = figure.made.origin
    return None if figure.value.number is None or origin is Origin.DERIVED else origin is Origin.SUM


def _suppressed(rows: Sequence[TableRow]) -> Iterable[Remark]:
    """Rows whose sums leave hidden cells out, where most other rows have none."""
    hidden = [sum(figure.made.hidden for figure in row.figures if _added(figure)) for row in rows]
    found = tuple(at for at, count in enumerate(hidden) if count)
    if found and 2 * len(found) <= len(rows):
        yield Remark(RemarkKind.SUPPRESSED, found, count=sum(hidden))


def _small(maker: Maker, rows: Sequence[TableRow]) -> Iterable[Remark]:
    """Rows with a figure that may be less than the question's number."""
    threshold = maker.plan.question.small_below
    if threshold is None:
        return
    columns: list[tuple[Listed, ...]] = [(column,) for column in maker.plan.columns] or [()]
    small = tuple(
        at
        for at, listed in enumerate(_entries(maker, rows))
        if any(
            is_small(maker, (*listed, *column), period, threshold)
            for column in columns
            for period in range(len(maker.plan.periods))
        )
    )
    if small:
        yield Remark(RemarkKind.SMALL, small, count=threshold)


def _entries(maker: Maker, rows: Sequence[TableRow]) -> list[tuple[Listed, ...]]:
    """The listed member of each row; nothing for the row of a series."""
    return [(entry,) for entry in maker.plan.rows[: len(rows)]] if maker.plan.over else [()]
