"""From the bytes of any release to its `Reading`: the first step of an import.

The form is told from the contents, never from the name: tab-separated files are called `.csv`, and a web page
with an error message is called `.xlsx`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

from stats.findings import Refused, Where, refuse
from stats.readers import crosstab, odp, wide, workbook
from stats.readers.layouts import Layout
from stats.readers.odp_header import is_odp
from stats.readers.reading import Reading
from stats.readers.sheets import Sheet
from stats.readers.texts import DELIMITER_NAMES, as_tabbed, decode, delimiter

_FOREIGN = {
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"{": "JSON",
    b"<": "a web page or other markup",
}
_EXPECTED = "a workbook, an ODP text or a text with months across is expected"


def read(data: bytes, *, name: str, layout: Layout | None = None) -> Reading:
    """Read a release. `layout` is how many label columns each dimension has; without it, it is guessed.

    Raises `stats.findings.Refused` for anything that cannot be read, naming the place and what was found.
    """
    if not data.strip():
        raise refuse("read.empty", f"the file is empty ({len(data)} bytes): {_EXPECTED}", Where(name))
    if data.startswith(workbook.MAGIC):
        return _workbook(workbook.sheets(data, name=name), layout)
    beginning = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, what in _FOREIGN.items():
        if beginning.startswith(magic):
            raise refuse(
                "read.foreign", f"the file is {what}, it begins with {data[:16]!r}: {_EXPECTED}", Where(name)
            )
    text = decode(data, name=name)
    by = delimiter(text.first_line) or delimiter(text.beginning)
    if by is None:
        raise _no_table(name, text.first_line)
    if is_odp(next(csv.reader([text.first_line], delimiter=by), [])):
        return odp.read(text, by=by, layout=layout)
    return wide.read(text, by=by, layout=layout)


def _workbook(sheets: Sequence[Sheet], layout: Layout | None) -> Reading:
    """A crosstab, or an ODP text that somebody saved as a workbook."""
    for sheet in sheets:
        if not sheet.hidden and is_odp(sheet.begins):
            return odp.read(as_tabbed(sheet), by="\t", layout=layout)
    return crosstab.read(sheets, layout=layout)


def _no_table(name: str, line: str) -> Refused:
    accepted = ", ".join(DELIMITER_NAMES.values())
    return refuse(
        "read.no-table",
        f"the file is no table, its first line is {line[:60]!r}: "
        f"columns separated by {accepted} and {_EXPECTED}",
        Where(name, row=1),
    )
