"""Totals of groups, and the grand total, against the members in them."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from stats.codebook import TOTAL
from stats.findings import Finding, Severity
from stats.screening.reach import findings, reaches, unreachable
from stats.screening.rule import Screened


class MemberTotals:
    """Stated totals of members that their parts cannot reach."""

    id = "screen.member-total"
    severity = Severity.WARNING
    sentence = (
        "The total of a group, or of the table, is outside what its members can add up to; far outside, by a "
        "tenth and a hundred, the file is refused. Where members overlap, it is at least its largest part."
    )
    example = "'the grand total' is 300 in 2024-01; its 3 members give 354 to 366 (1 such totals)"
    remedy = "Compare the column with the publisher's file; a row may be missing, doubled or moved."

    def check(self, screened: Screened) -> Iterator[Finding]:
        pairs = _pairs(screened)
        if pairs.is_empty():
            return
        cells = reaches(screened.reading.cells, screened.disclosure)
        parts = cells.join(pairs, on="row").with_columns(row=pl.col("whole"))
        for axis in range(len(screened.printed.known)):
            of_axis = parts.filter(pl.col("axis") == axis)
            found = unreachable(of_axis, cells, by=["row", "period"], disjoint=screened.members_add)
            yield from findings(screened, found, rule=self.id, made_of="members")


def _pairs(screened: Screened) -> pl.DataFrame:
    """For each row and dimension the row that is its total there, if one is printed."""
    rows = screened.matching.rows
    index = {codes: row for row, codes in enumerate(rows)}
    pairs = []
    for row, codes in enumerate(rows):
        for axis, code in enumerate(codes):
            if code == TOTAL:
                continue
            above = screened.matching.members[axis][code].parent or TOTAL
            whole = index.get((*codes[:axis], above, *codes[axis + 1 :]))
            if whole is not None:
                pairs.append((whole, axis, row, None))
    schema = {"whole": pl.Int32, "axis": pl.Int8, "row": pl.Int32, "expected": pl.UInt32}
    return pl.DataFrame(pairs, schema=schema, orient="row")
