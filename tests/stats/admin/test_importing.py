"""The import in the admin: what it shows, what it refuses, what it leaves behind, who may use it."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from stats.models import Cell, Dataset, Edition, ImportJob, JobState, Member, SourceFile
from tests.stats.admin.conftest import CONFIRM, IMPORT, errors, release, signed
from tests.stats.readers.drawn import FLAT, Crosstab

BUILT = (Dataset, Edition, Cell, Member, ImportJob)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in BUILT}


def kept_bytes() -> list[str]:
    return default_storage.listdir("sources")[1] if default_storage.exists("sources") else []


def test_a_preview_says_what_the_file_is_and_what_it_would_change(desk, upload):
    response = upload(desk, release())
    shown = response.content.decode()
    preview = response.context["preview"]
    assert (preview.slug, preview.number, preview.base, preview.stored) == ("imp-citizenship", 1, None, False)
    assert (preview.cells.new, preview.cells.revised) == (9, 0)
    assert preview.covers == ("January 2024 to March 2024 (months)",)
    assert preview.languages == "English, French"
    assert "suppressed" in shown
    assert "This becomes edition 1" in shown
    assert response.context["result"].totals["new"] == 9


def test_a_preview_writes_nothing_but_the_kept_file(desk, upload):
    before = counts()
    upload(desk, release())
    assert counts() == before
    assert SourceFile.objects.count() == len(kept_bytes()) == 1


def test_a_suppressed_cell_is_never_shown_as_a_zero(desk, upload, imported):
    imported(desk, release(), accept=True)
    response = upload(desk, release(hidden="15"))
    change = response.context["preview"].revised[0]
    assert (change.members, change.old, change.new) == (("Chile",), "suppressed", "15")


def test_a_second_edition_is_compared_with_the_one_in_force(desk, upload, imported):
    imported(desk, release(), accept=True)
    preview = upload(desk, release(until=4, brazil="1000")).context["preview"]
    assert (preview.number, preview.base) == (2, 1)
    assert (preview.cells.new, preview.cells.revised, preview.cells.unchanged) == (3, 3, 6)
    assert {change.new for change in preview.revised} == {"1,000"}
    assert preview.new[0].period == "April 2024"
    assert [kind.kind for kind in preview.kinds] == ["revision", "new_periods"]


def test_new_members_are_warned_about_with_what_they_resemble(desk, upload, imported):
    imported(desk, release(), accept=True)
    response = upload(desk, release(until=4, france="Frances"))
    assert response.context["preview"].warnings[0].rule == "resolve.unmatched"
    assert "Frances" in response.content.decode()


def test_the_same_file_again_is_nothing_new_and_cannot_be_confirmed(desk, upload, imported):
    imported(desk, release(), accept=True)
    response = upload(desk, release())
    assert response.context["preview"].nothing_new
    assert b'name="confirm"' not in response.content


def test_an_edition_whose_place_is_taken_is_named(desk, upload, imported):
    imported(desk, release())
    assert upload(desk, release(until=4)).context["preview"].replaces == (1,)


def test_confirming_queues_one_job_however_often_it_is_pressed(
    desk, upload, django_capture_on_commit_callbacks
):
    token = signed(upload(desk, release()))
    with django_capture_on_commit_callbacks():
        first = desk.post(CONFIRM, {"upload": token, "confirm": "1"})
        second = desk.post(CONFIRM, {"upload": token, "confirm": "1"})
    job = ImportJob.objects.get()
    assert first.url == second.url == f"/admin/stats/importjob/{job.pk}/change/"
    assert (job.state, job.dataset.slug, job.created_by.get_username()) == (
        JobState.QUEUED,
        "imp-citizenship",
        "desk",
    )
    assert Edition.objects.count() == 0


def test_confirming_leads_to_the_edition_that_was_shown(desk, imported):
    edition = imported(desk, release(), accept=True)
    assert (edition.number, edition.state, edition.cells["new"]) == (1, "in_force", 9)
    assert [file.sha256 for file in edition.files.all()] == [SourceFile.objects.get().sha256]


def test_cancelling_lets_go_of_the_file(desk, upload):
    token = signed(upload(desk, release()))
    response = desk.post(CONFIRM, {"upload": token, "cancel": ""}, follow=True)
    assert "Nothing was imported" in response.content.decode()
    assert (SourceFile.objects.count(), kept_bytes(), ImportJob.objects.count()) == (0, [], 0)
    late = desk.post(CONFIRM, {"upload": token, "confirm": "1"}, follow=True)
    assert "no longer there" in late.content.decode()


def test_another_persons_preview_cannot_be_confirmed(desk, importer, upload):
    token = signed(upload(desk, release()))
    for changed in (token, token[:-2], "nothing"):
        response = importer.post(CONFIRM, {"upload": changed, "confirm": "1"}, follow=True)
        assert "out of date" in response.content.decode()
    assert ImportJob.objects.count() == 0


def _zip(**names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in names.items():
            archive.writestr(name.replace("_", "."), text)
    return stream.getvalue()


WORKBOOK = Crosstab().xlsx()
BAD = {
    "text": ("notes.csv", b"Dear colleague,\nplease find attached.\n", "no table"),
    "blank": ("empty.csv", b"   \r\n ", "empty"),
    "nothing": ("zero.csv", b"", "empty"),
    "web page": ("release.xlsx", b"<!doctype html><title>404</title>", "web page"),
    "pdf": ("release.xlsx", b"%PDF-1.7 ...", "PDF"),
    "truncated zip": ("release.xlsx", WORKBOOK[: len(WORKBOOK) // 2], "xlsx"),
    "zip of something else": ("release.xlsx", _zip(a_txt="hello"), "xlsx"),
    "noise": ("release.csv", bytes(range(256)) * 4, ""),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("dataset", ["", "imp-citizenship"])
def test_bad_input_is_told_on_the_form_and_changes_nothing(desk, upload, case, dataset):
    name, data, said = BAD[case]
    before = counts()
    response = upload(desk, data, name=name, dataset=dataset)
    assert response.status_code == 200
    assert said in errors(response)
    assert errors(response)
    assert counts() == before
    assert (SourceFile.objects.count(), kept_bytes()) == (0, [])


def test_a_workbook_of_something_else_is_refused_for_the_dataset_that_was_chosen(desk, upload):
    response = upload(desk, WORKBOOK, name="EN_something.xlsx", dataset="imp-citizenship")
    assert "dimensions" in errors(response)
    assert (SourceFile.objects.count(), Dataset.objects.count()) == (0, 0)


def test_a_file_over_the_limit_is_refused_unread(desk, upload, settings):
    settings.STET_UPLOAD_LIMIT = 100
    response = upload(desk, release())
    assert "too large" in errors(response)
    assert SourceFile.objects.count() == 0


def test_no_file_at_all_is_told(desk, upload):
    assert "Choose a file" in errors(upload(desk, None))


def countries(language: str) -> bytes:
    """A workbook of one dimension, as the tables by citizenship are."""
    table = Crosstab(labels=FLAT, corner="Country of Citizenship", language=language, figures=("0",))
    return table.xlsx()


def test_the_same_language_twice_is_no_pair(desk, upload):
    book = countries("en")
    response = upload(desk, book, name="EN_x.xlsx", other=book, dataset="study-citizenship")
    assert "same language" in errors(response)
    assert SourceFile.objects.count() == 0


def test_a_pair_in_two_languages_is_previewed_as_one_edition(desk, upload):
    response = upload(
        desk, countries("en"), name="EN_x.xlsx", other=countries("fr"), dataset="study-citizenship"
    )
    assert "preview" in response.context, errors(response)
    assert response.context["preview"].languages == "English, French"
    assert response.context["preview"].totals.new


def test_an_unknown_table_stays_and_may_become_a_new_dataset(
    desk, upload, django_capture_on_commit_callbacks
):
    table = (
        release()
        .replace(b"EN_COUNTRY_OF_CITIZENSHIP", b"EN_FLAVOUR")
        .replace("FR_PAYS_DE_CITOYENNETÉ".encode(), b"FR_SAVEUR")
    )
    response = upload(desk, table, name="flavours.csv")
    assert "choose one" in errors(response)
    kept = response.context["form"]["kept"].value()
    described = {
        "kept": kept,
        "dataset": "+new",
        "new_slug": "flavours",
        "new_title_en": "Flavours",
        "new_measures": "events",
        "new_unit_en": "scoops",
        "new_rounding_base": "5",
        "new_hidden_to": "4",
    }
    shown = upload(desk, None, **described)
    assert shown.context["preview"].headers
    assert Dataset.objects.count() == 0
    with django_capture_on_commit_callbacks():
        desk.post(CONFIRM, {"upload": signed(shown), "confirm": "1"})
    dataset = ImportJob.objects.get().dataset
    assert (dataset.slug, dataset.title_en, dataset.unit_en, dataset.months_add) == (
        "flavours",
        "Flavours",
        "scoops",
        True,
    )
    assert dataset.dimensions.count() == 1


def test_a_new_dataset_needs_a_description_and_a_free_name(desk, upload):
    response = upload(desk, release(), dataset="+new", new_slug="imp-citizenship")
    found = response.context["form"].errors
    assert {"new_slug", "new_title_en", "new_unit_en"} <= set(found)
    assert "Another dataset" in str(found["new_slug"])


def test_who_may_not_import_sees_no_form(reader, upload):
    assert reader.get(IMPORT).status_code == 403
    assert reader.post(IMPORT).status_code == 403
    assert reader.post(CONFIRM).status_code == 403
    assert b"import_link" not in reader.get("/admin/stats/edition/").content


def test_who_may_not_decide_cannot_let_an_import_count_at_once(importer, upload, imported):
    assert "accept" not in importer.get(IMPORT).context["form"].fields
    assert imported(importer, release(), accept=True).state == "waiting"


def test_who_may_not_add_datasets_cannot_describe_one(importer, upload):
    assert "new_slug" not in importer.get(IMPORT).context["form"].fields
    response = upload(importer, release(), dataset="+new", new_slug="flavours")
    assert "dataset" in response.context["form"].errors
    assert SourceFile.objects.count() == 0


def test_confirming_is_a_post(desk):
    assert desk.get(CONFIRM).status_code == 405


@pytest.mark.releases
def test_the_largest_table_is_previewed_while_somebody_waits(desk, upload, releases: Path):
    """550,160 cells; the time is printed."""
    path = next((releases / "imp-province-noc" / "2024-07").iterdir())
    began = time.perf_counter()
    response = upload(desk, path.read_bytes(), name=path.name)
    print(f"preview of 550,160 cells: {time.perf_counter() - began:.2f} s, {len(response.content):,} bytes")  # noqa: T201
    assert response.context["preview"].cells.new == 550_160


@pytest.mark.releases
def test_the_damaged_workbook_is_refused_and_leaves_nothing(desk, upload, releases: Path):
    path = releases / "damaged" / "study-level-months-blanked.xlsx"
    before = counts()
    response = upload(desk, path.read_bytes(), name=path.name)
    assert "blank" in errors(response) or "month" in errors(response)
    assert counts() == before
