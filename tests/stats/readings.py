"""Readings made by hand, for tests of what comes after reading."""

from collections.abc import Mapping, Sequence

import polars as pl

from stats.labels import Label
from stats.periods import Period, month
from stats.readers.reading import CELL_SCHEMA, Form, Reading, Row
from stats.values import Status

Path = Sequence[Sequence[str]]
"""For each dimension the English labels from the outermost to the innermost member; empty for the total."""


def reading(
    rows: Sequence[Path],
    cells: Mapping[tuple[int, Period], int | None] | None = None,
    *,
    language: str = "en",
    periods: Sequence[Period] = (month(2024, 1), month(2024, 2)),
    leaf: bool = True,
) -> Reading:
    """A workbook's reading with these rows of labels, on lines 6 and following."""

    def label(text: str) -> Label:
        return Label(text, "") if language == "en" else Label("", text)

    printed = cells if cells is not None else {(r, p): 5 for r in range(len(rows)) for p in periods}
    frame = [
        (row, at.code, number, int(Status.SUPPRESSED if number is None else Status.NORMAL))
        for (row, at), number in printed.items()
    ]
    return Reading(
        form=Form.CROSSTAB,
        headers=tuple(Label() for _ in rows[0]),
        rows=tuple(
            Row(tuple(tuple(map(label, entry)) for entry in path), leaf, line)
            for line, path in enumerate(rows, start=6)
        ),
        periods=tuple(periods),
        cells=pl.DataFrame(frame, schema=CELL_SCHEMA, orient="row"),
        languages=frozenset({language}),
        absent_is_zero=False,
        columns={at: n for n, at in enumerate(periods, start=2)},
        sheet="Table",
    )
