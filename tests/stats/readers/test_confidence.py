"""How sure a reader says that it is follows from what the file did not say itself."""

from dataclasses import replace

import pytest

from stats.findings import Severity
from stats.readers.confidence import GUESSED, LIKELY, Confidence
from stats.readers.sniff import read
from tests.stats.readers.drawn import FLAT, Crosstab, odp, odp_line

ANNUAL = Crosstab(labels=FLAT, corner="Category", years=((2020, 0), (2021, 0), (2022, 0)))


def reading(drawing, layout=(1, 2), **more):
    return read(drawing.xlsx(**more), name="EN_drawn.xlsx", layout=layout)


def test_a_workbook_as_published_is_certain():
    found = reading(Crosstab())
    assert (found.confidence, found.did) == (Confidence.CERTAIN, ())


def test_an_odp_text_is_certain():
    found = read(odp([odp_line(2024, 1, "Fiji", "Fidji", "5")]), name="odp.csv")
    assert (found.confidence, found.did) == (Confidence.CERTAIN, ())


def test_a_copy_without_merges_is_likely_and_says_how_its_header_was_found():
    found = reading(Crosstab(merges=False))
    assert found.confidence is Confidence.LIKELY
    assert found.did == (
        "no merges: header found by its years, 3 label columns and 3 header rows told from the cells",
    )


def test_dimensions_told_from_the_words_of_the_header_are_likely():
    assert reading(Crosstab(), layout=None).confidence is Confidence.LIKELY


def test_dimensions_without_names_are_guessed_and_warned_about():
    found = reading(Crosstab(corner="", merges=False), layout=None)
    assert found.confidence is Confidence.GUESSED
    assert [f.severity for f in found.findings if f.rule == "read.layout-unnamed"] == [Severity.WARNING]


def test_a_choice_among_sheets_is_guessed():
    assert reading(Crosstab(), more={"Copy": Crosstab().grid()}).confidence is Confidence.GUESSED


def test_a_language_that_no_word_tells_is_guessed():
    figures = b",2020,2021,2022\nA,5,5,5\n"
    found = read(figures, name="x.csv")
    assert found.confidence is Confidence.GUESSED
    assert "'en' was taken" in found.did[0]


def test_the_last_year_of_an_annual_table_without_a_date_is_guessed():
    found = reading(replace(ANNUAL, after=()), layout=(1,))
    assert found.confidence is Confidence.GUESSED
    assert found.did == ("there is no source line with a cut-off date; 2022 was taken as a whole year",)
    dated = replace(ANNUAL, after=(("Source: IRCC, December 31, 2022",),))
    assert reading(dated, layout=(1,)).confidence is Confidence.CERTAIN


def test_years_of_two_digits_are_likely():
    found = read(b"Category,15-Jan,15-Feb,15-Mar\nWorkers not stated,5,5,5\n", name="x.csv")
    assert found.confidence is Confidence.LIKELY
    assert found.did == ("years of two digits, such as in '15-Jan', were taken as those from 2000 on",)


def test_letters_that_were_lost_are_named():
    text = "Category,2020-01,2020-02,2020-03\nR\N{REPLACEMENT CHARACTER}sidents,5,5,5\n"
    found = read(text.encode(), name="x.csv")
    (finding,) = [f for f in found.findings if f.rule == "read.lost-letters"]
    assert (finding.severity, finding.where.row) == (Severity.WARNING, 2)
    assert found.confidence is Confidence.GUESSED


@pytest.mark.parametrize("rule", sorted(GUESSED))
def test_no_rule_leaves_two_degrees_of_doubt(rule):
    assert rule not in LIKELY
