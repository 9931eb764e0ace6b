"""Code lists of occupations, in the three layouts in which they are published."""

from __future__ import annotations

from pathlib import Path

import pytest

from stats.codelists.noc import read_noc
from stats.labels import Label

ENGLISH = """Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition
1,Broad Category,2,Sciences,"First, the whole."
5,Unit Group,21232,Software developers and programmers,"They write, and read."
"""
FRENCH = """Niveau,Structure hiérarchique,Code dela CNP 2021 v1.0,Titres de classes,Définitions de la classe
5,Groupe de base,21232,Développeurs/développeuses et programmeurs/programmeuses de logiciels,Ils écrivent.
"""
BOTH = """noc_code,title_en_noc2011,title_en_noc2016,title_fr_noc2016,title_en_ircc
0011,Legislators,Legislators,Membres des corps législatifs,
"""


def file(folder: Path, text: str) -> Path:
    """A code list with a byte order mark, as Statistics Canada writes it."""
    path = folder / f"noc{len(list(folder.iterdir()))}.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_two_languages_complete_each_other(tmp_path: Path) -> None:
    """Only unit groups are taken; the French title joins the English one by its code."""
    assert read_noc(file(tmp_path, ENGLISH), file(tmp_path, FRENCH)) == {
        "21232": Label(
            "Software developers and programmers",
            "Développeurs/développeuses et programmeurs/programmeuses de logiciels",
        )
    }


def test_both_languages_in_one_file(tmp_path: Path) -> None:
    """Leading zeros stay, and a missing title falls back to the next column."""
    assert read_noc(file(tmp_path, BOTH)) == {"0011": Label("Legislators", "Membres des corps législatifs")}


def test_a_file_that_is_no_code_list(tmp_path: Path) -> None:
    """The message names the file, what it has and what was expected."""
    with pytest.raises(ValueError, match=r"noc0\.csv: no column of codes and titles among \['a', 'b'\]"):
        read_noc(file(tmp_path, "a,b\n1,2\n"))


@pytest.mark.releases
def test_published_lists(releases: Path) -> None:
    """516 unit groups in 2021 in both languages, 500 in 2011 and 2016."""
    lists = releases / "codelists"
    structure = read_noc(
        lists / "noc_2021_version_1.0_-_classification_structure.csv",
        lists / "cnp_2021_version_1.0_-_structure_de_la_classification.csv",
    )
    assert len(structure) == 516
    assert all(label.en and label.fr for label in structure.values())
    earlier = read_noc(lists / "noc_2011_2016_unit_groups_en_fr.csv")
    assert len(earlier) == 500
    assert earlier["2174"].en == "Computer programmers and interactive media developers"
    assert earlier["2174"].fr.startswith("Programmeurs/programmeuses")
