"""The language is told from words, by the name only on a draw."""

import pytest

from stats.readers.language import language


@pytest.mark.parametrize(
    ("texts", "name", "expected"),
    [
        (["Country of citizenship", "Jan", "Q1 Total"], "", "en"),
        (["Pays de citoyenneté", "janv.", "Total T1"], "EN_wrong.xlsx", "fr"),
        (["15-Jan", "15-Aug", "Québec"], "FR_x.csv", "en"),
        (["2015", "Total"], "FR_ODP-PR-Citz.xlsx", "fr"),
        (["2015", "Total"], "copy.xlsx", "en"),
        ([], "", "en"),
    ],
)
def test_languages(texts, name, expected):
    assert language(texts, name=name) == expected
