"""Crosstab workbooks, as published and as people save them again."""

from dataclasses import replace
from datetime import date

import pytest

from stats.findings import Refused, Severity
from stats.labels import Label
from stats.periods import Frequency, Period
from stats.readers.reading import Form
from stats.readers.sniff import read as sniff
from stats.values import Status
from tests.stats.readers.drawn import FLAT, PRINTED, Crosstab

LAYOUT = (1, 2)


def read(drawing, layout=LAYOUT, **more):
    return sniff(drawing.xlsx(**more), name="EN_drawn.xlsx", layout=layout)


def said(reading):
    """What a reading says, without the places where it says it."""
    return (
        [(row.path, row.leaf) for row in reading.rows],
        reading.periods,
        reading.cells.rows(),
        reading.headers,
        reading.languages,
    )


def rules(reading):
    return [finding.rule for finding in reading.findings]


def refusal(drawing, layout=LAYOUT, **more):
    with pytest.raises(Refused) as caught:
        read(drawing, layout, **more)
    return caught.value.findings[0]


def test_a_workbook_as_published():
    drawing = Crosstab()
    reading = read(drawing)
    assert reading.form is Form.CROSSTAB
    assert reading.headers == (Label("Province/Territory"), Label("Immigration Category"))
    assert list(reading.periods) == drawing.periods()
    assert reading.columns[drawing.periods()[0]] == 4
    assert (reading.sheet, reading.languages) == ("PR - ImmCat", {"en"})
    assert reading.title.en.startswith("Canada - Admissions")
    assert reading.notes == (
        Label("All values between 0 and 5 are shown as “--”."),
        Label("Data are preliminary."),
    )
    assert reading.cut_off == date(2024, 2, 29)
    assert reading.findings == ()
    assert not reading.absent_is_zero


def test_rows_have_paths_leaves_and_lines():
    rows = read(Crosstab()).rows
    ontario, category = (Label("Ontario"),), Label("Worker Program")
    assert rows[0].path == (ontario, (category, Label("Skilled Worker")))
    assert rows[2].path == (ontario, (category,))
    assert rows[3].path == (ontario, (Label("Other Immigration"),))
    assert rows[8].path == ((Label("Province not stated"),), ())
    assert rows[9].path == ((), ())
    assert [row.leaf for row in rows] == [True, True, False, True, False, True, False, False, True, False]
    assert [row.line for row in rows] == list(range(6, 16))


def test_cells_are_what_is_printed():
    drawing = Crosstab()
    cells = read(drawing).cells
    for row, code, number, status in cells.rows():
        text = drawing.printed(row, drawing.periods().index(Period.from_code(code)))
        assert number == (None if text == "--" else int(str(text).replace(",", "")))
        assert status == (Status.SUPPRESSED if text == "--" else Status.NORMAL)
    assert cells.height == len(drawing.labels) * len(drawing.periods())


@pytest.mark.parametrize(
    "saved",
    [
        {"merges": False},
        {"numbers": True},
        {"headed": False},
        {"merges": False, "numbers": True, "headed": False},
        {"after": ()},
    ],
)
def test_a_copy_that_a_person_saved_says_the_same(saved):
    assert said(read(replace(Crosstab(), **saved))) == said(read(Crosstab()))


