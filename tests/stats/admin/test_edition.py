"""The list and the page of editions: what they say, what they give, and to whom."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.stats.admin.conftest import NAME, release


@pytest.fixture
def edition(desk, imported):
    return imported(desk, release(), accept=True)


def test_the_list_says_what_each_edition_covers_and_changed(desk, edition):
    shown = desk.get("/admin/stats/edition/").content.decode()
    for said in ("In force", "March 2024", 'class="import_link"', 'class="export_link"'):
        assert said in shown
    assert desk.get("/admin/stats/edition/?state__exact=waiting").content.decode().count("March 2024") == 0


def test_the_page_shows_coverage_counts_files_and_decisions(desk, edition):
    shown = desk.get(f"/admin/stats/edition/{edition.pk}/change/").content.decode()
    source = edition.files.get()
    for said in (
        "January 2024 to March 2024",
        NAME,
        source.sha256,
        "Accepted",
        "Take back",
        "English, French",
    ):
        assert said in shown


def test_the_page_of_a_waiting_edition_shows_what_moved_most(desk, edition, imported):
    second = imported(desk, release(brazil="1000", hidden="5"))
    shown = desk.get(f"/admin/stats/edition/{second.pk}/change/").context["revisions"]
    assert shown.headers == ("Country of citizenship",)
    assert [(row.members, row.old, row.new) for row in shown.rows[:1]] == [(("Brazil",), "10", "1,000")]
    assert (shown.rows[-1].old, shown.rows[-1].new) == ("suppressed", "5")


def test_the_kept_bytes_are_downloaded_as_they_came(desk, edition):
    source = edition.files.get()
    response = desk.get(f"/admin/stats/edition/{edition.pk}/files/{source.pk}/")
    assert b"".join(response.streaming_content) == release()
    assert response["Content-Disposition"] == f'attachment; filename="{NAME}"'
    assert response["Content-Type"] == "application/octet-stream"


def test_a_file_of_another_edition_is_not_found(desk, edition, imported):
    other = imported(desk, release(until=4))
    assert desk.get(f"/admin/stats/edition/{edition.pk}/files/{other.files.get().pk}/").status_code == 404


def test_strangers_get_no_file(edition, db):
    source = edition.files.get()
    response = Client().get(f"/admin/stats/edition/{edition.pk}/files/{source.pk}/")
    assert response.status_code == 302
    assert "/login/" in response.url


def test_the_list_goes_out_as_csv_and_workbook(reader, edition):
    address = "/admin/stats/edition/export/"
    formats = dict(reader.get(address).context["form"].fields["format"].choices)
    chosen = {title: index for index, title in formats.items()}
    text = reader.post(address, {"format": chosen["csv"], "resource": ""}).content.decode()
    head, row = text.splitlines()
    assert head.startswith("dataset,number,state")
    assert row.startswith("imp-citizenship,1,in_force")
    assert "2024-01,2024-03" in row
    assert edition.files.get().sha256 in row
    book = reader.post(address, {"format": chosen["xlsx"], "resource": ""}).content
    rows = list(load_workbook(BytesIO(book)).active.values)
    assert (rows[0][0], rows[1][0], rows[1][1]) == ("dataset", "imp-citizenship", 1)
