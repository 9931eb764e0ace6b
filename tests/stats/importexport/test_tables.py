"""Small tables out to a spreadsheet and back: what changes, what is refused, what stays known."""

from __future__ import annotations

import pytest
from tablib import Dataset as Sheet

from stats.importexport.tables import AliasResource, DatasetResource, MemberResource
from stats.models import Alias, Dataset, Member, Rollup
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset() -> Dataset:
    return make_permits()


def test_settings_go_out_and_come_back_unchanged(dataset):
    resource = DatasetResource()
    sheet = Sheet().load(resource.export().csv, format="csv")
    result = resource.import_data(sheet, raise_errors=True)
    assert result.totals["skip"] == 1
    assert result.totals["update"] == result.totals["new"] == 0


def test_a_changed_setting_is_taken_over(dataset):
    sheet = Sheet(("permits", "Permits, really"), headers=("slug", "title_en"))
    assert not DatasetResource().import_data(sheet).has_validation_errors()
    dataset.refresh_from_db()
    assert (dataset.title_en, dataset.unit_en) == ("Permits, really", "permits")


def test_an_unknown_dataset_is_refused_by_name(dataset):
    result = DatasetResource().import_data(Sheet(("permit", "x"), headers=("slug", "title_en")))
    assert "There is no dataset with slug 'permit'" in str(result.invalid_rows[0].error)
    assert Dataset.objects.count() == 1


def test_a_setting_that_cannot_be_is_refused(dataset):
    result = DatasetResource().import_data(Sheet(("permits", "guesses"), headers=("slug", "measures")))
    assert result.has_validation_errors()


LABELS = ("dataset", "dimension", "code", "label_en", "label_fr")


def test_french_labels_come_back_from_a_translator(dataset):
    sheet = Sheet(("permits", "occupation", "4011", "University professors", "Professeurs"), headers=LABELS)
    result = MemberResource().import_data(sheet, raise_errors=True)
    member = Member.objects.get(code="4011")
    assert result.totals["update"] == 1
    assert (member.label_en, member.label_fr) == ("University professors", "Professeurs")
    assert {alias.text for alias in member.aliases.all()} == {
        "University professors and lecturers",
        "Professeurs/professeures d’université",
    }


def test_a_dry_run_leaves_no_alias(dataset):
    sheet = Sheet(("permits", "occupation", "4011", "Professors", ""), headers=LABELS)
    MemberResource().import_data(sheet, dry_run=True, raise_errors=True)
    assert not Alias.objects.exists()


def test_an_unknown_member_is_refused_by_name(dataset):
    sheet = Sheet(("permits", "occupation", "9999", "Astronauts", ""), headers=LABELS)
    result = MemberResource().import_data(sheet)
    assert "code '9999'" in str(result.invalid_rows[0].error)


def test_members_go_out_and_come_back_unchanged(dataset):
    resource = MemberResource()
    sheet = Sheet().load(resource.export().csv, format="csv")
    result = MemberResource().import_data(sheet, raise_errors=True)
    assert result.totals["skip"] == Member.objects.count()


def test_aliases_are_added_once_and_only_to_members_that_are_there(dataset):
    headers = ("dataset", "dimension", "code", "text")
    good = ("permits", "province", "QC", "La Belle Province")
    sheet = Sheet(good, ("permits", "province", "XX", "Nowhere"), headers=headers)
    result = AliasResource().import_data(Sheet(good, headers=headers), raise_errors=True)
    assert result.totals["new"] == 1
    again = AliasResource().import_data(sheet)
    assert again.totals["skip"] == 1
    assert "code 'XX'" in str(again.invalid_rows[0].error)
    assert Alias.objects.get().member.code == "QC"


def test_labels_and_settings_that_come_back_renew_pages(dataset, django_capture_on_commit_callbacks):
    sheet = Sheet(("permits", "occupation", "4011", "Professeurs"), headers=(*LABELS[:3], "label_fr"))
    for resource, changed in (
        (MemberResource, sheet),
        (DatasetResource, Sheet(("permits", "Permits, really"), headers=("slug", "title_en"))),
    ):
        with django_capture_on_commit_callbacks() as tried:
            resource().import_data(changed, dry_run=True, raise_errors=True)
        with django_capture_on_commit_callbacks() as told:
            resource().import_data(changed, raise_errors=True)
        with django_capture_on_commit_callbacks() as again:
            resource().import_data(changed, raise_errors=True)
        assert (len(tried), len(told), len(again)) == (0, 1, 0)


def test_another_rounding_base_has_roll_ups_made_again(dataset):
    least = Rollup.objects.order_by("pk").values_list("least", flat=True)
    before = list(least)
    DatasetResource().import_data(
        Sheet(("permits", 10), headers=("slug", "rounding_base")), raise_errors=True
    )
    assert list(least.all()) != before


def test_the_order_of_members_comes_back(dataset):
    sheet = Sheet(("permits", "occupation", "4011", 99), headers=(*LABELS[:3], "position"))
    MemberResource().import_data(sheet, raise_errors=True)
    assert Member.objects.get(code="4011").position == 99
