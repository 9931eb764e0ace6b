"""Screening: each rule finds what it is for, and nothing in a file that is well."""

import pytest

from stats.codebook import TOTAL, Coverage, Dimension, Member, Role, spans_of
from stats.findings import Severity
from stats.labels import Label
from stats.matching import DimensionRules, match
from stats.periods import Period, month, span
from stats.screening import RULES, Screened, screen
from stats.values import EXACT, IRCC
from tests.stats.readings import reading

COUNTRIES = ("India", "France", "Brazil", "Chad")
MONTHS = (month(2024, 1), month(2024, 2))


def screened(rows=COUNTRIES, *, cells=None, known=COUNTRIES, before=None, disclosure=IRCC, periods=MONTHS):
    paths = [((name,),) for name in rows]
    members = tuple(Member(n, name.lower(), Label(name)) for n, name in enumerate(known, start=2))
    dimension = Dimension("citizenship", Label("c"), 0, Member(1, TOTAL, Label("Total"), Role.TOTAL), members)
    read = reading(paths, cells, periods=periods)
    return Screened(
        reading=read,
        matching=match(read, [DimensionRules("citizenship")], [dimension], announce=True),
        disclosure=disclosure,
        file="a.xlsx",
        before=Coverage(spans_of(before), frozenset({"M"})) if before else None,
        known_members=len(known),
        coverage=Coverage(spans_of(periods), frozenset({"M"})),
    )


def rules(found):
    return [finding.rule for finding in found]


def test_a_file_that_is_well_has_no_findings():
    assert screen(screened(before=MONTHS)) == []
    assert screen(screened(known=())) == []


def test_every_rule_says_what_it_is_for_and_what_to_do():
    for rule in RULES:
        assert rule.id.startswith("screen.")
        assert rule.sentence.endswith(".")
        assert rule.remedy.endswith(".")
    assert len({rule.id for rule in RULES}) == len(RULES)


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
