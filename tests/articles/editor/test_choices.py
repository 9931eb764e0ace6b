from __future__ import annotations

from dataclasses import replace

import pytest

from articles.editor.choices import described, found, members, named_members, periods
from stats.periods import Frequency
from stats.queries.codebooks import codebook
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    make_permits()
    return codebook("permits")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("professors", "4011"),
        ("professeurs", "4011"),
        ("Professeures d'universite", "4011"),
        ("univ prof", "4011"),
        ("2174", "2174"),
        ("bouchers", "9462"),
        ("grafic", "5241"),
    ],
)
def test_members_are_found_in_either_language_by_code_by_words_and_by_what_was_meant(book, text, first):
    occupation = book.dimension("occupation", path="over")
    assert members(occupation, text, "en")[0].value == first


def test_members_are_shown_in_the_language_of_the_interface(book):
    province = book.dimension("province", path="over")
    assert [one.label for one in members(province, "", "fr")] == ["Ontario", "Québec", "Colombie-Britannique"]


def test_the_name_itself_comes_before_names_that_contain_it():
    assert found(["a cook", "cooks", "cook"], "cook", lambda name: (name,)) == ["cook", "cooks", "a cook"]


def test_members_of_a_question_are_named_and_unknown_ones_left_away(book):
    province = book.dimension("province", path="over")
    named = named_members(province, ["ON", "Québec", "Atlantis"], "en")
    assert [(one.asked, one.value, one.label) for one in named] == [
        ("ON", "ON", "Ontario"),
        ("Québec", "QC", "Quebec"),
    ]


def test_periods_that_can_be_answered_are_offered_newest_first_and_partial_ones_say_so(book):
    years = [(str(one.asked), label, one.partial) for one, label in periods(book, Frequency.YEAR, "en")]
    assert years == [("2022", "2022 (January to June 2022)", True), ("2021", "2021", False)]
    assert len(periods(book, Frequency.QUARTER, "en")) == 6
    assert periods(book, Frequency.MONTH, "fr")[0][1] == "juin 2022"


def test_a_dataset_is_described_with_its_dimensions_and_periods(book):
    told = described(book, "fr")
    assert told["title"] == "Permis de travail selon la province et la profession"
    assert [one["slug"] for one in told["dimensions"]] == ["province", "occupation"]
    assert set(told["periods"]) == {"year", "quarter", "month"}


def test_a_sum_of_twelve_months_is_offered_only_where_months_add_up(book):
    def offered(one):
        return "moving_sum" in {measure["value"] for measure in described(one, "en")["measures"]}

    assert offered(book)
    assert not offered(replace(book, months_add=False))
