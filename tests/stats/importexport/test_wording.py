"""Periods, values and coverage in words, in both languages."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from stats.codebook import Coverage
from stats.importexport import wording
from stats.periods import Period
from stats.values import Status


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("2024-07", "July 2024"),
        ("2024-Q3", "Q3 2024"),
        ("2024", "2024"),
        ("2024-to-07", "2024 (to July 2024)"),
        ("2024-Q3-to-07", "Q3 2024 (to July 2024)"),
    ],
)
def test_a_period_in_words(text, en):
    assert wording.period(Period.parse(text)) == en


def test_months_are_french_in_french():
    with override("fr"):
        assert wording.period(Period.parse("2024-07")) == "juillet 2024"


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        (0, Status.NORMAL, "0"),
        (12345, Status.NORMAL, "12,345"),
        (None, Status.SUPPRESSED, "suppressed"),
        (None, Status.MISSING, "missing"),
        (None, Status.NOT_APPLICABLE, "not applicable"),
    ],
)
def test_zero_suppressed_missing_and_not_applicable_are_four_things(number, status, said):
    assert wording.value(number, status) == said


def test_coverage_names_the_shortest_periods_first():
    spans = (("2024-to-02", "2024-to-02"), ("2022", "2023"), ("2022-01", "2024-02"))
    coverage = Coverage(tuple((Period.parse(a), Period.parse(b)) for a, b in spans))
    assert wording.spans(coverage) == [
        "January 2022 to February 2024 (months)",
        "2022 to 2023 (years)",
        "2024 (to February 2024)",
    ]
