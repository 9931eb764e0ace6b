"""From the bytes of an .xlsx file to its sheets, with limits on what a file may unpack to.

A workbook is a zip archive that anybody can upload: everything in it is unpacked once in small pieces and
counted before the spreadsheet library, which lays out sheets in memory as their cells claim, sees it.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from stats.findings import Refused, Where, refuse
from stats.readers.sheets import Sheet

UNPACKED_LIMIT = 512 * 1024 * 1024
"""Bytes that all parts of a workbook may have together when unpacked."""
CELL_LIMIT = 20_000_000
"""Cells of the rectangle that a sheet's rows and columns span."""
SHEET_LIMIT = 30
PART_LIMIT = 1_000

ZIP_MAGIC = b"PK"
_CHUNK = 1 << 20
_OVERLAP = 64
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{0,3})(\d{1,9})[\"']")
_FAR = r"\br=[\"'](?:[A-Z]{3}\d|[A-Z]{0,3}\d{5})"
"""A cell beyond column ZZ or row 9,999; within them every sheet is small enough."""


def sheets(data: bytes, *, name: str) -> list[Sheet]:
    """All sheets of a workbook; refused if it is not a whole, plain, reasonably sized one."""
    built = _check(data, name=name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if len(book.sheet_names) > SHEET_LIMIT:
            raise _broken(name, f"it has {len(book.sheet_names)} sheets, at most {SHEET_LIMIT} are read")
        return [_sheet(book, index, name=name, built=built) for index in range(len(book.sheet_names))]
    except (CalamineError, OSError, ValueError) as error:
        raise _broken(name, f"the workbook cannot be opened: {error}") from None


def _sheet(book: CalamineWorkbook, index: int, *, name: str, built: date | None) -> Sheet:
    sheet = book.get_sheet_by_index(index)
    merges = tuple(sheet.merged_cell_ranges or ())
    return Sheet(name, book.sheet_names[index], sheet.to_python(skip_empty_area=False), merges, built)


def _check(data: bytes, *, name: str) -> date | None:
    """Unpack every part once and refuse what is broken, locked, too large or no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_directory(parts, name=name)
            for part in parts:
                _check_part(archive, part, name=name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
    ) as error:
        # RuntimeError covers what the archive asks for and Python does not do, NotImplementedError included.
        raise _broken(name, f"the zip archive is damaged or cut off: {error}") from None
    return _built(parts)


def _check_directory(parts: list[zipfile.ZipInfo], *, name: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise _broken(name, "the zip archive is locked with a password")
    if odd := {part.compress_type for part in parts} - {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _broken(name, f"the zip archive is packed by the unusual methods {sorted(odd)!r}")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_LIMIT or len(parts) > PART_LIMIT:
        raise _broken(
            name,
            f"the file unpacks to {unpacked:,} bytes in {len(parts):,} parts: "
            f"at most {UNPACKED_LIMIT:,} bytes in {PART_LIMIT:,} parts are read",
        )
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names:
        raise _broken(name, f"the zip archive is no Excel workbook, it holds {names[:5]!r}")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, *, name: str) -> None:
    """Read a part to its end, which checks its sum; of a sheet also how far its cells reach."""
    is_sheet = part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
    far = False
    for piece in _pieces(archive, part):
        far = far or (is_sheet and _reaches_far(piece))
    if far:
        rows, columns = _extent(archive, part)
        if rows * columns > CELL_LIMIT:
            raise _broken(
                name,
                f"{part.filename} spans {rows:,} rows and {columns:,} columns: "
                f"at most {CELL_LIMIT:,} cells are read",
            )


def _reaches_far(piece: bytes) -> bool:
    # Polars' regular expressions take a tenth of the time of Python's, which counts in 46 MB.
    return bool(pl.Series([piece.decode("latin-1")]).str.contains(_FAR)[0])


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces that overlap, so that no reference is cut in two."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _extent(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    rows, letters = 0, {b"A"}
    for piece in _pieces(archive, part):
        for letter, row in _REFERENCE.findall(piece):
            rows = max(rows, int(row))
            letters.add(letter)
    return rows, max(_column(letter) for letter in letters)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _built(parts: list[zipfile.ZipInfo]) -> date | None:
    """The newest date of the parts; zip's own beginning of time (1980) says nothing."""
    days = [part.date_time[:3] for part in parts if part.date_time[0] > 1980]
    try:
        return date(*max(days)) if days else None
    except ValueError:
        return None


def _broken(name: str, message: str) -> Refused:
    return refuse("read.workbook", f"{message}; a whole .xlsx workbook as published is expected", Where(name))
