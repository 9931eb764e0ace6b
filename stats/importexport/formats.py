"""The formats of import-export's pages: releases as they come, and small tables as csv and xlsx."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from import_export.formats.base_formats import CSV, XLSX, Format

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


RELEASES = (ReleaseFormat,)
TABLES = (XLSX, CSV)
"""What lists are exported as, and small tables imported from."""
