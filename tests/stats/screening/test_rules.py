"""Screening: each rule finds what it is for, and nothing in a file that is well."""

from datetime import date

import pytest

from stats.findings import Severity
from stats.labels import Label
from stats.periods import Period, month, span
from stats.screening import screen
from stats.values import EXACT
from tests.stats.screening.screened import COUNTRIES, MONTHS, rules, screened


def test_a_file_that_is_well_has_no_findings():
    assert screen(screened(before=MONTHS)) == []
    assert screen(screened(known=())) == []


def test_a_number_off_the_base_is_refused_at_its_place():
    cells = {(1, MONTHS[1]): 7, (0, MONTHS[0]): 5, (2, MONTHS[0]): None}
    (finding,) = screen(screened(cells=cells))
    assert (finding.rule, finding.severity) == ("screen.off-base", Severity.REFUSAL)
    assert (finding.where.row, finding.where.column) == (7, 3)
    assert finding.message == "7 is not a multiple of 5 (1 such cells)"
    assert screen(screened(cells=cells, disclosure=EXACT)) == []


def test_only_a_few_of_many_such_numbers_are_shown():
    cells = {(row, at): 7 for row in range(4) for at in MONTHS}
    found = screen(screened(cells=cells))
    assert len(found) == 3
    assert "(8 such cells)" in found[0].message


def test_a_number_larger_than_any_count_of_people_is_refused_at_its_place():
    (finding,) = screen(screened(cells={(1, MONTHS[0]): 2_000_000_005}))
    assert (finding.rule, finding.where.row, finding.where.column) == ("screen.too-large", 7, 2)


def test_a_label_longer_than_any_name_is_refused():
    (finding,) = screen(screened((*COUNTRIES[:3], "a note " * 50)))
    assert (finding.rule, finding.where.row) == ("screen.name-too-long", 9)
    assert len(finding.message) < 200


def test_two_rows_of_the_same_members_are_refused():
    (finding,) = screen(screened(("India", "France", "INDIA", "Brazil")))
    assert finding.rule == "screen.same-row-twice"
    assert finding.where.row == 8
    assert "row 6" in finding.message


def test_a_file_that_ends_before_the_edition_in_force_is_refused():
    found = screen(screened(before=(*MONTHS, month(2024, 3))))
    assert rules(found) == ["screen.older", "screen.periods-gone"]
    assert "2024-02" in found[0].message


def test_months_that_are_gone_are_a_warning():
    (finding,) = screen(screened(before=tuple(span(month(2023, 11), month(2024, 2)))))
    assert (finding.rule, finding.severity) == ("screen.periods-gone", Severity.WARNING)
    assert "2 periods are gone, 2023-11 to 2023-12" in finding.message


def test_years_that_a_text_does_not_print_are_not_gone():
    assert screen(screened(before=(*MONTHS, Period.parse("2023")))) == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("India", "Oslo", "Bergen", "Troms"), ["screen.another-table", "screen.rows-gone"]),
        (("India", "France", "Bergen", "Troms"), []),
        (("India",), ["screen.rows-gone"]),
        (("India", "France"), []),
    ],
)
def test_unknown_or_missing_members_are_refused_from_half_on(rows, found):
    assert rules(screen(screened(rows))) == found


YEAR = tuple(span(month(2024, 1), month(2024, 8)))


def test_a_figure_out_of_all_proportion_is_a_warning_at_its_place():
    cells = {(row, at): 15 for row in range(4) for at in YEAR} | {(3, YEAR[3]): 1200}
    (finding,) = screen(screened(cells=cells, periods=YEAR))
    assert (finding.rule, finding.severity) == ("screen.out-of-proportion", Severity.WARNING)
    assert (finding.where.row, finding.where.column) == (9, 5)
    assert finding.message == "'Chad' is 1,200 in 2024-04, the months around it at most 15 (1 such cells)"


@pytest.mark.parametrize("high", [295, 495])
def test_small_figures_may_jump(high):
    cells = {(row, at): 5 for row in range(4) for at in YEAR} | {(3, YEAR[3]): high}
    assert screen(screened(cells=cells, periods=YEAR)) == []


def test_a_lasting_rise_is_not_out_of_proportion():
    cells = {(row, at): 5 if at < YEAR[3] else 1200 for row in range(4) for at in YEAR}
    assert screen(screened(cells=cells, periods=YEAR)) == []


def test_a_cut_off_date_that_went_back_is_a_warning():
    found = screen(screened(before=MONTHS, cut_off=date(2024, 2, 15), cut_off_before=date(2024, 2, 29)))
    assert rules(found) == ["screen.cut-off-back"]
    assert "as of 2024-02-15, those in force as of 2024-02-29" in found[0].message
    assert screen(screened(before=MONTHS, cut_off=date(2024, 2, 29), cut_off_before=date(2024, 2, 29))) == []


def test_a_cut_off_date_in_another_month_than_the_last_is_a_warning_at_the_last_column():
    (finding,) = screen(screened(cut_off=date(2024, 6, 30)))
    assert (finding.rule, finding.where.column) == ("screen.cut-off-elsewhere", 3)


def test_another_title_is_a_warning_but_for_its_dates():
    before = {"before": MONTHS, "title_before": Label("Work permits, January 2015 - June 2024")}
    assert screen(screened(title=Label("Work permits, January 2015 - July 2024"), **before)) == []
    (finding,) = screen(screened(title=Label("Work permit holders, January 2015 - July 2024"), **before))
    assert (finding.rule, finding.severity) == ("screen.title-changed", Severity.WARNING)
    assert "'Work permit holders, January 2015 - July 2024'" in finding.message


def test_notes_that_go_or_come_are_a_warning():
    notes = (Label("Persons are counted once."), Label("Data are preliminary."))
    assert screen(screened(before=MONTHS, notes=notes, notes_before=notes[::-1])) == []
    (finding,) = screen(screened(before=MONTHS, notes=notes[1:], notes_before=notes))
    assert finding.message == "1 notes are gone, 0 have come; the first: 'Persons are counted once.'"


def test_a_text_without_notes_says_nothing_about_notes():
    assert screen(screened(before=MONTHS, notes_before=(Label("Persons are counted once."),))) == []


def test_a_label_in_the_other_language_is_a_warning_at_its_row():
    (finding,) = screen(screened(("Inde", *COUNTRIES[1:])))
    assert (finding.rule, finding.where.row) == ("screen.languages-mixed", 6)
    assert finding.message == "'Inde' stands where English is expected: 'India' (1 such labels)"


def test_a_name_that_is_the_same_in_both_languages_is_not_mixed_up():
    assert screen(screened(("France", "India", "Brazil", "Chad"))) == []
