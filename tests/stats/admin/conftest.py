"""People of the data desk, small releases, and the walk from an upload to its job."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from stats.ingest import jobs
from stats.models import Edition, ImportJob
from stats.permissions import DATA_DESK, IMPORTING, READING
from tests.stats.readers.drawn import odp, odp_line

IMPORT = "/admin/stats/edition/import/"
CONFIRM = "/admin/stats/edition/process_import/"
NAME = "ODP-TR-Work-IMP-CITZ.csv"
"""The name under which the publisher has imp-citizenship; nothing else tells which dataset it is."""


def release(*, until: int = 3, brazil: str = "10", france: str = "France", hidden: str = "--") -> bytes:
    """Months of 2024 for two or three countries; what is not there is zero."""
    lines = [odp_line(2024, n, "Brazil", "Brésil", brazil) for n in range(1, until + 1)]
    lines += [odp_line(2024, n, france, france, "25") for n in range(1, until + 1)]
    lines += [odp_line(2024, n, "Chile", "Chili", hidden) for n in range(1, until + 1)]
    return odp(lines)


def person(name: str, permissions: tuple[str, ...]) -> Client:
    """Somebody on the staff who may do just this."""
    user = User.objects.create_user(name, password="x", is_staff=True)
    codenames = [permission.removeprefix("stats.") for permission in permissions]
    found = Permission.objects.filter(content_type__app_label="stats", codename__in=codenames)
    assert found.count() == len(permissions)
    user.user_permissions.set(found)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(db, data_dir) -> Client:
    """Somebody of the data desk, who may import and decide."""
    return person("desk", DATA_DESK)


@pytest.fixture
def importer(db, data_dir) -> Client:
    """Somebody who brings figures in and does not decide."""
    return person("importer", IMPORTING)


@pytest.fixture
def reader(db, data_dir) -> Client:
    """Somebody who only looks."""
    return person("looks", READING)


@pytest.fixture
def upload() -> Callable[..., Any]:
    """Send the form of the import; gives the response."""

    def sent(
        client: Client, data: bytes | None, *, name: str = NAME, other: bytes | None = None, **fields: Any
    ) -> Any:
        if data is not None:
            fields["import_file"] = SimpleUploadedFile(name, data)
        if other is not None:
            fields["other_file"] = SimpleUploadedFile("FR_" + name, other)
        return client.post(IMPORT, {"dataset": "", **fields})

    return sent


@pytest.fixture
def imported(upload, django_capture_on_commit_callbacks) -> Callable[..., Edition]:
    """Upload, confirm and run the job as a worker would; gives the edition."""

    def done(client: Client, data: bytes, *, accept: bool = False, **fields: Any) -> Edition:
        token = signed(upload(client, data, **fields))
        client.post(CONFIRM, {"upload": token, "confirm": "1", **({"accept": "on"} if accept else {})})
        job = ImportJob.objects.latest("pk")
        jobs.run(job.pk)
        job.refresh_from_db()
        assert job.edition is not None, job.outcome
        return job.edition

    return done


def address_of_changes(edition: Edition) -> str:
    """The comparison of an edition with the one before."""
    return f"/admin/stats/edition/{edition.pk}/changes/"


def signed(response: Any) -> str:
    """The signed upload on a preview page."""
    found = re.search(r'name="upload" value="([^"]+)"', response.content.decode())
    assert found, errors(response)
    return found[1]


def errors(response: Any) -> str:
    """What the import's form complains about."""
    return " ".join(str(e) for found in response.context["form"].errors.values() for e in found)
