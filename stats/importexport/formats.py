"""The formats of import-export's pages: releases as they come, and small tables as csv and xlsx."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from import_export.formats.base_formats import BINARY_FORMATS, CSV, XLSX, Format
from tablib import Dataset as Sheet

from stats.ingest.sources import keep
from stats.models import SourceFile


class ReleaseFormat(Format):
    """Any release of the publisher. What form it has is told from its contents, by `stats.readers.sniff`."""

    def get_title(self) -> str:
        """The name of the choice."""
        return _("Release (csv, xlsx, xls or ods)")

    def create_dataset(self, in_stream: UploadedFile, **_kwargs: Any) -> SourceFile:
        """Keep the bytes; the worker, which may run elsewhere, reads them from the same storage."""
        return keep(name=in_stream.name or "", data=b"".join(in_stream.chunks()))

    def is_binary(self) -> bool:
        """Decoding is the reader's business."""
        return True

    def can_import(self) -> bool:
        """Releases come in."""
        return True

    def can_export(self) -> bool:
        """They do not go out; the kept bytes are downloaded from the edition."""
        return False


class _Inert:
    """Text that a spreadsheet would take for a formula goes out behind an apostrophe and comes back without.

    So does such text behind apostrophes of its own. Numbers stay as they are, negative ones as well. https://owasp.org/www-community/attacks/CSV_Injection
    """

    def export_data(self, dataset: Sheet, **kwargs: Any) -> Any:
        """The sheet as bytes or text."""
        return super().export_data(_each_cell(dataset, inert), **kwargs)  # type: ignore[misc]

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> Sheet:
        """The sheet that was typed or brought back."""
        return _each_cell(super().create_dataset(in_stream, **kwargs), as_typed)  # type: ignore[misc]


class InertXLSX(_Inert, XLSX):
    """A workbook."""


class InertCSV(_Inert, CSV):
    """Text with commas."""


_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,\s]+%?")


def inert(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    formula = isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if formula else cell


def as_typed(cell: Any) -> Any:
    """What `inert` was given."""
    return cell[1:] if isinstance(cell, str) and cell[:1] == "'" and _FORMULA.match(cell) else cell


def _each_cell(sheet: Sheet, change: Callable[[Any], Any]) -> Sheet:
    return Sheet(*(tuple(map(change, row)) for row in sheet), headers=sheet.headers)


RELEASES = (ReleaseFormat,)
TABLES = (InertXLSX, InertCSV)
"""What lists are exported as, and small tables imported from."""

BINARY_FORMATS.append(
    InertXLSX
)  # The library's list of formats in which numbers and dates stay what they are.
