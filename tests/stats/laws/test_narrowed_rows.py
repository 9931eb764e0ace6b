"""Stated totals narrow rows and columns as they narrow single figures: as far as the truth and no further."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stats.periods import Period, year
from tests.stats.cubes import Cube
from tests.stats.laws.oracle import (
    CELLS,
    DISCLOSURES,
    EVERYTHING,
    MONTHS,
    PLAIN,
    Published,
    printed,
    publications,
    stated_totals,
    truths_of_cells,
)

TABLES = (
    {"over": "province", "by": "period", "period": {"from": "2023-01", "to": "2023-03"}},
    {"over": "province", "by": "period", "period": {"from": "2022", "to": "2023"}},
    {"over": "category", "by": "period", "period": {"last": 2, "of": "month"}, "depth": "all"},
    {"over": "category", "by": "period", "period": {"last": 2, "of": "year"}, "where": {"province": "ON"}},
    {"over": "province", "by": "category", "period": "2023"},
    {"over": "category", "by": "province", "period": "2023-02"},
    {"over": "province", "by": "period", "period": "2023-02", "where": {"category": ["eco", "oth"]}},
    {"over": "category", "by": "period", "period": "2023-02", "where": {"category": ["eco/fsw", "fam"]}},
)
FEBRUARY = Period.parse("2023-02")
MEASURES = ({}, {"measure": "change"}, {"measure": "percent_change"}, {"measure": "share"})


def months_of(period):
    """The months of a period that these cubes have."""
    return tuple(m for m in Period.parse(period).months if m in MONTHS)


def figures_of(table, question):
    """The figures of a table with the single question that asks for each."""
    for row in table.rows:
        for column, figure in zip(table.columns, row.figures, strict=True):
            where = dict(question.get("where", {})) | {question["over"]: row.member.code}
            if column.member is not None:
                where[question["by"]] = column.member.code
            period = str(column.period.asked) if column.period else question["period"]
            yield figure, {"where": where, "period": period}


@settings(max_examples=60)
@given(publications(stated=True), st.sampled_from(TABLES))
def test_figures_of_a_table_hold_every_truth_that_all_printed_totals_allow(published, question):
    worlds = list(published.worlds())
    for figure, asked in figures_of(published.cube.ask(kind="table", **question), question):
        total = published.sum_of(asked["where"], months_of(asked["period"]))
        truths = set(map(total, worlds))
        assert min(truths) in figure.value.hard
        assert max(truths) in figure.value.hard
        assert (
            figure.value.hard.low <= figure.value.sure.low <= figure.value.sure.high <= figure.value.hard.high
        )


@settings(max_examples=60)
@given(publications(stated=True), st.sampled_from(TABLES), st.sampled_from(MEASURES))
def test_figures_of_a_table_are_those_that_are_given_alone(published, question, measure):
    if measure.get("measure") == "share":
        measure = measure | {"of": {question["over"]: "_T"}}
    table = published.cube.ask(kind="table", **question, **measure)
    for figure, asked in figures_of(table, question):
        assert figure == published.cube.ask(**asked, **measure).figure


@settings(max_examples=40)
@given(
    publications(stated=True),
    st.sampled_from(["province", "category"]),
    st.sampled_from(["2023", "2023-02"]),
    st.sampled_from(["value", "share"]),
)
def test_ranks_and_neighbours_that_are_told_apart_hold_in_every_world(published, over, period, measure):
    asked = {"over": over, "period": period, "exclude": [], "deciding": "hard"}
    ranking = published.cube.ask(kind="ranking", measure=measure, **asked)
    codes = [row.member.code for row in ranking.rows]
    sums = {code: published.sum_of({over: code}, months_of(period)) for code in codes}
    ranks = {
        code: published.cube.ask(measure="rank", where={over: code}, **asked).figure.value.hard
        for code in codes
    }
    told = [(a.member.code, b.member.code) for a, b in pairwise(ranking.rows) if a.distinguishable]
    for world in published.worlds():
        numbers = {code: number(world) for code, number in sums.items()}
        assert all(numbers[one] > numbers[two] for one, two in told)
        for code, number in numbers.items():
            assert 1 + sum(other > number for other in numbers.values()) in ranks[code]


@st.composite
def one_total(draw, near, total):
    """A publication of cells near each other, of which only one kind of totals is stated."""
    disclosure = draw(st.sampled_from(DISCLOSURES))
    world = draw(truths_of_cells(disclosure, most=4, cells=near))
    stated = {
        (codes, at): number
        for (codes, at), number in stated_totals(world, disclosure).items()
        if total(codes, at)
    }
    shown = {cell: printed(number, disclosure) for cell, number in world.items() if number}
    patterns = PLAIN | {"TM" for codes, _ in stated if "_T" in codes}
    cube = Cube({**shown, **stated}, (*MONTHS, *{at for _, at in stated if at not in MONTHS}), patterns)
    return Published(replace(cube, disclosure=disclosure), shown, stated)


LEAVES = ("eco/fsw", "eco/cg", "fam/sp", "oth")
CATEGORIES = {"category": list(LEAVES)}


def held_exactly(published, table, question):
    worlds = list(published.worlds())
    for figure, asked in figures_of(table, question):
        truths = set(map(published.sum_of(asked["where"], months_of(asked["period"])), worlds))
        assert (figure.value.hard.low, figure.value.hard.high) == (min(truths), max(truths))


YEARS = one_total(
    [cell for cell in CELLS if cell[0] == ("ON", "oth")],
    lambda codes, at: codes == ("ON", "oth") and at in (year(2022), year(2023)),
)
WHOLES = one_total(
    [cell for cell in CELLS if cell[1] == FEBRUARY],
    lambda codes, at: codes[0] == "_T" and codes[1] in LEAVES and at in MONTHS,
)
SPANS = (
    {"from": "2023-01", "to": "2023-03"},
    {"from": "2022", "to": "2023"},
    {"from": "2023-Q1", "to": "2023-Q2"},
)


@given(YEARS, st.sampled_from(SPANS))
def test_a_stated_year_leaves_its_months_and_sums_of_them_no_more_than_the_truth(published, period):
    where = {"province": "ON"} | CATEGORIES
    question = {"over": "category", "by": "period", "period": period, "where": where}
    held_exactly(published, published.cube.ask(kind="table", **question), question)


@given(WHOLES, st.sampled_from(["province", "category"]), st.sampled_from(["2023-02", "2023"]))
def test_a_stated_whole_leaves_its_parts_and_sums_of_them_no_more_than_the_truth(published, over, period):
    by = {"province": "category", "category": "province"}[over]
    where = {"province": ["ON", "QC"]} | CATEGORIES
    question = {"over": over, "by": by, "period": period, "where": where}
    held_exactly(published, published.cube.ask(kind="table", **question), question)
    sums = {"over": "category", "by": "period", "period": period, "where": where}
    held_exactly(published, published.cube.ask(kind="table", **sums), sums)


def everything(rows):
    """A cube in which every total is stated: numbers by province, category and month."""
    cells = {((p, c), at): n for (p, at), of in rows.items() for c, n in of.items()}
    return Cube(cells, MONTHS, EVERYTHING)


@pytest.mark.parametrize(
    ("over", "code", "where"),
    [("province", "QC", {"category": "oth"}), ("category", "oth", {"province": "QC"})],
)
def test_a_hidden_row_is_as_narrow_as_a_hidden_total_of_it_leaves_it(over, code, where):
    hidden = {"eco": None, "eco/fsw": None, "fam": None, "fam/sp": None, "oth": None, "_T": None}
    cube = everything({("QC", FEBRUARY): hidden, ("_T", FEBRUARY): hidden})
    ranking = cube.ask(kind="ranking", over=over, where=where, period="2023-02", exclude=[])
    (found,) = (row.figure.value for row in ranking.rows if row.member.code == code)
    assert (found.number, found.hard.low, found.hard.high, found.sure.high) == (None, 1, 2, 2)


JANUARY = Period.parse("2023-01")
MORE = {"fam": 10, "fam/sp": 10, "oth": 10, "_T": 20}
LESS = {"fam": 5, "fam/sp": 5, "oth": 10, "_T": 15}
SUM = {"category": ["fam", "oth"]}


def hard_of(row):
    return row.figure.value.hard.low, row.figure.value.hard.high


def test_sums_that_their_stated_wholes_keep_apart_are_told_apart():
    cube = everything({("ON", FEBRUARY): MORE, ("QC", FEBRUARY): LESS})
    ranking = cube.ask(kind="ranking", over="province", where=SUM, period="2023-02", deciding="hard")
    assert [(row.member.code, row.figure.value.number) for row in ranking.rows] == [("ON", 20), ("QC", 15)]
    assert [hard_of(row) for row in ranking.rows] == [(18, 22), (13, 17)]
    assert ranking.rows[0].distinguishable
    best = cube.ask(measure="rank", over="province", where=SUM | {"province": "ON"}, period="2023-02")
    assert hard_of(best) == (1, 1)


def test_a_rise_that_stated_wholes_prove_is_certain():
    cube = everything({("ON", JANUARY): LESS, ("ON", FEBRUARY): MORE})
    period = {"from": "2023-01", "to": "2023-02"}
    where = SUM | {"province": "ON"}
    answer = cube.ask(kind="statement", says="rises", where=where, period=period, deciding="hard")
    assert (answer.verdict, answer.number.number) == ("certain", 1)


def test_a_share_is_no_wider_than_its_narrowed_part_leaves_it():
    cube = everything({("ON", FEBRUARY): MORE, ("QC", FEBRUARY): LESS, ("_T", FEBRUARY): {"_T": 35}})
    share = {"measure": "share", "of": {"province": "_T", "category": "_T"}}
    shares = cube.ask(kind="ranking", over="province", where=SUM, period="2023-02", **share)
    assert [hard_of(row) for row in shares.rows] == [(18 / 37, 22 / 33), (13 / 37, 17 / 33)]


def test_what_contradicts_a_stated_row_does_not_narrow_it():
    cube = everything({("ON", FEBRUARY): MORE | {"_T": 500}})
    ranking = cube.ask(kind="ranking", over="province", period="2023-02")
    assert hard_of(ranking.rows[0]) == (498, 502)
