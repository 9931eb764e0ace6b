"""Small tables through the admin's import: preview, confirm, and what was typed is there."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import BooleanField
from django.test import Client

from stats.models import Member
from tests.stats.admin.conftest import release

SHEET = b"dataset,dimension,code,label_fr\nimp-citizenship,citizenship,chile,Le Chili\n"


@pytest.fixture
def chile(desk, imported) -> Member:
    imported(desk, release(), accept=True)
    return Member.objects.get(label_en="Chile")


def sent(client, sheet: bytes):
    file = SimpleUploadedFile("members.csv", sheet)
    return client.post("/admin/stats/member/import/", {"import_file": file, "format": "1", "resource": ""})


def test_labels_are_previewed_then_confirmed(desk, chile):
    shown = sent(desk, SHEET).content.decode()
    assert "Le Chili" in re.sub("<[^>]+>", "", shown)
    chile.refresh_from_db()
    assert chile.label_fr == "Chili"
    fields = dict(re.findall(r'name="(import_file_name|original_file_name|format)" value="([^"]*)"', shown))
    response = desk.post("/admin/stats/member/process_import/", fields)
    assert response.status_code == 302
    chile.refresh_from_db()
    assert chile.label_fr == "Le Chili"


def test_a_row_for_nobody_is_told(desk, chile):
    shown = sent(desk, SHEET.replace(b"chile", b"atlantis")).content.decode()
    assert "There is no member with dataset" in shown
    assert "Confirm import" not in shown


def test_who_may_not_change_members_imports_none(importer, chile):
    assert sent(importer, SHEET).status_code == 403


LISTS = [model._meta for model in admin.site._registry if model._meta.app_label in ("stats", "articles")]


@pytest.mark.parametrize("listed", LISTS, ids=str)
def test_every_list_goes_out_as_a_workbook_and_as_text(chile, listed):
    boss = Client()
    boss.force_login(User.objects.create_superuser("boss"))
    address = f"/admin/{listed.app_label}/{listed.model_name}/"
    assert f'href="{address}export/' in boss.get(address).content.decode()
    form = boss.get(f"{address}export/").context["form"]
    chosen = {name: "on" for name, field in form.fields.items() if isinstance(field, BooleanField)}
    for number, kind in enumerate(("spreadsheetml.sheet", "text/csv")):
        response = boss.post(f"{address}export/", chosen | {"format": str(number), "resource": "0"})
        assert response["Content-Type"].endswith(kind)
        assert response.content
