from __future__ import annotations

import pytest

from articles.checklist.numerals import numerals


def read(text: str, language: str = "en") -> list[tuple[str, float]]:
    return [(one.text, one.value) for one in numerals(text, language)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "There were 3,960 permits.", [("3,960", 3960)]),
        ("en", "1,234,567 people, and 12.5 each", [("1,234,567", 1234567), ("12.5", 12.5)]),
        ("en", "about 1.2 million permits", [("1.2 million", 1_200_000)]),
        ("en", "up 37% or 37 per cent", [("37%", 37), ("37 per cent", 37)]),
        ("en", "only 5% of them", [("5%", 5)]),
        ("en", "between 120–140 permits.", [("120", 120), ("140", 140)]),
        ("en", "In 2021, 300 came.", [("300", 300)]),
        ("fr", "Il y a eu 3 960 permis.", [("3 960", 3960)]),
        (
            "fr",
            "Il y a eu 3\u00a0960 permis, soit 12,5\u00a0%.",
            [("3\u00a0960", 3960), ("12,5\u00a0%", 12.5)],
        ),
        ("fr", "1,2 million de permis, 3 milliards", [("1,2 million", 1_200_000), ("3 milliards", 3e9)]),
        ("fr", "En 2021 300 personnes", [("300", 300)]),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2021 and from 1998 to 2003."),
        ("en", "On July 31, on 31 July 2024, on Sept. 30 and on 2024-07-31"),
        ("en", "the 3rd and the 21st, the 20s"),
        ("en", "nine provinces, 9 territories"),
        ("en", "Some 19 in 20 permits, 35 out of 100"),
        ("en", "the last 12 months, after 18 years, at 10:30, at 11 a.m."),
        ("en", "NOC 2174, section 205, aged 25, the top 10"),
        ("en", "a 10-year low, route 66/2, B2B, IMP-12"),
        ("fr", "Le 1er juillet, le 31 juillet 2024, en 2021"),
        ("fr", "pendant 12 mois, 19 sur 20, CNP 4011, le 21e siècle, âgés de 25 ans"),
    ],
)
def test_what_is_no_figure_of_a_dataset_is_passed_over(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "unit"), [("3,960", 10), ("4,000", 1000), ("12.5", 0.1), ("1.2 million", 100_000), ("37%", 1)]
)
def test_a_number_says_how_finely_it_is_written(text, unit):
    (one,) = numerals(text, "en")
    assert one.unit == pytest.approx(unit)
