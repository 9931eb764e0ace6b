"""Checks of the portal: listed, looked at, taken home, never written by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from stats.models import Check, CheckResult, FollowedPackage


@pytest.fixture
def check(db) -> Check:
    package = FollowedPackage.objects.create(package="90115b00")
    at = datetime(2024, 6, 1, 12, tzinfo=UTC)
    return Check.objects.create(package=package, at=at, result=CheckResult.NEW, asked=3, fetched=1)


def test_checks_are_listed_and_shown(reader, check):
    assert "90115b00" in reader.get("/admin/stats/check/").content.decode()
    assert "New files" in reader.get(f"/admin/stats/check/{check.pk}/change/").content.decode()


def test_checks_are_not_written(reader, check):
    assert reader.get("/admin/stats/check/add/").status_code == 403
    assert reader.post(f"/admin/stats/check/{check.pk}/change/", {"asked": 9}).status_code == 403


def test_the_list_goes_out(reader, check):
    text = reader.post("/admin/stats/check/export/", {"format": "1", "resource": ""}).content.decode()
    assert text.splitlines()[1].startswith("90115b00,2024-06-01")
