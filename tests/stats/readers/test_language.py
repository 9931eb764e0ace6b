"""The language is told from words, by the name only on a draw."""

import pytest

from stats.findings import Severity, Where
from stats.readers.language import language


@pytest.mark.parametrize(
    ("texts", "name", "expected", "drawn"),
    [
        (["Country of citizenship", "Jan", "Q1 Total"], "", "en", False),
        (["Pays de citoyenneté", "janv.", "Total T1"], "EN_wrong.xlsx", "fr", False),
        (["15-Jan", "15-Aug", "Québec"], "FR_x.csv", "en", False),
        (["2015", "Total"], "FR_ODP-PR-Citz.xlsx", "fr", True),
        (["2015", "Total"], "copy.xlsx", "en", True),
        ([], "", "en", True),
    ],
)
def test_languages(texts, name, expected, drawn):
    spoken, findings = language(texts, where=Where(name))
    assert (spoken, [f.rule for f in findings]) == (expected, ["read.language-guessed"] if drawn else [])
    assert all(f.severity is Severity.WARNING for f in findings)
