"""Source bytes: kept once under their checksum, given back, and let go where nothing came of them."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import PurePosixPath, PureWindowsPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from stats.findings import refuse
from stats.models import SourceFile

FOLDER = "sources"
"""Where the default storage keeps the bytes, under their checksums."""

ABANDONED_AFTER = timedelta(days=2)
"""After so long nobody comes back to an upload: its preview is good for a day."""


def keep(*, name: str, data: bytes, url: str = "", etag: str = "", last_modified: str = "") -> SourceFile:
    """Keep the bytes of a file and the row that describes it. Empty files are refused."""
    shown = PurePosixPath(PureWindowsPath(name).as_posix()).name[-255:] or "unnamed"
    if not data:
        raise refuse("read.empty", f"{shown!r} is empty (0 bytes): a text or a workbook is expected")
    source = SourceFile(
        name=shown,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        url=url,
        etag=etag,
        last_modified=last_modified,
    )
    with transaction.atomic():
        source.save()
        _store(source, data)
    return source


def _store(source: SourceFile, data: bytes) -> None:
    """Put bytes under their name, unless they are there whole: a worker that dies may leave half of them."""
    name = source.storage_name
    if default_storage.exists(name):
        if default_storage.size(name) == len(data):
            return
        default_storage.delete(name)
    try:
        default_storage.save(name, ContentFile(data))
    except OSError as error:
        default_storage.delete(name)
        why = error.strerror or error
        raise refuse("read.not-kept", f"{source.name!r} could not be kept: {why}") from error


def bytes_of(source: SourceFile) -> bytes:
    """The bytes of a kept file."""
    return bytes_at(source.storage_name)


def is_kept(source: SourceFile) -> bool:
    """Whether the bytes of a file are still there."""
    return default_storage.exists(source.storage_name)


def bytes_at(storage_name: str) -> bytes:
    """The bytes that are kept under a name, which is their checksum."""
    with default_storage.open(storage_name) as stream:
        data: bytes = stream.read()
    return data


def discard(source: SourceFile) -> None:
    """Let go of a file that became nothing: its row, and its bytes where no other row has the same.

    A file of an edition or of a job stays.
    """
    if source.edition_id is not None or source.jobs.exists():
        return
    source.delete()
    if not SourceFile.objects.filter(sha256=source.sha256).exists():
        default_storage.delete(source.storage_name)


def discard_strays(*, at: datetime) -> int:
    """Let go of bytes that no row knows, which a process that was killed left behind; how many they were."""
    if not default_storage.exists(FOLDER):
        return 0
    strays = [
        name
        for name in default_storage.listdir(FOLDER)[1]
        if default_storage.get_modified_time(f"{FOLDER}/{name}") < at - ABANDONED_AFTER
    ]
    strays = [name for name in strays if not SourceFile.objects.filter(sha256=name).exists()]
    for name in strays:
        default_storage.delete(f"{FOLDER}/{name}")
    return len(strays)


def discard_abandoned(*, at: datetime) -> int:
    """Let go of uploads that were looked at and neither confirmed nor cancelled; how many they were."""
    uploads = SourceFile.objects.filter(edition=None, jobs=None, url="", received_at__lt=at - ABANDONED_AFTER)
    abandoned = list(uploads)
    for source in abandoned:
        discard(source)
    return len(abandoned)
