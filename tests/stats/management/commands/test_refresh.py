"""`manage.py refresh`: what came is said, and imported in the same process."""

import io
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from stats.models import Edition, ImportJob
from tests.stats.refresh.portal import Portal
from tests.stats.refresh.samples import CSV, permits

pytestmark = pytest.mark.django_db

PACKAGE = "360024f2-17e9-4558-bfc1-3616485d65b9"


def _said(*arguments: str) -> str:
    out = io.StringIO()
    call_command("refresh", *arguments, stdout=out)
    return out.getvalue()


def test_a_dataset_of_the_catalogue_begins_to_be_followed(portal: Portal, data_dir):
    """Its edition waits; the second time there is nothing new."""
    portal.put(PACKAGE, CSV, permits())
    said = _said("--once", "--dataset", "imp-citizenship")
    assert f"{PACKAGE}: New files (1 files asked for, 0 not modified, 1 new)" in said
    assert f"imp-citizenship: {CSV}: waiting, edition 1 (" in said
    assert Edition.objects.count() == 1
    again = _said("--once")
    assert again == f"{PACKAGE}: Nothing new (1 files asked for, 1 not modified, 0 new)\n"


def test_what_is_refused_is_said_with_its_reasons(portal: Portal, data_dir):
    """As are files that could not be had."""
    portal.put(PACKAGE, CSV, b"EN_YEAR\tTOTAL\r\nno\tnumber\r\n")
    said = _said("--once", "--dataset", "imp-citizenship")
    assert f"imp-citizenship: {CSV}: refused\n    " in said
    del portal.files[f"/data/{CSV}"]
    assert "Some files could not be fetched" in (said := _said("--once"))
    assert f"{CSV}: status: the server answered 404" in said


def test_nothing_is_followed():
    """And what to do about it."""
    assert "No dataset is followed" in _said("--once")


def test_a_dataset_that_is_unknown():
    """With the nearest ones."""
    with pytest.raises(CommandError, match="not a dataset; nearest: 'imp-citizenship'"):
        _said("--once", "--dataset", "imp-citizenshi")
    assert ImportJob.objects.count() == 0


def test_it_goes_on_until_interrupted(portal: Portal, data_dir, settings, monkeypatch):
    """Every STET_REFRESH_MINUTES."""
    portal.put(PACKAGE, CSV, permits())
    waits = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            raise KeyboardInterrupt

    settings.STET_REFRESH_MINUTES = 5
    monkeypatch.setattr("stats.management.commands.refresh.time", SimpleNamespace(sleep=wait))
    said = _said("--dataset", "imp-citizenship")
    assert waits == [300, 300]
    assert said.endswith("Stopped.\n")
