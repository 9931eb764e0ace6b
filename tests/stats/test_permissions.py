"""The groups' permissions: all exist, and bringing in is not deciding."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from stats.permissions import DATA_DESK, DECIDING, GROUPS, IMPORTING


@pytest.mark.django_db
def test_every_permission_exists():
    there = {
        f"{app}.{codename}"
        for app, codename in Permission.objects.values_list("content_type__app_label", "codename")
    }
    assert {permission for group in GROUPS.values() for permission in group} <= there


def test_who_imports_need_not_decide():
    assert "stats.accept_edition" not in IMPORTING
    assert "stats.import_edition" not in DECIDING
    assert {*IMPORTING, *DECIDING} <= set(DATA_DESK)
