"""What a matched reading prints: which kinds of rows, which periods, and so what an edition of it covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from stats.codebook import TOTAL, Coverage, Dimension, spans_of
from stats.matching import Matching
from stats.readers.reading import Reading

Codes = tuple[str, ...]
"""The members of a row, one code an axis."""


@dataclass(frozen=True)
class Printed:
    """A reading whose rows are matched to the members of a dataset; `known` are those that it had before."""

    reading: Reading
    matching: Matching
    known: Sequence[Dimension]

    @cached_property
    def _letters(self) -> list[Mapping[str, str]]:
        """For each axis the letter of every code: member, group or total."""
        found: list[Mapping[str, str]] = []
        for axis, dimension in zip(self.matching.members, self.known, strict=True):
            parents = {m.parent for m in axis.values()} | {m.parent for m in dimension.members}
            codes = {*axis, *dimension.by_code}
            found.append({code: "G" if code in parents else "M" for code in codes} | {TOTAL: "T"})
        return found

    def pattern(self, codes: Codes) -> str:
        """The kind of a row, as in `Coverage.patterns`."""
        return "".join(axis[code] for axis, code in zip(self._letters, codes, strict=True))

    @cached_property
    def coverage(self) -> Coverage:
        """What an edition made of the reading says something about."""
        rows = zip(self.matching.rows, self.reading.rows, strict=True)
        return Coverage(
            spans_of(self.reading.periods),
            frozenset(map(self.pattern, self.matching.rows)),
            frozenset(codes for codes, row in rows if row.leaf and TOTAL in codes),
        )

    def new_series(self, stored: Mapping[Codes, int]) -> dict[Codes, bool]:
        """The combinations of members that are not stored, in order, and whether each is a leaf."""
        found: dict[Codes, bool] = {}
        for codes, row in zip(self.matching.rows, self.reading.rows, strict=True):
            if codes not in stored:
                found.setdefault(codes, row.leaf)
        return found

    def cells(self, ids: Mapping[Codes, int]) -> pl.DataFrame:
        """All printed cells by the ids of their series: series, period, value, status."""
        series = [ids[codes] for codes in self.matching.rows]
        by_row = pl.DataFrame(
            {"row": range(len(series)), "series": series}, schema={"row": pl.Int32, "series": pl.Int64}
        )
        return self.reading.cells.join(by_row, on="row").select(
            "series", "period", value=pl.col("number"), status=pl.col("status")
        )
