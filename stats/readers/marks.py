"""What is printed in a cell, as a number with a status: `1,085`, `0`, `--`, nothing.

The publisher prints text, a person who saves a copy turns it into numbers, and both must give the same cells.
Anything else is refused: a mark that nobody has explained is not a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

import polars as pl

from stats.values import Status

ACCEPTED = "a whole number such as 1,085, the mark -- for a suppressed number, or an empty cell"

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_NUMBER = re.compile(
    rf"(?:\d{{1,3}}([,' {_SPACES}\N{{RIGHT SINGLE QUOTATION MARK}}])\d{{3}}(?:\1\d{{3}})*|\d+)"
    r"(?:\.0{1,2})?",
    re.ASCII,
)
_SUPPRESSED = frozenset({"--", "- -", "\N{EN DASH}\N{EN DASH}", "\N{EM DASH}", "\N{EM DASH}\N{EM DASH}"})
_DIGITS = 15
"""More digits than a sheet can hold exactly are not a count of people."""


def as_text(cell: object) -> str:
    """A cell of a sheet as stripped text: 2015.0 as `2015`, a date or truth value as Python prints it."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | time | timedelta | bool):
        return repr(cell)
    return "" if cell is None else str(cell)


def number(text: str) -> tuple[int | None, Status]:
    """The number and status of a printed cell; ValueError for anything that is not `ACCEPTED`."""
    text = text.strip().strip(_SPACES)
    if not text:
        return None, Status.MISSING
    if text in _SUPPRESSED:
        return None, Status.SUPPRESSED
    if _NUMBER.fullmatch(text):
        digits = re.sub(r"\D", "", text.partition(".")[0])
        if len(digits) <= _DIGITS:
            return int(digits), Status.NORMAL
    raise ValueError(f"{text!r} is not a figure: {ACCEPTED} is expected")


class Unreadable(ValueError):
    """A cell that is no figure: its index in what was given, and its text."""

    def __init__(self, index: int, text: str) -> None:
        self.index, self.text = index, text
        super().__init__(f"{text!r} is not a figure: {ACCEPTED} is expected")


def figures(printed: Sequence[str] | pl.Series) -> pl.DataFrame:
    """Columns `number` and `status` for many cells, each distinct text being parsed once.

    Raises `Unreadable` for the first cell that is not a figure.
    """
    texts = pl.Series("text", printed, dtype=pl.String).fill_null("")
    distinct = texts.unique(maintain_order=True)
    read: dict[str, tuple[int | None, Status]] = {}
    for text in distinct:
        try:
            read[text] = number(text)
        except ValueError:
            raise Unreadable((texts == text).arg_true()[0], text) from None
    table = pl.DataFrame(
        {
            "text": distinct,
            "number": pl.Series([read[text][0] for text in distinct], dtype=pl.Int64),
            "status": pl.Series([int(read[text][1]) for text in distinct], dtype=pl.Int8),
        }
    )
    return (
        texts.to_frame().join(table, on="text", how="left", maintain_order="left").select("number", "status")
    )
