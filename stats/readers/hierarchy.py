"""The path of each row through a hierarchy whose parents come after their children.

A row is a subtotal exactly when the row before it has its label in a deeper column; the word "Total" proves
nothing (`Worker Program` is a subtotal, `All Other Immigration - Total` can be a leaf). A parent's name may
appear on its total row only, so a row's path is completed by the shallower rows that follow it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from stats.labels import fold, tidy, without_total
from stats.readers.layouts import Layout

Path = tuple[tuple[str, ...], ...]

_GRAND_TOTAL = re.compile(
    r"(?:grand )?total(?: general| global)?"
    r"(?:\s*[-:]?\s*(?:unique|all|tou[ts]e?s?|ensemble|canada|des|du canada|de tou[ts]e?s?"
    r"|persons|personnes)\b.*)?"
)
_TOTAL_PREFIX = re.compile(r"^total\s*[-\N{EN DASH}\N{EM DASH}:]\s*(?=\S)", re.IGNORECASE)


class Orphan(ValueError):
    """A row below no member of an earlier dimension: its index among the rows given."""

    def __init__(self, index: int, label: str, dimension: int) -> None:
        self.index, self.label, self.dimension = index, label, dimension
        super().__init__(
            f"no row below {label!r} names the member of dimension {dimension + 1} that it belongs to: "
            "a total row such as 'Ontario - Total' is expected after its parts"
        )


def is_grand_total(labels: Sequence[str]) -> bool:
    """Whether a row's labels are those of the total of the whole table."""
    return not any(labels[1:]) and _GRAND_TOTAL.fullmatch(fold(labels[0])) is not None


def member(label: str) -> str:
    """The name in a row's label, without the words that call it a total."""
    return without_total(_TOTAL_PREFIX.sub("", tidy(label)))


def depth(labels: Sequence[str]) -> int:
    """The column of the innermost label, from 0."""
    return max(column for column, label in enumerate(labels) if label)


def leaves(rows: Sequence[Sequence[str]]) -> list[bool]:
    """For each row whether it is more than the total of the rows before it."""
    depths = [depth(labels) for labels in rows]
    return [index == 0 or depths[index - 1] <= here for index, here in enumerate(depths)]


def paths(rows: Sequence[Sequence[str]], layout: Layout) -> list[Path]:
    """The path of each row of labels (grand total excluded), one entry for each dimension.

    Raises `Orphan` for a row of which an earlier dimension stays unknown.
    """
    completed = _completed(rows)
    result = []
    for index, labels in enumerate(completed):
        path, column = [], 0
        for width in layout:
            path.append(tuple(label for label in labels[column : column + width] if label))
            column += width
        last = max(dimension for dimension, entry in enumerate(path) if entry)
        for dimension, entry in enumerate(path[:last]):
            if not entry:
                raise Orphan(index, labels[depth(labels)], dimension)
        result.append(tuple(path))
    return result


def _completed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The labels of each row with those of the nearest shallower rows after it filled in."""
    completed: list[list[str]] = [[]] * len(rows)
    ancestors: list[tuple[int, list[str]]] = []
    for index in range(len(rows) - 1, -1, -1):
        own = rows[index]
        here = depth(own)
        while ancestors and ancestors[-1][0] >= here:
            ancestors.pop()
        above = ancestors[-1][1] if ancestors else [""] * len(own)
        labels = [
            member(label) if label else above[column] if column < here else ""
            for column, label in enumerate(own)
        ]
        ancestors.append((here, labels))
        completed[index] = labels
    return completed
