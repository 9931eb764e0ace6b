"""From the bytes of an .xlsx file to its sheets, with limits on what a file may unpack to.

A workbook is a zip archive that anybody can upload: everything in it is unpacked once in small pieces and
counted before the spreadsheet library, which lays out sheets in memory as their cells claim, sees it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

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
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]{0,200}?\br=\"(\d{1,10})\"")
_CELL = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,10})\"")
_WIDE_COLUMN = re.compile(rb"\br=\"[A-Z]{3}\d")
_TWO_LETTERS = 702
_MOST_COLUMNS = 16_384


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
    """Unpack every part once, refusing what is broken, locked, too large or no workbook; the date of building."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_directory(parts, name=name)
            for part in parts:
                _check_part(archive, part, name=name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError) as error:
        raise _broken(name, f"the zip archive is damaged or cut off: {error}") from None
    except RuntimeError as error:
        raise _broken(name, f"the zip archive cannot be unpacked: {error}") from None
    return _built(parts)


def _check_directory(parts: list[zipfile.ZipInfo], *, name: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise _broken(name, "the zip archive is locked with a password")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_LIMIT or len(parts) > PART_LIMIT:
        raise _broken(
            name,
            f"the file unpacks to {unpacked:,} bytes in {len(parts):,} parts: at most {UNPACKED_LIMIT:,} bytes "
            f"in {PART_LIMIT:,} parts are read",
        )
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names:
        raise _broken(name, f"the zip archive is no Excel workbook, it holds {names[:5]!r}")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, *, name: str) -> None:
    is_sheet = part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
    rows, wide = 0, False
    for piece in _pieces(archive, part):
        if is_sheet:
            rows = max(rows, max(map(int, _ROW.findall(piece)), default=0))
            wide = wide or _WIDE_COLUMN.search(piece) is not None
    if rows * (_MOST_COLUMNS if wide else _TWO_LETTERS) > CELL_LIMIT:
        rows, columns = _extent(archive, part)
        if rows * columns > CELL_LIMIT:
            raise _broken(
                name,
                f"{part.filename} spans {rows:,} rows and {columns:,} columns: "
                f"at most {CELL_LIMIT:,} cells are read",
            )


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces that overlap, so that no tag's beginning is missed; reading to the end checks its sum."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _extent(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    rows, letters = 0, {b"A"}
    for piece in _pieces(archive, part):
        for letter, row in _CELL.findall(piece):
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