@pytest.mark.parametrize("separator", [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", ""])
def test_thousands_separators_do_not_matter(separator):
    drawing = Crosstab()
    first = drawing.first_row
    changed = {
        (first + r, 3 + c): drawing.printed(r, c).replace(",", separator)
        for r in range(len(drawing.labels))
        for c in range(len(drawing.periods()))
    }
    assert said(read(replace(drawing, changed=changed))) == said(read(drawing))


def test_a_copy_without_merges_is_noted():
    assert rules(read(Crosstab(merges=False))) == ["read.no-merges"]


def test_a_french_workbook():
    labels = (
        ("", "Travailleurs"),
        ("Ontario - Total", ""),
        ("Territoire non indiqué - Total", ""),
        ("Total", ""),
    )
    drawing = Crosstab(
        labels=labels,
        corner="Province/territoire et catégorie d’immigration",
        title="Canada – Admissions selon la province et la catégorie, janvier 2022 à février 2024",
        language="fr",
        after=(("",), ("Remarques :\n— Les données sont provisoires.",), ("Source : IRCC, 29 février 2024",)),
    )
    reading = read(drawing, (1, 1))
    assert reading.languages == {"fr"}
    assert list(reading.periods) == drawing.periods()
    assert reading.headers == (Label(fr="Province/territoire"), Label(fr="catégorie d’immigration"))
    assert reading.rows[0].path == ((Label(fr="Ontario"),), (Label(fr="Travailleurs"),))
    assert reading.cut_off == date(2024, 2, 29)


def test_a_table_without_quarters():
    drawing = Crosstab(quarters=False)
    assert list(read(drawing).periods) == drawing.periods()


def test_an_annual_table():
    drawing = Crosstab(labels=FLAT, corner="Category", years=((2020, 0), (2021, 0), (2022, 0)), after=())
    reading = read(drawing, (1,))
    assert [str(period) for period in reading.periods] == ["2020", "2021", "2022"]
    assert reading.rows[-1].path == ((),)
    assert "read.no-merges" not in rules(reading)


def test_the_last_year_of_an_annual_table_is_partial_if_its_source_line_says_so():
    drawing = Crosstab(
        labels=FLAT,
        corner="Category",
        years=((2022, 0), (2023, 0), (2024, 0)),
        after=(("Source: IRCC, July 31, 2024",),),
    )
    reading = read(drawing, (1,))
    assert reading.periods[-1] == Period(Frequency.YEAR_TO_DATE, 2024, 7)
    assert "read.partial-year" in rules(reading)
    whole = replace(drawing, after=(("Source: IRCC, December 31 2024",),))
    assert read(whole, (1,)).periods[-1] == Period(Frequency.YEAR, 2024)


def test_dates_for_months():
    months = [date(2023, 11, 1), date(2023, 12, 1), date(2024, 1, 1)]
    grid = [["Category", *months], ["A", "5", "--", "0"], ["Total", "5", "5", "0"]]
    data = Crosstab(merges=False).xlsx(sheet="empty", more={"copy": grid})
    assert [str(p) for p in sniff(data, name="x.xlsx", layout=LAYOUT).periods][:2] == ["2022-01", "2022-02"]
    alone = replace(Crosstab(merges=False), title="", labels=(("",),), years=(), after=())
    reading = sniff(alone.xlsx(sheet="empty", more={"copy": grid}), name="x.xlsx", layout=(1,))
    assert [str(period) for period in reading.periods] == ["2023-11", "2023-12", "2024-01"]


def test_what_follows_the_grand_total_is_not_read_but_noted():
    again = (("",), ("Worker Program", "", "", "5", "10"), ("Total - All Canada", "", "", "5", "10"))
    reading = read(Crosstab(after=again))
    assert len(reading.rows) == 10
    assert [f.message for f in reading.findings if f.rule == "read.second-block"] == [
        "rows 17 to 18, after the grand total, were not read"
    ]


def test_a_table_without_its_grand_total_is_warned_about():
    reading = read(Crosstab(labels=Crosstab().labels[:-1]))
    assert [f.severity for f in reading.findings if f.rule == "read.no-grand-total"] == [Severity.WARNING]
    assert len(reading.rows) == 9


def test_a_second_sheet_that_looks_like_a_table_is_warned_about():
    reading = read(Crosstab(), more={"Copy": Crosstab().grid()})
    assert reading.sheet == "PR - ImmCat"
    assert rules(reading) == ["read.more-sheets"]


def test_a_fault_on_a_sheet_that_is_not_read_does_not_matter():
    broken = replace(Crosstab(), changed={(4, 4): "Febtember"})
    assert rules(read(Crosstab(), more={"Copy": broken.grid()})) == ["read.more-sheets"]


def test_a_guessed_layout_is_noted():
    reading = read(Crosstab(), layout=None)
    assert said(reading) == said(read(Crosstab()))
    assert rules(reading) == ["read.layout-guessed"]


def test_an_empty_cell_is_missing_and_warned_about():
    reading = read(Crosstab(changed={(6, 10): ""}))
    cell = reading.cells.filter(row=1).row(7)
    assert cell[2:] == (None, Status.MISSING)
    finding = next(f for f in reading.findings if f.rule == "read.blank-cells")
    assert (finding.where.row, finding.where.column) == (7, 11)


def test_an_emptied_row_is_warned_about():
    changed = {(6, 3 + column): "" for column in range(len(Crosstab().periods()))}
    assert rules(read(Crosstab(changed=changed))) == ["read.blank-row"]


@pytest.mark.parametrize("cell", ["n/a", "x", -5.0, 12.5, "-5", True, date(2024, 1, 1)])
def test_cells_that_are_no_figures_are_refused_with_their_place(cell):
    finding = refusal(Crosstab(changed={(8, 12): cell}))
    assert finding.rule == "read.cell"
    assert "is not a figure" in finding.message
    assert "the mark --" in finding.message
    assert (finding.where.sheet, finding.where.row, finding.where.column) == ("PR - ImmCat", 9, 13)


def test_an_unreadable_month_is_refused_with_its_place():
    finding = refusal(Crosstab(changed={(4, 4): "Febtember"}))
    assert finding.rule == "read.heading"
    assert "'Febtember'" in finding.message
    assert (finding.where.row, finding.where.column) == (5, 5)


def test_the_same_month_twice_is_refused():
    finding = refusal(Crosstab(changed={(4, 4): "Jan"}))
    assert finding.message == "2022-01 stands over columns 4 and 5: once is expected"


def test_a_month_under_another_quarter_is_refused():
    finding = refusal(Crosstab(changed={(4, 3): "Apr", (4, 7): "Jan"}))
    assert finding.rule == "read.heading"
    assert "'Apr' stands under the heading of quarter 1" in finding.message


def test_the_same_row_twice_is_refused():
    labels = list(Crosstab().labels)
    labels[1] = labels[0]
    finding = refusal(Crosstab(labels=tuple(labels)))
    assert finding.rule == "read.row-twice"
    assert "'Skilled Worker' is there twice, first in row 6" in finding.message
    assert finding.where.row == 7


def test_figures_without_a_label_are_refused():
    labels = list(Crosstab().labels)
    labels[1] = ("", "", "")
    finding = refusal(Crosstab(labels=tuple(labels)))
    assert (finding.rule, finding.where.row) == ("read.no-label", 7)


def test_figures_without_a_period_are_refused():
    finding = refusal(Crosstab(changed={(4, 4): ""}))
    assert (finding.rule, finding.where.column) == ("read.no-period", 5)


def test_a_row_of_no_province_is_refused():
    finding = refusal(
        Crosstab(labels=(*Crosstab().labels[:-1], ("", "Worker Program", ""), ("Total", "", "")))
    )
    assert (finding.rule, finding.where.row) == ("read.orphan", 15)


def test_a_layout_that_does_not_fit_is_refused():
    finding = refusal(Crosstab(), layout=(1, 1))
    assert finding.rule == "read.layout"
    assert "3 label columns" in finding.message


def test_a_workbook_of_something_else_is_refused():
    grid = [["Name", "Phone"], ["Ada", "12"], ["Grace", "34"]]
    nothing = Crosstab(title="Telephone list", years=(), labels=(("",),), after=(), merges=False, corner="")
    finding = refusal(nothing, sheet="Staff", more={"List": grid})
    assert finding.rule == "read.no-table"
    assert "['Staff', 'List']" in finding.message
    assert "three or more years" in finding.message


def test_every_kind_of_cell_was_drawn():
    assert set(PRINTED) >= {"0", "--", "1,085"}
