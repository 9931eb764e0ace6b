"""The ODP text: English and French side by side, one line for each cell, zero rows left out.

IRCC writes it tab-separated and without quotes, so that labels may hold commas and apostrophes; a few
archived editions are comma-separated and quoted. The last column is `TOTAL`; there are no total rows, and the
lines are in no order, so rows are sorted by their labels.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import polars as pl

from stats.findings import Finding, Severity, refuse
from stats.labels import Label, Language, fold, tidy
from stats.periods import Period, span
from stats.readers.layouts import Layout
from stats.readers.marks import Unreadable, figures
from stats.readers.odp_header import Columns, columns
from stats.readers.odp_spare import passed_over, plain, spare
from stats.readers.odp_time import period
from stats.readers.reading import CELL_SCHEMA, Form, Reading, Row
from stats.readers.texts import Text, grid
from stats.values import Status

_LINE = "line"
"""The column that carries the number of a line in the file; label and time columns are named by position."""


def read(text: Text, *, by: str, layout: Layout | None = None) -> Reading:
    """Read a text whose header line has EN_/FR_ columns and TOTAL, separated by `by`."""
    where = text.where(1)
    names = text.first_line.split(by) if by == "\t" else next(csv.reader([text.first_line], delimiter=by))
    spared = spare(names)
    head = columns(plain(names), spared=spared, layout=layout, where=where)
    frame = _frame(text, head, by)
    notes = tuple(passed_over(text, frame, names, spared, line=_LINE))
    cells = frame.select(_LINE, *_read_figures(text, head, frame))
    periods = _index(frame, head.time_columns)
    rows = _index(frame, head.label_columns)
    printed = _periods(text, head, periods)
    found = _rows(text, head, rows)
    cells = (
        cells.with_columns(frame.select(map(str, [*head.time_columns, *head.label_columns])))
        .join(printed, on=list(map(str, head.time_columns)), how="left", nulls_equal=True)
        .join(_row_numbers(rows, found), on=list(map(str, head.label_columns)), how="left", nulls_equal=True)
    )
    _refuse_twice(text, cells, found)
    covered, gaps = _covered(text, printed)
    languages: set[Language] = {"en"} if any(en is not None for en, _ in head.pairs) else set()
    if any(fr is not None for _, fr in head.pairs):
        languages.add("fr")
    return Reading(
        form=Form.ODP,
        headers=head.headers,
        rows=tuple(row for _, row in found),
        periods=covered,
        cells=cells.select(list(CELL_SCHEMA)).cast(pl.Schema(CELL_SCHEMA)).sort("row", "period"),
        languages=frozenset(languages),
        absent_is_zero=True,
        lines=cells.select("row", "period", _LINE),
        sheet=text.sheet,
        findings=(*text.findings, *notes, *gaps, *_second_names(text, found)),
    )


def _frame(text: Text, head: Columns, by: str) -> pl.DataFrame:
    """The lines under the header as columns of text named `0`, `1`, …, with their line numbers."""
    body = text.body.partition("\n")[2].rstrip("\n")
    width = len(head.names)
    if not body.strip():
        raise refuse("read.no-rows", "no line follows the header; at least one is expected", text.where(2))
    try:
        frame = pl.read_csv(
            io.BytesIO(body.encode()),
            separator=by,
            quote_char=None if by == "\t" else '"',
            has_header=False,
            new_columns=list(map(str, range(width))),
            schema_overrides=[pl.String] * width,
            infer_schema=False,
            row_index_name=_LINE,
            row_index_offset=2,
        )
    except pl.exceptions.PolarsError as error:
        _refuse_ragged(text, by, width)
        message = f"the lines cannot be read: {error}; {width} fields in each are expected"
        raise refuse("read.text", message, text.where()) from None
    frame = frame.filter(pl.any_horizontal(pl.all().exclude(_LINE).is_not_null()))
    if len(frame.columns) != width + 1 or frame[str(head.total)].null_count():
        _refuse_ragged(text, by, width)
    return frame


def _refuse_ragged(text: Text, by: str, width: int) -> None:
    """Refuse the first line that does not have as many fields as the header."""
    rows = [row.split(by) for row in text.body.split("\n")] if by == "\t" else grid(text, by=by)
    for number, row in enumerate(rows, start=1):
        if row and row != [""] and len(row) != width:
            said = by.join(row)[:80]
            message = f"the line {said!r} has {len(row)} fields: {width}, as in the header, are expected"
            raise refuse("read.ragged", message, text.where(number))


def _read_figures(text: Text, head: Columns, frame: pl.DataFrame) -> Sequence[pl.Series]:
    printed = frame[str(head.total)].fill_null("").str.strip_chars('" ')
    try:
        read = figures(printed)
    except Unreadable as error:
        where = text.where(int(frame[_LINE][error.index]), head.total + 1)
        raise refuse("read.cell", str(error), where) from None
    empty = (read["status"] == Status.MISSING).arg_true()
    if len(empty):
        raise refuse(
            "read.cell",
            "the figure is empty: a whole number or the mark -- is expected, a zero has no line",
            text.where(int(frame[_LINE][empty[0]]), head.total + 1),
        )
    return read.get_columns()


def _index(frame: pl.DataFrame, of: Sequence[int]) -> pl.DataFrame:
    """The distinct contents of columns, with the first line on which each stands."""
    return frame.group_by(list(map(str, of))).agg(pl.col(_LINE).min()).sort(_LINE)


def _periods(text: Text, head: Columns, distinct: pl.DataFrame) -> pl.DataFrame:
    codes = []
    for *fields, line in distinct.iter_rows():
        said = [
            (kind, lang, value or "", column)
            for (kind, lang, column), value in zip(head.time, fields, strict=True)
        ]
        codes.append(period(said, line=text.where(line)).code)
    return distinct.drop(_LINE).with_columns(period=pl.Series(codes, dtype=pl.Int32))


def _rows(text: Text, head: Columns, distinct: pl.DataFrame) -> list[tuple[int, Row]]:
    """The rows in the order of their labels, each with its position in `distinct`."""
    found = []
    for position, (*fields, line) in enumerate(distinct.iter_rows()):
        values = iter(fields)
        labels = [
            Label(*("" if column is None else _label(next(values)) for column in pair)) for pair in head.pairs
        ]
        path, at = [], 0
        for width in head.layout:
            path.append(tuple(label for label in labels[at : at + width] if label.en or label.fr))
            at += width
            if not path[-1]:
                header = head.headers[len(path) - 1].in_language("en")
                raise refuse(
                    "read.no-label",
                    f"there is no label for {header!r}: one is expected",
                    text.where(line, head.label_columns[0] + 1),
                )
        found.append((position, Row(tuple(path), leaf=True, line=line)))
    return sorted(found, key=lambda pair: [(fold(x.en), x.en, x.fr) for entry in pair[1].path for x in entry])


def _label(value: str | None) -> str:
    text = tidy(value or "")
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if quoted else text


def _row_numbers(distinct: pl.DataFrame, found: list[tuple[int, Row]]) -> pl.DataFrame:
    numbers = [0] * len(found)
    for number, (position, _) in enumerate(found):
        numbers[position] = number
    return distinct.drop(_LINE).with_columns(row=pl.Series(numbers, dtype=pl.Int32))


def _refuse_twice(text: Text, cells: pl.DataFrame, found: list[tuple[int, Row]]) -> None:
    twice = cells.filter(pl.struct("row", "period").is_duplicated()).sort("row", "period", _LINE)
    if twice.is_empty():
        return
    first, second = twice.row(0, named=True), twice.row(1, named=True)
    path = found[first["row"]][1].path
    said = " / ".join(label.in_language("en") for entry in path for label in entry)
    raise refuse(
        "read.cell-twice",
        f"{said!r} in {Period.from_code(first['period'])} stands on lines {first[_LINE]} and {second[_LINE]} "
        f"({twice.height} such lines in all): each cell once is expected",
        text.where(second[_LINE]),
    )


def _covered(text: Text, printed: pl.DataFrame) -> tuple[tuple[Period, ...], list[Finding]]:
    """All periods from the first to the last one, and a warning for those without a line."""
    there = {Period.from_code(code) for code in printed["period"]}

    covered = tuple(span(min(there), max(there)))
    missing = [period for period in covered if period not in there]
    if not missing:
        return covered, []
    message = f"{len(missing)} of the periods {covered[0]} to {covered[-1]} have no line, first {missing[0]}"
    return covered, [Finding("read.period-gap", Severity.WARNING, message, text.where())]


def _second_names(text: Text, found: list[tuple[int, Row]]) -> list[Finding]:
    """A warning for each name that stands with two different names in the other language."""
    pairs = {label for _, row in found for entry in row.path for label in entry if label.en and label.fr}
    findings = []
    for language, other in (("en", "fr"), ("fr", "en")):
        partners: dict[str, list[str]] = {}
        for label in sorted(pairs, key=lambda pair: (pair.en, pair.fr)):
            partners.setdefault(label.in_language(language), []).append(label.in_language(other))
        for name, names in partners.items():
            if len(names) > 1:
                message = f"{name!r} stands with {len(names)} names in the other language: {names!r}"
                findings.append(Finding("read.two-names", Severity.WARNING, message, text.where()))
    return findings
