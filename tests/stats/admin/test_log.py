"""The log of decisions in the admin: read, filtered and taken home, changed by nobody."""

from __future__ import annotations

import pytest

from stats.models import Decision
from tests.stats.admin.conftest import release

LIST = "/admin/stats/decision/"


@pytest.fixture
def decision(desk, imported) -> Decision:
    edition = imported(desk, release())
    desk.post(f"/admin/stats/edition/{edition.pk}/refuse/", {"note": "Half of it is missing"})
    return Decision.objects.get()


def test_who_looks_sees_what_was_decided(reader, decision):
    shown = reader.get(LIST).content.decode()
    assert "Half of it is missing" in shown
    assert f"/admin/stats/edition/{decision.edition_id}/change/" in shown
    assert "Half of it is missing" in reader.get(f"{LIST}{decision.pk}/change/").content.decode()


def test_the_list_is_filtered(reader, decision):
    assert "Half of it" not in reader.get(f"{LIST}?verdict__exact=accepted").content.decode()
    assert "Half of it" in reader.get(f"{LIST}?actor__exact=person&q=missing").content.decode()


def test_it_goes_out(reader, decision):
    text = reader.post(f"{LIST}export/", {"format": "1", "resource": ""}).content.decode()
    head, row = text.splitlines()
    assert head == "at,dataset,edition,verdict,actor,by_name,note,in_force_after"
    assert row.endswith(",imp-citizenship,1,refused,person,desk,Half of it is missing,")


def test_nobody_changes_it(admin_client, decision):
    assert admin_client.post(f"{LIST}{decision.pk}/change/", {"note": "Fine"}).status_code == 403
    assert admin_client.post(f"{LIST}{decision.pk}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert Decision.objects.get().note == "Half of it is missing"


def test_who_decided_is_not_deleted(admin_client, decision):
    shown = admin_client.post(f"/admin/auth/user/{decision.by_id}/delete/", {"post": "yes"})
    assert Decision.objects.get().by_name == "desk"
    assert shown.status_code == 200
