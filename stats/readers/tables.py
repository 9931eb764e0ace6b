"""A sheet with periods across as rows of labels and one frame of cells: what crosstab and wide text share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from operator import itemgetter

import polars as pl

from stats.findings import Finding, Severity, refuse
from stats.labels import Label, Language
from stats.readers import blanked
from stats.readers import body as bodies
from stats.readers.body import Body
from stats.readers.header import Header
from stats.readers.hierarchy import Orphan, leaves, paths
from stats.readers.layouts import Layout, settle
from stats.readers.marks import Unreadable, as_text, figures
from stats.readers.reading import CELL_SCHEMA, Row
from stats.readers.sheets import Sheet
from stats.values import Status


@dataclass(frozen=True, slots=True)
class Table:
    """The contents of a table on a sheet."""

    header: Header
    body: Body
    headers: tuple[Label, ...]
    rows: tuple[Row, ...]
    cells: pl.DataFrame
    findings: tuple[Finding, ...]


def label(text: str, language: Language) -> Label:
    """A text in the language of its file."""
    return Label(fr=text) if language == "fr" else Label(en=text)


def tabulate(sheet: Sheet, header: Header, *, layout: Layout | None, language: Language) -> Table:
    """Read the table under a header; refused where a label, a figure or a column does not make sense."""
    body = bodies.find(sheet, header)
    corner = [sheet.text(header.top, column) for column in range(header.labels)]
    settled, names, guessed = settle(corner, layout, where=sheet.where(header.top, 0))
    rows = _rows(sheet, body, settled, language)
    cells = _cells(sheet, header, body)
    emptied = blanked.screen(sheet, header, body, _empty_columns(header, cells))
    return Table(
        header,
        body,
        tuple(label(name, language) for name in names),
        rows,
        cells,
        (*header.findings, *guessed, *body.findings, *emptied, *_holes(sheet, header, body, cells)),
    )


def _rows(sheet: Sheet, body: Body, layout: Layout, language: Language) -> tuple[Row, ...]:
    parts = body.labels[:-1] if body.has_grand_total else body.labels
    try:
        found = paths(parts, layout)
    except Orphan as error:
        raise refuse("read.orphan", str(error), sheet.where(body.lines[error.index])) from None
    named = cache(partial(label, language=language))
    rows = [
        Row(tuple(tuple(map(named, entry)) for entry in path), leaf, line + 1)
        for path, leaf, line in zip(found, leaves(parts), body.lines, strict=False)
    ]
    if body.has_grand_total:
        rows.append(Row(((),) * len(layout), leaf=False, line=body.lines[-1] + 1))
    seen: dict[tuple[tuple[Label, ...], ...], Row] = {}
    for row, said in zip(rows, body.labels, strict=True):
        if row.path in seen:
            raise refuse(
                "read.row-twice",
                f"the row {next(text for text in said if text)!r} is there twice, first in row "
                f"{seen[row.path].line}: each member once is expected",
                sheet.where(row.line - 1),
            )
        seen[row.path] = row
    return tuple(rows)


def _cells(sheet: Sheet, header: Header, body: Body) -> pl.DataFrame:
    columns = list(header.periods)
    texts = _texts(sheet, body.lines, columns)
    try:
        read = figures(texts)
    except Unreadable as error:
        row, column = divmod(error.index, len(columns))
        raise refuse("read.cell", str(error), sheet.where(body.lines[row], columns[column])) from None
    position = pl.int_range(pl.len(), dtype=pl.Int32)
    codes = pl.Series([header.periods[column].code for column in columns], dtype=pl.Int32)
    return read.select(
        row=position // len(columns),
        period=pl.lit(codes).gather(position % len(columns)),
        number="number",
        status="status",
    ).cast(pl.Schema(CELL_SCHEMA))


def _texts(sheet: Sheet, lines: Sequence[int], columns: Sequence[int]) -> list[str]:
    """The cells of the table, row by row."""
    rows = [sheet.rows[line] for line in lines]
    if len(columns) == 1:
        flat: list[object] = [row[columns[0]] for row in rows]
    else:
        flat = list(chain.from_iterable(map(itemgetter(*columns), rows)))
    return [cell if type(cell) is str else as_text(cell) for cell in flat]


def _empty_columns(header: Header, cells: pl.DataFrame) -> set[int]:
    spoken = set(cells.filter(pl.col("status") != Status.MISSING)["period"].unique())
    return {column for column, period in header.periods.items() if period.code not in spoken}


def _holes(sheet: Sheet, header: Header, body: Body, cells: pl.DataFrame) -> tuple[Finding, ...]:
    """A warning for empty cells in rows that have figures."""
    missing = cells.filter(pl.col("status") == Status.MISSING)
    per_row = missing.group_by("row", maintain_order=True).len().filter(pl.col("len") < len(header.periods))
    if per_row.is_empty():
        return ()
    first = int(per_row["row"][0])
    code = missing.filter(pl.col("row") == first)["period"][0]
    column = next(column for column, period in header.periods.items() if period.code == code)
    message = (
        f"{per_row['len'].sum()} cells are empty or in error and were taken as missing, the first one here"
    )
    return (Finding("read.blank-cells", Severity.WARNING, message, sheet.where(body.lines[first], column)),)
