"""The difference of two editions as a file: one line a changed cell, named in both languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import polars as pl
import xlsxwriter
from django.http import HttpResponse, StreamingHttpResponse

from stats.classification.pair import Pair
from stats.periods import Period
from stats.values import Status

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of files there are, by the ends of their names."""

Line = list[str | int | None]


def difference_file(
    form: str, name: str, pair: Pair, cells: pl.DataFrame
) -> HttpResponse | StreamingHttpResponse:
    """The file, to be kept under a name that says which editions it is about."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    if form == "csv":
        return StreamingHttpResponse(_csv(pair, cells), content_type=TYPES[form], headers=headers)
    return HttpResponse(_xlsx(pair, cells), content_type=TYPES[form], headers=headers)


def columns(pair: Pair) -> list[str]:
    """The names of the columns."""
    dimensions = [f"{d.slug}{end}" for d in pair.dimensions for end in ("", "_en", "_fr")]
    return [
        *dimensions,
        "period",
        "what",
        "kind",
        "before",
        "before_status",
        "after",
        "after_status",
        "change",
    ]


def lines(pair: Pair, cells: pl.DataFrame) -> Iterator[Line]:
    """The changed cells in the order of members and periods."""
    for row in cells.sort(*pair.axes, "period").iter_rows(named=True):
        members = [d.by_id[row[axis]] for axis, d in zip(pair.axes, pair.dimensions, strict=True)]
        yield [
            *(text for member in members for text in (member.code, member.label.en, member.label.fr)),
            str(Period.from_code(row["period"])),
            row["what"],
            row["kind"],
            row["old"],
            _status(row["old_status"]),
            row["value"],
            _status(row["status"]),
            row["delta"],
        ]


def _status(status: int | None) -> str | None:
    return None if status is None else Status(status).slug


def _csv(pair: Pair, cells: pl.DataFrame) -> Iterator[str]:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    yield "\ufeff"
    writer.writerow(columns(pair))
    for line in lines(pair, cells):
        writer.writerow(line)
        if text.tell() > 2**16:
            yield _taken(text)
    yield _taken(text)


def _taken(text: io.StringIO) -> str:
    found = text.getvalue()
    text.seek(0)
    text.truncate()
    return found


def _xlsx(pair: Pair, cells: pl.DataFrame) -> bytes:
    stream = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as workbook:
        sheet = workbook.add_worksheet(f"{pair.before.number} to {pair.after.number}")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns(pair), workbook.add_format({"bold": True}))
        for at, line in enumerate(lines(pair, cells), start=1):
            sheet.write_row(at, 0, line)
    return stream.getvalue()
