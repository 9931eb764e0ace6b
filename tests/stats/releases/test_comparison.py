"""What real editions change, and changes made up from real files, are sorted into the kinds that they are."""

import io
import json

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from stats.models import Dataset

pytestmark = [pytest.mark.releases, pytest.mark.django_db]


@pytest.fixture
def take(releases, data_dir):
    """Import the workbook of a table and edition, or another one; the outcome as the command says it."""

    def run(table, edition, *options, path=None):
        (found,) = [path] if path else (releases / table / edition).glob("*.xlsx")
        out = io.StringIO()
        call_command("import_release", table, str(found), "--json", *options, stdout=out)
        return json.loads(out.getvalue())

    return run


def compared(table, before, after):
    out = io.StringIO()
    call_command("compare", table, str(before), str(after), "--json", stdout=out)
    return json.loads(out.getvalue())


def kinds(found):
    return {change["kind"]: change for change in found["classification"]}


def test_routine_editions_of_admissions_are_called_routine(take):
    for edition in ("2024-06", "2024-07", "2025-07"):
        take("pr-province-category", edition, "--accept")
    july, year = (compared("pr-province-category", 1, after) for after in (2, 3))
    assert (july["cells"]["revised"], july["cells"]["revised"] + july["cells"]["unchanged"]) == (215, 42_294)
    assert set(kinds(july)) == {"revision", "new_periods"}
    assert kinds(july)["revision"]["cells"] == 215
    assert (year["cells"]["revised"], year["cells"]["revised"] + year["cells"]["unchanged"]) == (417, 42_294)
    assert set(kinds(year)) == {"rows_come", "suppression", "revision", "new_periods"}
    assert kinds(year)["rows_come"]["series"] == 4
    assert kinds(year)["suppression"]["cells"] + kinds(year)["revision"]["cells"] == 417
    assert set(kinds(compared("pr-province-category", 2, 3))) == set(kinds(year))


def test_routine_editions_of_students_are_called_routine(take):
    for edition in ("2025-01", "2025-07"):
        outcome = take("study-citizenship", edition, "--accept")
    found = compared("study-citizenship", 1, 2)
    assert (found["cells"]["revised"], found["cells"]["unchanged"]) == (424, 26_620 - 424)
    assert outcome["classification"] == found["classification"]
    assert set(kinds(found)) == {"suppression", "revision", "new_periods"}


def test_claims_counted_at_another_kind_of_office_are_a_reclassification_in_one_province(take):
    """By 2025 some claims of British Columbia had moved from inland offices to the border."""
    for edition in ("2024-07", "2025-07"):
        take("asylum-office", edition, "--accept")
    found = compared("asylum-office", 1, 2)
    assert (found["cells"]["revised"], found["cells"]["removed"], found["cells"]["unchanged"]) == (
        427,
        7,
        3_828,
    )
    change = kinds(found)["reclassification"]
    assert change["within"]["label"]["en"] == "British Columbia"
    assert (change["volume"], change["cells"]) == (1_675, 142)
    assert change["said"].startswith("1,675 moved from Inland, Airport to Border, in 142 cells")


def changed(source, target, change):
    """A copy of a workbook with other figures: `change` gets the cells of each row by its first label."""
    book = load_workbook(source)
    rows = [
        (line[0].value, [cell for cell in line[1:] if str(cell.value or "").replace(",", "").isdigit()])
        for line in book.worksheets[0].iter_rows(min_row=4)
    ]
    for cell, number in change([(name, cells) for name, cells in rows if cells]):
        cell.value = str(number) if number or number_of(cell) == 0 else "--"
    book.save(target)
    return target


def number_of(cell):
    return int(str(cell.value).replace(",", ""))


def rounded(number):
    return round(number / 5) * 5


@pytest.fixture
def holders(releases):
    """The workbook of people who hold a permit at the end of a year."""
    (path,) = (releases / "imp-program-year-end" / "2024").glob("*.xlsx")
    return path


def test_a_fall_by_a_third_in_all_years_is_stopped_called_a_mass_restatement_and_quantified(
    take, holders, tmp_path
):
    table = "imp-program-year-end"
    take(table, "2024", "--accept")
    Dataset.objects.filter(slug=table).update(alone_kinds=["new_periods", "revision", "rows_come"])
    lowered = changed(
        holders,
        tmp_path / "EN_lowered.xlsx",
        lambda rows: [(c, rounded(number_of(c) * 2 / 3)) for _, cells in rows for c in cells],
    )
    outcome = take(table, "", path=lowered)
    assert outcome["status"] == "waiting"
    assert "a mass restatement" in outcome["waits_because"]
    first, second = outcome["classification"][:2]
    assert (first["kind"], second["kind"]) == ("restatement", "unannounced")
    assert (first["first"], first["last"], first["periods"]) == ("2000", "2024", 25)
    assert first["said"].startswith("5,803 of 7,150 cells fell from 2000 to 2024, by 33% in the median.")


def tenth_moved(rows):
    """A tenth of China counted half under Pakistan and half under Brazil, in every column."""
    cells = {str(name).strip(): {cell.column: cell for cell in cells} for name, cells in rows}
    losing, gaining = cells["China, People's Republic of"], [cells["Pakistan"], cells["Brazil"]]
    for column, cell in losing.items():
        if all(column in others for others in gaining):
            half = rounded(number_of(cell) / 20)
            yield cell, number_of(cell) - 2 * half
            for others in gaining:
                yield others[column], number_of(others[column]) + half


def test_a_tenth_of_one_country_counted_under_others_is_a_reclassification(take, releases, tmp_path):
    take("pr-citizenship", "2024-07", "--accept")
    (path,) = (releases / "pr-citizenship" / "2024-07").glob("*.xlsx")
    outcome = take("pr-citizenship", "", path=changed(path, tmp_path / "EN_moved.xlsx", tenth_moved))
    assert outcome["status"] == "waiting"
    first, second = outcome["classification"][:2]
    assert (first["kind"], second["kind"]) == ("reclassification", "unannounced")
    moved = {member["label"]["en"]: member["delta"] for member in first["members"]}
    assert moved["China, People's Republic of"] == -first["volume"]
    assert moved["Pakistan"] == moved["Brazil"] == first["volume"] / 2
    assert first["cells"] == 3 * first["periods"]
