"""One code for a province, however a file spells it."""

from __future__ import annotations

import pytest

from stats.codelists.provinces import by_code, province_code, provinces


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Quebec", "QC"),
        ("Québec", "QC"),
        ("QUÉBEC", "QC"),
        ("Ontario - Total", "ON"),
        ("Ontario – Total", "ON"),
        ("Newfoundland and Labrador Total", "NL"),
        ("Terre-Neuve-et-Labrador", "NL"),
        ("Île-du-Prince-Édouard", "PE"),
        ("Province / Territory not stated", "not-stated"),
        ("Province/territory not stated", "not-stated"),
        ("Province/Territory not stated - Total", "not-stated"),
        ("Province not stated Total", "not-stated"),
        ("Province/Territory of claim not stated", "not-stated"),
        ("Outside Canada", "outside-canada"),
        ("on", "ON"),
    ],
)
def test_known_spellings(spelling: str, code: str) -> None:
    """Case, accents, dashes, blanks around a slash and a total's suffix make no difference."""
    assert province_code(spelling) == code


@pytest.mark.parametrize("label", ["", "Total", "Canada", "Atlantic provinces", "Toronto"])
def test_what_is_no_province(label: str) -> None:
    """A name that is none of them has no code; nothing is guessed."""
    assert province_code(label) is None


def test_thirteen_and_two_residual_ones() -> None:
    """Ten provinces, three territories, each with two names; residual members are marked."""
    assert " ".join(p.code for p in provinces() if not p.residual) == "NL PE NS NB QC ON MB SK AB BC YT NT NU"
    assert all(p.label.en and p.label.fr for p in provinces())
    assert len(by_code()) == len(provinces()) == 15
