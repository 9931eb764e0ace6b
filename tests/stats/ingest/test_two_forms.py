"""Both forms, one truth: another form or other bytes of the same figures change no cell."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from stats.ingest import jobs
from stats.ingest.decide import accept
from stats.ingest.outcome import Status
from stats.ingest.register import dataset_named
from stats.models import Edition, SourceFile
from stats.periods import month
from stats.refresh.poll import poll
from tests.stats.admin.conftest import desk, release, upload
from tests.stats.admin.conftest import imported as imported_in_admin
from tests.stats.factories import (
    EVENTS,
    figures_of,
    import_odp,
    import_workbook,
    imported,
    meaning_of,
    odp_bytes,
    rows_of,
    undone,
    workbook_bytes,
)
from tests.stats.readers.resaved import reordered_text, resaved_workbook
from tests.stats.refresh.portal import Portal
from tests.stats.refresh.samples import CSV, permits, students

__all__ = ["desk", "imported_in_admin", "upload"]
pytestmark = pytest.mark.django_db

LONG = figures_of(
    {"India": [5] * 26, "France": [10, None] * 13, "Brazil": [0] * 25 + [1085]}, first=month(2022, 1)
)
STATED = {month(2022, 1): 20}


@pytest.fixture(autouse=True)
def kept_elsewhere(data_dir):
    """Bytes are kept in a folder of the test's own."""


def test_the_second_form_brings_languages_and_stated_totals_and_changes_no_cell_in_either_order():
    ends = []
    for steps in ((import_odp, import_workbook), (import_workbook, import_odp)):
        with undone():
            first, second = (
                step(LONG, **({"totals": STATED} if step is import_workbook else {})) for step in steps
            )
            assert (first.status, second.status, second.completed) == (*[Status.IN_FORCE] * 2, True)
            assert (second.cells.revised, second.cells.removed) == (0, 0)
            ends.append((meaning_of(EVENTS), Edition.objects.get().coverage))
    assert ends[0] == ends[1]


@pytest.mark.parametrize(
    ("name", "data", "other"),
    [
        ("EN_a.xlsx", workbook_bytes(LONG), resaved_workbook),
        ("a.csv", odp_bytes(LONG), reordered_text),
    ],
    ids=["workbook", "text"],
)
def test_other_bytes_with_the_same_figures_are_nothing_new(name, data, other):
    imported(EVENTS, (name, data))
    before = rows_of(EVENTS)
    assert other(data) != data
    again = imported(EVENTS, (name, other(data)))
    assert (again.status, again.edition, again.completed) == (Status.NOTHING_NEW, 1, False)
    assert rows_of(EVENTS) == before
    assert Edition.objects.get().files.count() == 1


def test_one_figure_more_in_a_copy_is_not_nothing_new():
    """The cell is revised, and the stated total of its month."""
    imported(EVENTS, ("EN_a.xlsx", workbook_bytes(LONG)))
    other = LONG | {("India", month(2022, 2)): 10}
    again = imported(EVENTS, ("EN_a.xlsx", resaved_workbook(workbook_bytes(other))), accept=False)
    assert (again.status, again.edition, again.cells.revised) == (Status.WAITING, 2, 2)


def test_the_command_says_so(tmp_path: Path):
    path = tmp_path / "EN_a.xlsx"
    said = []
    for data in (workbook_bytes(LONG), resaved_workbook(workbook_bytes(LONG))):
        path.write_bytes(data)
        out = StringIO()
        call_command("import_release", EVENTS, str(path), "--accept", "--json", stdout=out)
        said.append(json.loads(out.getvalue()))
    assert [(one["status"], one["edition"]) for one in said] == [("in_force", 1), ("nothing_new", 1)]
    assert Edition.objects.count() == 1


def test_the_admin_says_so_before_anything_is_confirmed(desk, upload, imported_in_admin):
    imported_in_admin(desk, release(), accept=True)
    response = upload(desk, reordered_text(release()))
    assert response.context["preview"].nothing_new
    assert b'name="confirm"' not in response.content


@pytest.mark.parametrize(
    ("slug", "name", "data", "other"),
    [
        ("imp-citizenship", CSV, permits, reordered_text),
        ("study-citizenship", students()[0].name, lambda: students()[0].data, resaved_workbook),
    ],
    ids=["text", "workbook"],
)
def test_a_file_that_the_portal_saves_anew_makes_no_edition(portal: Portal, slug, name, data, other):
    dataset = dataset_named(slug)

    def looked() -> list[str]:
        sent: list[int] = []
        check = poll(dataset.package, at=timezone.now(), send=sent.append)
        for job in sent:
            jobs.run(job)
        assert check is not None
        return [job.outcome["status"] for job in check.jobs.all()]

    portal.put(dataset.package, name, data())
    assert looked() == ["waiting"]
    accept(Edition.objects.get())
    before = rows_of(slug)
    portal.put(dataset.package, name, other(data()))
    assert looked() == ["nothing_new"]
    assert Edition.objects.count() == 1
    assert rows_of(slug) == before
    assert SourceFile.objects.filter(edition__isnull=False).count() == 1


REAL = [
    ("pr-citizenship", "2024-06", ".xlsx", resaved_workbook),
    ("pr-citizenship", "2024-06", ".csv", reordered_text),
    ("pr-province-category", "2024-07", ".xlsx", resaved_workbook),
    ("imp-citizenship", "2024-06", ".csv", reordered_text),
    ("study-citizenship", "2025-01", ".xlsx", resaved_workbook),
    ("asylum-office", "2024-07", ".xlsx", resaved_workbook),
]


@pytest.mark.releases
@pytest.mark.parametrize(
    ("table", "edition", "suffix", "other"), REAL, ids=[f"{t}-{s[1:]}" for t, _, s, _ in REAL]
)
def test_real_files_that_were_saved_anew_are_nothing_new(releases, table, edition, suffix, other):
    (path,) = (releases / table / edition).glob(f"*{suffix}")
    data = path.read_bytes()
    assert imported(table, (path.name, data)).status is Status.IN_FORCE
    before = rows_of(table)
    again = imported(table, (path.name, other(data)))
    assert (again.status, again.edition) == (Status.NOTHING_NEW, 1), again.findings
    assert rows_of(table) == before


@pytest.mark.releases
def test_text_saved_anew_after_the_workbook_completes_the_real_edition_in_either_order(releases):
    files = sorted((releases / "pr-citizenship" / "2024-06").iterdir())
    others = {".csv": reordered_text, ".xlsx": resaved_workbook}
    copies = {path.suffix: (path.name, others[path.suffix](path.read_bytes())) for path in files}
    ends = []
    for order in ((".csv", ".xlsx"), (".xlsx", ".csv")):
        with undone():
            first, second = (imported("pr-citizenship", copies[suffix]) for suffix in order)
            assert (first.status, second.completed) == (Status.IN_FORCE, True)
            assert (second.cells.revised, second.cells.removed) == (0, 0)
            ends.append((meaning_of("pr-citizenship"), Edition.objects.get().coverage))
    assert ends[0] == ends[1]
