"""Zip archives that anybody can upload: counted and unpacked in small pieces before anything trusts them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from stats.findings import Refused, Where, refuse

UNPACKED_LIMIT = 512 * 1024 * 1024
"""Bytes that all parts of a workbook may have together when unpacked."""
PART_LIMIT = 1_000
MAGIC = b"PK"

_CHUNK = 1 << 20


@contextmanager
def opened(data: bytes, *, name: str) -> Iterator[zipfile.ZipFile]:
    """A whole, plain, reasonably sized archive; refused if it proves otherwise while it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist(), name=name)
            yield archive
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
        raise broken(name, f"the zip archive is damaged or cut off: {error}") from None


def pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo, *, markup: bool = False) -> Iterator[bytes]:
    """A part, read to its end; of markup each piece begins with a tag, so that none is cut in two."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            piece = tail + chunk
            cut = piece.rfind(b"<") if markup else len(piece)
            if cut < 0 or len(piece) - cut > _CHUNK:
                raise ValueError(f"{part.filename} has {len(piece):,} bytes without markup")
            yield piece[:cut]
            tail = piece[cut:]
    if tail:
        yield tail


def built(archive: zipfile.ZipFile) -> date | None:
    """The newest date of the parts; zip's own beginning of time (1980) says nothing."""
    days = [part.date_time[:3] for part in archive.infolist() if part.date_time[0] > 1980]
    try:
        return date(*max(days)) if days else None
    except ValueError:
        return None


def broken(name: str, message: str) -> Refused:
    """The refusal of a workbook that cannot be opened."""
    return refuse("read.workbook", f"{message}; a whole workbook as published is expected", Where(name))


def _check(parts: list[zipfile.ZipInfo], *, name: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise broken(name, "the zip archive is locked with a password")
    if odd := {part.compress_type for part in parts} - {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise broken(name, f"the zip archive is packed by the unusual methods {sorted(odd)!r}")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_LIMIT or len(parts) > PART_LIMIT:
        raise broken(
            name,
            f"the file unpacks to {unpacked:,} bytes in {len(parts):,} parts: "
            f"at most {UNPACKED_LIMIT:,} bytes in {PART_LIMIT:,} parts are read",
        )
