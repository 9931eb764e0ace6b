"""Source bytes: kept once, given back unchanged, let go where nothing came of them."""

import errno
import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from stats.findings import Refused
from stats.ingest.jobs import create
from stats.ingest.sources import (
    ABANDONED_AFTER,
    bytes_of,
    discard,
    discard_abandoned,
    discard_strays,
    keep,
)
from stats.models import SourceFile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(data_dir):
    return data_dir


def test_bytes_come_back_as_they_were():
    source = keep(name="a.csv", data=b"\xef\xbb\xbf1\r\n\0")
    assert bytes_of(source) == b"\xef\xbb\xbf1\r\n\0"
    assert source.size == 7


def test_the_same_bytes_are_kept_once_under_two_names():
    one, other = keep(name="a.csv", data=b"1"), keep(name="b.csv", data=b"1")
    assert one.storage_name == other.storage_name
    assert default_storage.listdir("sources")[1] == [one.sha256]
    discard(one)
    assert bytes_of(other) == b"1"
    discard(other)
    assert not default_storage.exists(other.storage_name)
    assert SourceFile.objects.count() == 0


def test_a_file_of_a_job_stays():
    source = keep(name="a.csv", data=b"1")
    create(sources=[source], dataset=None)
    discard(source)
    assert bytes_of(source) == b"1"


def test_uploads_that_nobody_came_back_to_are_let_go():
    now = timezone.now()
    abandoned = keep(name="a.csv", data=b"1")
    looked_at = keep(name="b.csv", data=b"2")
    fetched = keep(name="c.csv", data=b"3", url="https://example.org/c.csv")
    queued = keep(name="d.csv", data=b"4")
    create(sources=[queued], dataset=None)
    long_ago = now - ABANDONED_AFTER * 2
    SourceFile.objects.exclude(pk=looked_at.pk).update(received_at=long_ago)
    assert discard_abandoned(at=now) == 1
    assert set(SourceFile.objects.all()) == {looked_at, fetched, queued}
    assert not default_storage.exists(abandoned.storage_name)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\desk\\a.xlsx", "a.xlsx"), ("", "unnamed"), ("x" * 400, "x" * 255)],
)
def test_only_the_last_part_of_a_name_is_kept(given, kept):
    assert keep(name=given, data=b"1").name == kept


def test_an_empty_file_is_refused():
    with pytest.raises(Refused, match="0 bytes"):
        keep(name="a.csv", data=b"")
    assert SourceFile.objects.count() == 0


def test_bytes_of_which_a_killed_process_wrote_half_are_written_again():
    default_storage.save(f"sources/{hashlib.sha256(b'whole').hexdigest()}", ContentFile(b"who"))
    assert bytes_of(keep(name="a.csv", data=b"whole")) == b"whole"


def test_bytes_that_no_row_knows_are_let_go_when_they_are_old():
    kept = keep(name="a.csv", data=b"known")
    default_storage.save("sources/stray", ContentFile(b"unknown"))
    now = timezone.now()
    assert discard_strays(at=now) == 0
    assert discard_strays(at=now + ABANDONED_AFTER + timedelta(minutes=1)) == 1
    assert default_storage.listdir("sources")[1] == [kept.sha256]


def test_where_nothing_was_kept_there_are_no_strays():
    assert discard_strays(at=timezone.now()) == 0


def test_a_full_disk_refuses_the_file_and_leaves_neither_row_nor_bytes(monkeypatch):
    def full(name, content):
        path = Path(default_storage.path(name))
        path.parent.mkdir(parents=True)
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full)
    with pytest.raises(Refused, match=r"'a\.csv' could not be kept: No space left on device"):
        keep(name="a.csv", data=b"whole")
    assert not SourceFile.objects.exists()
    assert default_storage.listdir("sources")[1] == []
