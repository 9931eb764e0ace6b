"""Datasets in the admin: their freshness, their settings, and new ones from the catalogue."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from stats import catalogue
from stats.models import Dataset, FollowedPackage
from stats.signals import edition_in_force
from tests.stats.admin.conftest import release
from tests.stats.factories import EVENTS, figures_of, import_odp

LIST = "/admin/stats/dataset/"


@pytest.fixture
def dataset(desk, imported) -> Dataset:
    imported(desk, release(), accept=True)
    return Dataset.objects.get()


def test_the_list_says_how_fresh_each_is(desk, dataset, imported):
    waiting = imported(desk, release(until=4))
    shown = desk.get(LIST).content.decode()
    assert "March 2024" in shown
    assert f"/admin/stats/edition/{waiting.pk}/change/" in shown


def test_the_list_says_when_the_portal_was_asked_and_did_not_answer(desk, dataset):
    assert dataset.package
    at = datetime(2024, 6, 1, 12, tzinfo=UTC)
    FollowedPackage.objects.create(package=dataset.package, checked_at=at, failures=3)
    shown = desk.get(LIST).content.decode()
    assert "06/01/2024 8 a.m." in shown
    assert "3 failures" in shown


def test_the_list_takes_no_more_queries_for_more_datasets(desk, dataset, django_assert_max_num_queries):
    desk.post(f"{LIST}add/", {"slug": list(catalogue.load())})
    with django_assert_max_num_queries(18):
        desk.get(LIST)


def change(desk, dataset, **changed):
    """Send the form of a dataset back as it came, but for some fields."""
    page = f"{LIST}{dataset.pk}/change/"
    response = desk.get(page)
    form = response.context["adminform"].form
    inline = response.context["inline_admin_formsets"][0].formset
    fields = {name: "" if value is None else value for name, value in form.initial.items()}
    fields |= {"files": "[]", "notes": "[]"} | changed
    fields |= {f"{inline.prefix}-{name}": value for name, value in inline.management_form.initial.items()}
    for row in inline.forms:
        fields |= {f"{row.prefix}-{name}": value for name, value in row.initial.items()}
        fields |= {f"{row.prefix}-id": row.instance.pk, f"{row.prefix}-dataset": dataset.pk}
    return desk.post(page, {name: value for name, value in fields.items() if value is not False})


def test_the_page_changes_settings_and_leads_to_members(desk, dataset):
    page = f"{LIST}{dataset.pk}/change/"
    response = change(
        desk, dataset, title_fr="Autre titre", alone_kinds=["new_periods", "revision"], alone_percent="2.5"
    )
    assert response.status_code == 302, response.context["errors"]
    dataset.refresh_from_db()
    assert (dataset.slug, dataset.title_fr) == ("imp-citizenship", "Autre titre")
    assert (dataset.alone_kinds, dataset.alone_percent) == (["new_periods", "revision"], 2.5)
    dimension = dataset.dimensions.get()
    members = f"/admin/stats/member/?dimension__id__exact={dimension.pk}"
    assert members in desk.get(page).content.decode()
    assert "Brazil" in desk.get(members).content.decode()


def test_a_dataset_with_editions_is_not_deleted(desk, dataset):
    assert desk.post(f"{LIST}{dataset.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Dataset.objects.exists()


def test_the_catalogue_offers_what_is_not_stored_yet(desk, dataset):
    shown = desk.get(f"{LIST}add/").context["rows"]
    assert {row["slug"] for row in shown} == set(catalogue.load()) - {"imp-citizenship"}
    desk.post(f"{LIST}add/", {"slug": ["pr-citizenship", "no-such-dataset"]})
    assert set(Dataset.objects.values_list("slug", flat=True)) == {"imp-citizenship", "pr-citizenship"}


def test_adding_needs_a_permission(reader):
    assert reader.get(f"{LIST}add/").status_code == 403
    assert reader.post(f"{LIST}add/", {"slug": "pr-citizenship"}).status_code == 403
    assert not Dataset.objects.exists()


def test_the_import_is_reached_with_the_dataset_chosen(desk, dataset):
    form = desk.get("/admin/stats/edition/import/?dataset=imp-citizenship").context["form"]
    assert form["dataset"].value() == "imp-citizenship"


def test_another_rounding_base_is_told_to_whom_it_concerns(admin_client, django_capture_on_commit_callbacks):
    import_odp(figures_of({"India": [5, 10]}))
    dataset = Dataset.objects.get(slug=EVENTS)
    heard = []

    def hear(dataset, **facts):
        heard.append(dataset)

    edition_in_force.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            response = change(admin_client, dataset, rounding_base=10)
    finally:
        edition_in_force.disconnect(hear)
    assert response.status_code == 302, response.context["errors"]
    dataset.refresh_from_db()
    assert (dataset.rounding_base, heard) == (10, [EVENTS])
