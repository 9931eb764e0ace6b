"""Tables say what there is to know of some rows and columns, and how many are not shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stats.answers import RemarkKind
from stats.assembly import assemble
from stats.labels import Label
from stats.periods import month, span, year
from stats.plan import periods as planned
from stats.plan import planning
from stats.questions import QuestionError, parse
from stats.workings import workings
from tests.stats.cubes import Cube

MONTHS = tuple(span(month(2023, 1), month(2024, 4)))


def remarks(cube, **question):
    """The remarks of a table by their kinds, each as rows and columns."""
    table = cube.ask(kind="table", **question)
    return {remark.kind: (remark.rows, remark.columns) for remark in table.remarks}


def test_a_period_that_the_edition_covers_in_part_is_remarked():
    found = remarks(Cube({}, MONTHS), over="province", period={"from": "2023", "to": "2024"})
    assert RemarkKind.PARTIAL not in found
    table = Cube({}, MONTHS).ask(kind="series", period={"from": "2024-01", "to": "2024-04"})
    assert table.remarks == ()
    assert remarks(Cube({}, MONTHS), over="province", period="2024")[RemarkKind.PARTIAL] == ((), (0,))


def test_others_and_not_stated_are_remarked_on_rows_and_columns():
    found = remarks(Cube({}, MONTHS), over="province", by="category", period="2023-01")
    assert found[RemarkKind.NOT_STATED] == ((2,), ())
    assert found[RemarkKind.REMAINDER] == ((), (2,))


def test_sums_are_remarked_where_other_figures_are_stated():
    cells = {(("ON", "oth"), year(2023)): 10, (("ON", "oth"), month(2023, 1)): 10}
    stated_year = Cube(cells, (*MONTHS, year(2023)))
    question = {"over": "province", "where": {"category": "oth"}}
    found = remarks(stated_year, period={"from": "2023", "to": "2024"}, **question)
    assert RemarkKind.COMPUTED not in found
    groups = Cube({}, MONTHS, patterns=frozenset({"MM", "MG"}))
    found = remarks(groups, over="category", depth="all", where={"province": "ON"}, period="2023-01")
    assert RemarkKind.COMPUTED not in found
    added = remarks(
        Cube({}, MONTHS), over="category", depth="all", where={"province": "ON"}, period="2023-01"
    )
    assert added[RemarkKind.COMPUTED] == ((0, 3), ())


def test_hidden_cells_in_sums_are_remarked_on_the_rows_that_have_them():
    cells = {(("ON", "eco/fsw"), month(2023, 1)): None, (("ON", "oth"), month(2023, 1)): 10}
    table = Cube(cells, MONTHS).ask(kind="table", over="province", period="2023-01")
    (found,) = [remark for remark in table.remarks if remark.kind is RemarkKind.SUPPRESSED]
    assert (found.rows, found.count) == ((0,), 1)


def test_a_row_that_is_given_only_as_a_whole_is_remarked():
    cube = Cube({}, MONTHS, patterns=frozenset({"MM", "MT"}), undivided=frozenset({("NS", "_T")}))
    found = remarks(cube, over="province", where={"category": "oth"}, period="2023-01")
    assert found[RemarkKind.UNDIVIDED] == ((2,), ())
    assert RemarkKind.UNDIVIDED not in remarks(cube, over="province", period="2023-01")


def test_rows_that_may_be_small_are_remarked_with_the_number():
    cells = {(("ON", "oth"), month(2023, 1)): 10, (("QC", "oth"), month(2023, 1)): 50}
    table = Cube(cells, MONTHS).ask(
        kind="table",
        over="province",
        where={"category": "oth", "province": ["ON", "QC"]},
        period="2023-01",
        small_below=11,
    )
    (found,) = [remark for remark in table.remarks if remark.kind is RemarkKind.SMALL]
    assert (found.rows, found.count) == ((0,), 11)


def test_a_note_of_the_dataset_stands_at_the_member_that_it_names():
    cube = Cube({}, MONTHS)
    note = Label("Ontario counts since 2015.", "L’Ontario (fr) compte depuis 2015.")
    book = replace(cube.codebook, notes=(Label("Figures are rounded."), note))
    question = parse({"dataset": "cube", "kind": "table", "over": "province", "period": "2023-01"})
    found = workings(question, lambda _: book)
    table = assemble(found, [cube.fetch(plan) for plan in found.plans], deciding="sure")
    named = [(r.rows, r.note) for r in table.remarks if r.kind is RemarkKind.NAMED]
    assert named == [((0,), note)]


def remarks_by_notes(cube, *notes, **question):
    """Where notes of the edition's file stand in a table: rows and columns of each."""
    book = replace(cube.codebook, printed_notes=notes)
    asked = parse({"dataset": "cube", "kind": "table", "over": "province"} | question)
    found = workings(asked, lambda _: book)
    table = assemble(found, [cube.fetch(plan) for plan in found.plans], deciding="sure")
    return [(r.rows, r.columns, r.note) for r in table.remarks if r.kind is RemarkKind.NAMED]


