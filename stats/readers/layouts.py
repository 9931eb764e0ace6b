"""Which label columns belong to which dimension, and what the dimensions are called.

A crosstab has one header cell over all its label columns (`Province/Territory and Immigration Category` over
four), so how many columns each dimension has is known to the dataset or guessed from the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from stats.findings import Finding, Severity, Where, refuse
from stats.labels import tidy

Layout = tuple[int, ...]
"""How many label columns each dimension has, from the left."""

_AND = re.compile(r"\s+and\s+|\s+et\s+|\s*,\s+", re.IGNORECASE)


def names(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of dimensions in the header cells over the label columns; empty if they are blank."""
    said = [tidy(cell) for cell in cells if tidy(cell)]
    return tuple(_AND.split(said[0])) if len(said) == 1 else tuple(said)


def guess(columns: int, *, known: int) -> Layout:
    """The layout of `columns` label columns when the header names `known` dimensions.

    All but the last dimension get one column, the last one the rest; without enough columns or names, each
    column is a dimension.
    """
    if not 0 < known <= columns:
        return (1,) * columns
    return (1,) * (known - 1) + (columns - known + 1,)


def settle(
    cells: Sequence[str], layout: Layout | None, *, where: Where
) -> tuple[Layout, tuple[str, ...], tuple[Finding, ...]]:
    """The layout and one name for each dimension, from the header cells over the label columns.

    A layout that was given must fit the number of label columns; one that was not is guessed and noted.
    """
    said = names(cells)
    if layout is not None:
        if sum(layout) != len(cells) or min(layout, default=0) < 1:
            raise refuse(
                "read.layout",
                f"the table has {len(cells)} label columns headed {' / '.join(said)!r}: "
                f"{sum(layout)} columns for {len(layout)} dimensions {layout!r} are expected",
                where,
            )
        return layout, _fitted(said, len(layout)), ()
    guessed = guess(len(cells), known=len(said))
    if len(cells) == 1:
        return guessed, _fitted(said, 1), ()
    headed = f"headed {' / '.join(said)!r}" if said else "without headings"
    message = f"{len(cells)} label columns {headed} were taken as {len(guessed)} dimensions {guessed!r}"
    if said:
        finding = Finding("read.layout-guessed", Severity.NOTE, message, where)
    else:
        finding = Finding("read.layout-unnamed", Severity.WARNING, message, where)
    return guessed, _fitted(said, len(guessed)), (finding,)


def _fitted(said: tuple[str, ...], count: int) -> tuple[str, ...]:
    if len(said) == count:
        return said
    return (" and ".join(said), *[""] * (count - 1))
