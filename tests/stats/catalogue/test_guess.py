"""Which dataset a file is, from its name, title and headers."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from stats.catalogue import find_by_file_name, guess
from stats.labels import Label
from stats.readers.reading import CELL_SCHEMA, Form, Reading
from stats.readers.sniff import read

CITIZENSHIP = Label("EN_COUNTRY_OF_CITIZENSHIP", "FR_PAYS_DE_CITOYENNETÉ")


def reading(*headers: Label, title: Label = Label()) -> Reading:
    """A reading with nothing in it but headers and a title."""
    cells = pl.DataFrame(schema=dict(CELL_SCHEMA))
    return Reading(Form.ODP, headers, (), (), cells, frozenset({"en"}), absent_is_zero=True, title=title)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ODP-TR-Work-IMP-CITZ.csv", "imp-citizenship"),
        ("EN_ODP-TR-Work-IMP CITZ.xlsx", "imp-citizenship"),
        ("FR_ODP-TR-Work-IMP CITZ (2).xlsx", "imp-citizenship"),
        ("odp-tr-work-tfwp-citz.CSV", "tfwp-citizenship"),
        ("EN_ODP-TR-Study-IS_CITZ_sign_date__18_.xlsx", "study-citizenship"),
        ("C:\\Downloads\\EN_ODP-PR-Citz - Copy.xlsx", "pr-citizenship"),
        ("releases/EN_ODP-TR-Work-IMP_PT_NOC4.csv", "imp-province-noc"),
        ("ODP-TR-Work-IMP-PT_NOC4.csv", "imp-province-noc"),
    ],
)
def test_file_names(name: str, slug: str) -> None:
    """What a browser or a person adds to a name makes no difference."""
    assert [spec.slug for spec in find_by_file_name(name)] == [slug]


@pytest.mark.parametrize("name", ["", ".csv", "figures.csv", "IMP.xlsx", "ODP-PR-Citz"])
def test_unknown_file_names(name: str) -> None:
    """A name that is no published one belongs to no dataset."""
    assert find_by_file_name(name) == []


def test_only_the_name_tells_the_programs_apart() -> None:
    """With the published name the program is clear; without it the candidates tie and say so."""
    best, second, *_ = guess(reading(CITIZENSHIP), "ODP-TR-Work-TFWP-CITZ.csv")
    assert best.spec.slug == "tfwp-citizenship"
    assert best.score > second.score
    tied = guess(reading(CITIZENSHIP), "permits.csv")
    assert {"imp-citizenship", "tfwp-citizenship"} <= {c.spec.slug for c in tied}
    assert len({c.score for c in tied}) == 1
    assert "only the file name" in tied[0].reasons[-1].en
    assert "seul le nom" in tied[0].reasons[-1].fr


def test_a_title_speaks_louder_than_headers() -> None:
    """A renamed workbook is known by the title inside, whatever months it ends in."""
    title = Label(
        "Canada - Admissions of Permanent Residents by Country of Citizenship, January 2015 - July 2024"
    )
    best, *others = guess(reading(Label("Country of Citizenship"), title=title), "Citizen.xlsx")
    assert best.spec.slug == "pr-citizenship"
    assert all(other.score < best.score for other in others)


def test_headers_of_another_table_outweigh_the_name() -> None:
    """A file of provinces and occupations under the name of citizenships is not taken for it."""
    headers = Label("EN_PROVINCE_TERRITORY"), Label("EN_OCCUPATION")
    found = {candidate.spec.slug for candidate in guess(reading(*headers), "ODP-PR-Citz.csv")}
    assert "pr-citizenship" not in found
    assert {"imp-province-noc", "pr-province-noc"} <= found


def test_nothing_speaks_for_any() -> None:
    """A table of something else has no candidates."""
    assert guess(reading(Label("Height of tree")), "trees.csv") == []


@pytest.mark.releases
def test_published_files(releases: Path) -> None:
    """Every published file is known by its name, and every workbook by its title alone."""
    paths = [path for path in sorted(releases.glob("*/*/*.*")) if "province-noc" not in path.parts[-3]]
    assert len(paths) >= 15
    for path in paths:
        found = read(path.read_bytes(), name=path.name)
        best, *others = guess(found, path.name)
        assert best.spec.slug == path.parts[-3]
        assert all(other.score < best.score for other in others)
        if path.suffix == ".xlsx":
            assert guess(found, "renamed.xlsx")[0].spec.slug == path.parts[-3]
