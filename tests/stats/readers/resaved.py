"""Copies of a release with other bytes and the same figures, as people and servers make them."""

from __future__ import annotations

import io

import openpyxl


def resaved_workbook(data: bytes) -> bytes:
    """A workbook that was opened and saved: numbers for text, merges gone."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.replace(",", "").isdecimal():
                    cell.value = int(cell.value.replace(",", ""))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reordered_text(data: bytes) -> bytes:
    """A text with its lines in another order and a mark of its encoding."""
    head, *lines = data.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n").split(b"\r\n")
    return b"\xef\xbb\xbf" + b"\r\n".join((head, *reversed(lines), b""))
