"""Codebooks: members are found by every name they have, and coverage says what an edition speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.codebook import TOTAL, Coverage, Dimension, Member, Role, spans_of
from stats.labels import Label
from stats.periods import Frequency, Period, month
from stats.questions import QuestionError
from tests.stats.cubes import CATEGORY, PROVINCE, Cube

ALL = Member(1, TOTAL, Label("All categories", "Toutes"), Role.TOTAL)
periods = st.builds(month, st.integers(2020, 2022), st.integers(1, 12)) | st.builds(
    lambda y: Period(Frequency.YEAR, y), st.integers(2015, 2025)
)


@pytest.mark.parametrize("name", ["eco", "Economic", "ECONOMIC", "Economic (fr)", " economic "])
def test_a_member_is_found_by_code_and_by_label_in_either_language(name):
    assert CATEGORY.named(name, path="where").code == "eco"


def test_the_total_is_a_member_with_a_name():
    assert CATEGORY.named("_T", path="where") is CATEGORY.total
    assert CATEGORY.named("total", path="where") is CATEGORY.total


def test_a_name_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(QuestionError) as caught:
        CATEGORY.named("Econmic", path="where.category")
    assert caught.value.path == "where.category"
    assert "Economic" in caught.value.accepted


def test_a_group_and_its_part_of_the_same_name_mean_the_group():
    refugees = Member(2, "r", Label("Refugees"))
    part = Member(3, "r/r", Label("Refugees"), parent="r")
    found = Dimension("category", Label("Category"), 0, ALL, (part, refugees))
    assert found.named("Refugees", path="where") is refugees


def test_a_name_of_several_members_is_refused_with_their_codes():
    members = tuple(
        Member(n, code, Label("Other" if "/" in code else code), parent=parent)
        for n, (code, parent) in enumerate([("a", None), ("b", None), ("a/o", "a"), ("b/o", "b")], start=2)
    )
    with pytest.raises(QuestionError) as caught:
        Dimension("category", Label("Category"), 0, ALL, members).named("Other", path="where")
    assert caught.value.accepted == ["a/o", "b/o"]


def test_leaves_are_the_innermost_members():
    assert [m.code for m in CATEGORY.leaves_under(CATEGORY.by_code["eco"])] == ["eco/fsw", "eco/cg"]
    assert [m.code for m in CATEGORY.leaves_under(CATEGORY.total)] == ["eco/fsw", "eco/cg", "fam/sp", "oth"]
    assert CATEGORY.leaves_under(CATEGORY.by_code["oth"]) == (CATEGORY.by_code["oth"],)


def test_a_part_lies_in_its_group_and_all_lie_in_the_total():
    part, group = CATEGORY.by_code["eco/fsw"], CATEGORY.by_code["eco"]
    assert CATEGORY.is_part(part, of=group)
    assert not CATEGORY.is_part(group, of=part)
    assert not CATEGORY.is_part(part, of=CATEGORY.by_code["fam"])
    assert CATEGORY.is_part(group, of=CATEGORY.total)
    assert not CATEGORY.is_part(CATEGORY.total, of=CATEGORY.total)


def test_dimensions_are_found_by_slug_only():
    book = Cube({}, (month(2024, 1),)).codebook
    assert book.dimension("province", path="over") is PROVINCE
    with pytest.raises(QuestionError) as caught:
        book.dimension("provinces", path="over")
    assert caught.value.accepted == ["province"]


@given(st.sets(periods))
def test_spans_hold_exactly_the_periods_they_are_made_of(some):
    coverage = Coverage(spans_of(some))
    assert {*coverage.of(Frequency.MONTH), *coverage.of(Frequency.YEAR)} == some
    assert all(coverage.covers(period) for period in some)
    assert all(coverage.covers(period.next) == (period.next in some) for period in some)
    if some:
        assert coverage.until == max(period.last_month for period in some)
        assert coverage.since == min(period.first_month for period in some)


@given(st.sets(periods), st.sets(periods))
def test_two_forms_cover_together_what_either_covers(one, other):
    first, second = (Coverage(spans_of(s), frozenset({"M"})) for s in (one, other))
    assert first.joined(second) == second.joined(first) == Coverage(spans_of(one | other), frozenset({"M"}))


@given(st.sets(periods), st.sets(st.sampled_from(["MM", "MT", "TG"])), st.sets(st.just(("NS", TOTAL))))
def test_coverage_reads_back_from_json(some, patterns, undivided):
    coverage = Coverage(spans_of(some), frozenset(patterns), frozenset(undivided))
    assert Coverage.from_json(coverage.as_json()) == coverage


def test_a_partial_period_is_covered_only_as_such():
    begun = Period.parse("2024-to-06")
    coverage = Coverage(spans_of([begun]))
    assert coverage.covers(begun)
    assert not coverage.covers(Period.parse("2024"))
    assert not coverage.covers(Period.parse("2024-to-05"))
