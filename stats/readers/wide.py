"""The wide text: labels in the first columns, months across, no title, totals or notes.

People make it from the crosstab workbook in a spreadsheet, which turns `Jan 2015` into `15-Jan`. A delimited
text that kept the crosstab's several header rows is read as a crosstab without merged cells.
"""

from __future__ import annotations

from dataclasses import replace

from stats.findings import refuse
from stats.readers import crosstab
from stats.readers import header as headers
from stats.readers.language import language
from stats.readers.layouts import Layout
from stats.readers.reading import Form, Reading
from stats.readers.sheets import Sheet
from stats.readers.tables import tabulate
from stats.readers.texts import Text, grid


def sheet(text: Text, *, by: str) -> Sheet:
    """The cells of a delimited text, all rows made equally long."""
    rows = grid(text, by=by)
    width = max(map(len, rows), default=0)
    return Sheet(
        text.name, "", [row if len(row) == width else row + [""] * (width - len(row)) for row in rows]
    )


def read(text: Text, *, by: str, layout: Layout | None = None) -> Reading:
    """Read a text with periods across; refused if it has none."""
    of = sheet(text, by=by)
    header = headers.find(of)
    if header is None:
        raise refuse(
            "read.no-table",
            f"the text is no table, it begins with {text.first_line[:60]!r}: "
            "EN_/FR_ columns with a TOTAL, or a header with three or more months or years is expected",
            of.where(0),
        )
    if header.below - header.top > 1 or header.top > 0:
        found = crosstab.read([of], layout=layout)
        return replace(found, findings=(*text.findings, *found.findings))
    labels = [of.text(row, column) for row in range(1, len(of.rows)) for column in range(header.labels)]
    said = [*(of.text(0, column) for column in range(len(of.rows[0]))), *labels]
    spoken, doubt = language(said, where=of.where())
    table = tabulate(of, header, layout=layout, language=spoken)
    return Reading(
        form=Form.WIDE,
        headers=table.headers,
        rows=table.rows,
        periods=tuple(header.periods.values()),
        cells=table.cells,
        languages=frozenset({spoken}),
        absent_is_zero=False,
        columns={period: column + 1 for column, period in header.periods.items()},
        findings=(*text.findings, *table.findings, *doubt),
    )
