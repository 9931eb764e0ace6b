"""How far the cells of a workbook reach, asked before the spreadsheet library lays out what lies between.

The library makes a rectangle from the first cell to the last one. A file of a few bytes can claim a cell in
the last row of the last column, so each format is looked through for such a claim first. Cells without
contents, which spreadsheets write for colours and heights down to the last row, do not count.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

import olefile
import polars as pl

from stats.readers.archive import broken, pieces
from stats.readers.texts import CELL_LIMIT

_TAG = re.compile(rb"<(?:\w+:)?(c|row)\b([^>]*)>")
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{0,3})(\d{1,9})[\"']")
_FAR = (
    r"\br=[\"'](?:[A-Z]{3}\d|[A-Z]{0,3}\d{5})"
    r"|[<:]c(?:[ \t\r\n]+(?:[A-Za-qs-z]|[A-Za-z_][A-Za-z0-9:._-]+)[ \t\r\n]*=[ \t\r\n]*"
    r"(?:\"[^\"]*\"|'[^']*'))*[ \t\r\n]*/?>"
)
"""A cell beyond column ZZ or row 9,999, or one that does not say where it is; others make no large sheet.

Classes of letters beyond ASCII would take twice the time.
"""

_XLS_CELLS = frozenset({0x06, 0x7E, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x207, 0x27E, 0x406})
"""Records of old workbooks that hold a cell's value; those of blank cells are not among them."""
_XLS_STREAMS = ("Workbook", "Book")


def check_xlsx(archive: zipfile.ZipFile, *, name: str) -> None:
    """Read every part to its end, which checks its sum; of a sheet also how far its cells reach."""
    for part in archive.infolist():
        is_sheet = part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
        far = [is_sheet and _reaches_far(piece) for piece in pieces(archive, part, markup=is_sheet)]
        if any(far):
            _check(name, part.filename, *_xlsx_extent(archive, part))


def _reaches_far(piece: bytes) -> bool:
    # Polars' regular expressions take a tenth of the time of Python's, which counts in 46 MB.
    return bool(pl.Series([piece.decode("latin-1")]).str.contains(_FAR)[0])


def _xlsx_extent(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    rows = columns = row = column = 0
    for piece in pieces(archive, part, markup=True):
        for tag, attributes in _TAG.findall(piece):
            reference = _REFERENCE.search(attributes)
            if tag == b"row":
                row, column = int(reference[2]) if reference else row + 1, 0
                continue
            column += 1
            if reference:
                column = _column(reference[1])
                row = int(reference[2])
            if not attributes.endswith(b"/"):
                rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def check_ods(archive: zipfile.ZipFile, *, name: str) -> None:
    """Read every part to its end; refuse sheets whose repeated cells and rows make too large a table."""
    for part in archive.infolist():
        counted = _Repeats()
        parser = expat.ParserCreate()
        parser.StartElementHandler = counted.starts
        parser.EndElementHandler = counted.ends
        with archive.open(part) as stream:
            while chunk := stream.read(1 << 20):
                if part.filename == "content.xml":
                    try:
                        parser.Parse(chunk)
                    except expat.ExpatError as error:
                        raise broken(name, f"the workbook cannot be opened: {error}") from None
                    _check(name, part.filename, counted.rows, counted.columns)


@dataclass
class _Repeats:
    """Rows and columns of the largest table so far, counting repeated ones up to the last with contents."""

    rows: int = 0
    columns: int = 0
    _row: int = 0
    _repeated: int = 1
    _column: int = 0
    _filled: bool = False

    def starts(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "table:table":
                self._row = 0
            case "table:table-row":
                self._column, self._filled = 0, False
                self._repeated = _count(attributes, "table:number-rows-repeated")
            case "table:table-cell" | "table:covered-table-cell":
                self._column += _count(attributes, "table:number-columns-repeated")
                if "office:value-type" in attributes:
                    self._fills()
            case "text:p" if self._column:
                self._fills()

    def ends(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._repeated
            if self._filled:
                self.rows = max(self.rows, self._row)

    def _fills(self) -> None:
        self._filled = True
        self.columns = max(self.columns, self._column)


def _count(attributes: dict[str, str], name: str) -> int:
    said = attributes.get(name, "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 1


def check_xls(data: bytes, *, name: str) -> None:
    """Refuse an old workbook that cannot be looked through or whose cells reach too far."""
    rows = columns = 0
    for kind, payload in _records(_xls_stream(data, name=name)):
        if kind in _XLS_CELLS and len(payload) >= 4:
            row, column = struct.unpack_from("<HH", payload)
            rows, columns = max(rows, row + 1), max(columns, column + 1 + len(payload) // 6)
    _check(name, "the workbook", rows, columns)


def _xls_stream(data: bytes, *, name: str) -> bytes:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as holder:
            there = next((stream for stream in _XLS_STREAMS if holder.exists(stream)), None)
            if there is None:
                inside = ["/".join(path) for path in holder.listdir()][:5]
                raise broken(name, f"the file is locked with a password or no workbook, it holds {inside!r}")
            return bytes(holder.openstream(there).read())
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise broken(name, f"the workbook cannot be opened: {error}") from None


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _check(name: str, what: str, rows: int, columns: int) -> None:
    if rows * columns > CELL_LIMIT:
        raise broken(
            name,
            f"{what} spans {rows:,} rows and {columns:,} columns: at most {CELL_LIMIT:,} cells are read",
        )
