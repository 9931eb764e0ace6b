"""Columns that a spreadsheet adds to an ODP text: empty ones, and `Copy of EN_YEAR` beside `EN_YEAR`.

They are passed over where they say nothing, or what their original says; anything else in them is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from stats.findings import Finding, Severity, refuse
from stats.labels import fold
from stats.readers.texts import Text

_BEFORE = re.compile(r"^cop(?:y|ie)[ _](?:of|de)[ _]+", re.IGNORECASE)
_AFTER = re.compile(r"(?:[ _-]+\(?cop(?:y|ie)\)?|[ ]?\(\d\)|\.\d)(?:[ ]?\(?\d\)?)?$", re.IGNORECASE)


def plain(names: Sequence[str]) -> list[str]:
    """The names of columns without what marks copies of them."""
    return [_AFTER.sub("", _BEFORE.sub("", name.strip())) for name in names]


def spare(names: Sequence[str]) -> dict[int, int | None]:
    """Columns to be passed over, by index from 0: None for an empty name, else the column that it copies.

    Of columns with one name, the one that carries it unchanged is the original, or the first one.
    """
    by_name: dict[str, list[int]] = {}
    for index, name in enumerate(plain(names)):
        by_name.setdefault(fold(name), []).append(index)
    found: dict[int, int | None] = dict.fromkeys(by_name.pop("", []))
    for name, columns in by_name.items():
        original = next((index for index in columns if fold(names[index]) == name), columns[0])
        found |= {index: original for index in columns if index != original}
    return found


def passed_over(
    text: Text, frame: pl.DataFrame, names: Sequence[str], columns: Mapping[int, int | None], *, line: str
) -> Iterator[Finding]:
    """A note for each copy in `frame` (columns `0`, `1`, … and `line`); refused if it says something else."""
    for index, original in columns.items():
        said = frame[str(index)].fill_null("").str.strip_chars()
        meant = "" if original is None else frame[str(original)].fill_null("").str.strip_chars()
        differs = (said != meant).arg_true()
        if len(differs):
            at = differs[0]
            expected = "nothing" if original is None else f"what the column {names[original]!r} says"
            raise refuse(
                "read.spare-column",
                f"the column {names[index]!r} says {said[at]!r}: {expected} is expected",
                text.where(int(frame[line][at]), index + 1),
            )
        if original is not None:
            message = f"the column {names[index]!r} says what {names[original]!r} says and was passed over"
            yield Finding("read.copied-column", Severity.NOTE, message, text.where(1, index + 1))