def test_a_note_in_the_editions_own_file_stands_at_the_member_and_the_period_that_it_names():
    quebec = Label("In 2023, Quebec counted in another way.", "")
    month_only = Label("", "Les chiffres de févr. 2023 et du T1 2024 sont provisoires.")
    title = Label("See Facts and Figures 2023 and the decree of June 20, 2023.")
    cube = Cube({}, MONTHS)
    years = remarks_by_notes(cube, quebec, month_only, title, period={"from": "2023", "to": "2024"})
    assert years == [((1,), (0,), quebec)]
    months = remarks_by_notes(cube, quebec, month_only, period={"from": "2023-01", "to": "2023-03"})
    assert months == [((1,), (), quebec), ((), (1,), month_only)]


def test_a_note_that_dataset_and_file_have_in_common_stands_once():
    note = Label("Ontario counts since 2015.", "L’Ontario (fr) compte depuis 2015.")
    cube = Cube({}, MONTHS)
    assert replace(cube.codebook, notes=(note,), printed_notes=(note,)).every_note == (note,)
    assert remarks_by_notes(cube, note, period="2023-01") == [((0,), (), note)]


def test_more_columns_than_a_table_shows_are_counted(monkeypatch):
    monkeypatch.setattr(planning, "MAXIMUM_COLUMNS", 2)
    cells = {(("ON", "oth"), month(2023, 1)): 10, (("ON", "eco/fsw"), month(2023, 1)): 30}
    table = Cube(cells, MONTHS).ask(
        kind="table", over="province", by="category", period="2023-01", measure="share"
    )
    assert [column.member.code for column in table.columns] == ["eco", "fam"]
    assert table.column_count == 3
    assert table.rows[0].figures[0].value.number == 1


def test_more_periods_than_a_table_shows_leave_the_oldest_away(monkeypatch):
    monkeypatch.setattr(planned, "MAXIMUM_PERIODS", 3)
    cube = Cube({}, MONTHS)
    table = cube.ask(kind="series", period={"from": "2023-01", "to": "2023-12"})
    assert [str(column.period.asked) for column in table.columns] == ["2023-10", "2023-11", "2023-12"]
    assert table.column_count == 12
    with pytest.raises(QuestionError, match="choose a shorter range"):
        cube.ask(kind="statement", says="rises", period={"from": "2023-01", "to": "2023-12"})


def test_the_first_rows_of_a_table_take_their_remarks_with_them():
    table = Cube({}, MONTHS).ask(kind="table", over="province", period="2023-01")
    some = table.first_rows(1)
    assert (len(some.rows), some.row_count, some.cropped) == (1, 3, 2)
    assert RemarkKind.NOT_STATED not in {remark.kind for remark in some.remarks}


@pytest.mark.parametrize(
    ("question", "rows", "columns"),
    [
        ({"over": "province", "by": "category"}, True, True),
        ({"over": "category"}, True, False),
        ({"over": "category", "depth": "all"}, False, False),
        ({"over": "category", "where": {"category": ["eco/fsw", "eco"]}}, False, False),
        ({"over": "province", "where": {"province": ["_T", "ON"]}}, False, False),
        ({"over": "province", "measure": "change"}, False, False),
    ],
)
def test_members_add_up_if_none_is_part_of_another_and_they_are_counts(question, rows, columns):
    cube = Cube({}, MONTHS, patterns=frozenset({"MM", "MT", "MG", "TM"}))
    table = cube.ask(kind="table", period="2024-01", **question)
    assert (table.rows_add, table.columns_add) == (rows, columns)


def test_members_that_the_dataset_does_not_let_be_added_do_not():
    cube = Cube({}, MONTHS, patterns=frozenset({"MT"}), members_add=False)
    table = cube.ask(kind="table", over="province", period="2024-01")
    assert len(table.rows) == 3
    assert not table.rows_add
