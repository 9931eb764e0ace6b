"""Where the rows of a table begin and end, and which of them say what.

The first grand total ends a table: some sheets go on with a second block that repeats the figures, and all go
on with notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stats.findings import Finding, Severity, refuse
from stats.readers.header import Header
from stats.readers.hierarchy import is_grand_total
from stats.readers.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table; row numbers count from 0 in the sheet."""

    lines: tuple[int, ...]
    """The rows with labels, the grand total last if there is one."""
    labels: tuple[tuple[str, ...], ...]
    """The label cells of each of them."""
    has_grand_total: bool
    after: int
    """The first row after the table."""
    findings: tuple[Finding, ...]


def find(sheet: Sheet, header: Header) -> Body:
    """The body of the table below a header; refused if it has no row or a row of figures without a label."""
    labels = {row: _labels(sheet, row, header.labels) for row in range(header.below, len(sheet.rows))}
    total = next(
        (row for row, said in labels.items() if is_grand_total(said) and _speaks(sheet, row, header)), None
    )
    after = total + 1 if total is not None else _end(sheet, header, labels)
    lines = []
    for row in range(header.below, after):
        if any(labels[row]):
            lines.append(row)
        elif _speaks(sheet, row, header):
            raise refuse(
                "read.no-label",
                f"figures without a label: {_first(sheet, row, header)!r}; a label is expected "
                f"in the first {header.labels} columns",
                sheet.where(row, 0),
            )
    if not lines or (total is not None and len(lines) == 1):
        raise refuse(
            "read.no-rows",
            "no rows of figures stand under the header and above the grand total; at least one is expected",
            sheet.where(after),
        )
    said = tuple(labels[row] for row in lines)
    return Body(tuple(lines), said, total is not None, after, tuple(_blank_rows(sheet, header, lines, said)))


def _labels(sheet: Sheet, row: int, count: int) -> tuple[str, ...]:
    return tuple(sheet.text(row, column) for column in range(count))


def _first(sheet: Sheet, row: int, header: Header) -> str:
    """The first text right of the labels, empty if there is none."""
    cells = sheet.rows[row][header.labels :]
    return next((str(cell).strip() for cell in cells if cell not in ("", None) and str(cell).strip()), "")


def _speaks(sheet: Sheet, row: int, header: Header) -> bool:
    return bool(_first(sheet, row, header))


def _end(sheet: Sheet, header: Header, labels: dict[int, tuple[str, ...]]) -> int:
    """Without a grand total: the row after the last one that has a label and figures."""
    spoken = [row for row, said in labels.items() if _speaks(sheet, row, header)]
    return max(spoken, default=header.below - 1) + 1


def _blank_rows(
    sheet: Sheet, header: Header, lines: Sequence[int], labels: Sequence[tuple[str, ...]]
) -> list[Finding]:
    return [
        Finding(
            "read.blank-row",
            Severity.WARNING,
            f"the row {next(label for label in said if label)!r} has no figures; they were taken as missing",
            sheet.where(row),
        )
        for row, said in zip(lines, labels, strict=True)
        if not _speaks(sheet, row, header)
    ]


def second_block(sheet: Sheet, header: Header, body: Body) -> tuple[int, ...]:
    """The rows of figures after the table, which are not read."""
    return tuple(row for row in range(body.after, len(sheet.rows)) if _speaks(sheet, row, header))
