"""Copies that people made of a workbook say what the workbook says.

The files under `saved` were made from the drawn workbook by LibreOffice: saved as .xlsx, .xls and .ods, and
exported as a text in Windows-1252 with the title and the three header rows.
"""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from stats.findings import Severity
from stats.readers.confidence import Confidence
from stats.readers.reading import Form
from stats.readers.sniff import read as sniff
from stats.values import Status
from tests.stats.readers.drawn import Crosstab, rewritten

SAVED = Path(__file__).parent / "saved"


def read(data, name="EN_copy"):
    return sniff(data, name=name, layout=(1, 2))


def said(reading):
    """What a reading says, without the places where it says it."""
    return (
        [(row.path, row.leaf) for row in reading.rows],
        reading.periods,
        reading.cells.rows(),
        reading.headers,
        reading.languages,
        reading.title,
        reading.cut_off,
        reading.notes,
    )


ORIGINAL = said(read(Crosstab().xlsx()))


def changed(change):
    """The drawn workbook after something was done to it and it was saved."""
    book = openpyxl.load_workbook(io.BytesIO(Crosstab().xlsx()))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("ending", "confidence"),
    [("xlsx", "certain"), ("xls", "certain"), ("ods", "likely"), ("csv", "likely")],
)
def test_copies_in_other_formats(ending, confidence):
    reading = read((SAVED / f"crosstab.{ending}").read_bytes())
    assert said(reading) == ORIGINAL
    assert (reading.form, reading.confidence) == (Form.CROSSTAB, confidence)


def numbers_for_text(book):
    for row in book.active.iter_rows(min_row=6, min_col=4, max_row=15):
        for cell in row:
            if cell.value != "--":
                cell.value = int(cell.value.replace(",", ""))
                cell.number_format = "#,##0"


def years_as_numbers(book):
    for cell in book.active[3]:
        if str(cell.value).isdigit():
            cell.value = int(cell.value)


def no_merges(book):
    for merged in list(book.active.merged_cells.ranges):
        book.active.unmerge_cells(str(merged))


def hidden_rows_and_columns(book):
    book.active.row_dimensions[7].hidden = True
    book.active.column_dimensions["F"].hidden = True


def filtered_and_frozen(book):
    book.active.auto_filter.ref = "A5:AP15"
    book.active.freeze_panes = "D6"


def more_sheets(book):
    book.create_sheet("Read me", 0)["A1"] = "Copied from the portal"
    book.create_chartsheet("Chart", 1)


def formats_to_the_last_row(book):
    book.active.cell(1_048_576, 40).number_format = "0.00"
    book.active.row_dimensions[1_048_575].height = 12


def a_hidden_older_copy_first(book):
    older = book.copy_worksheet(book.active)
    older.title = "old"
    older["D6"] = "999"
    older.sheet_state = "hidden"
    book.move_sheet(older, -1)


@pytest.mark.parametrize(
    "change",
    [
        numbers_for_text,
        years_as_numbers,
        no_merges,
        hidden_rows_and_columns,
        filtered_and_frozen,
        more_sheets,
        formats_to_the_last_row,
        a_hidden_older_copy_first,
    ],
)
def test_what_people_do_to_a_workbook(change):
    assert said(read(changed(change))) == ORIGINAL


@pytest.mark.parametrize("rows", [1, 2])
def test_a_title_that_was_deleted_is_all_that_is_lost(rows):
    reading = read(changed(lambda book: (no_merges(book), book.active.delete_rows(1, rows))))
    assert said(reading)[:5] == ORIGINAL[:5]
    assert reading.title.en == ""
    assert reading.confidence is Confidence.LIKELY


def test_the_largest_table_in_sight_is_read():
    def a_chart_s_table_first(book):
        small = book.create_sheet("Chart", 0)
        for row in (["", 2022, 2023, 2024], ["Ontario", 5, 5, 5]):
            small.append(row)

    reading = read(changed(a_chart_s_table_first))
    assert said(reading) == ORIGINAL
    assert reading.confidence is Confidence.GUESSED


def test_a_table_that_is_only_on_a_hidden_sheet_is_read_and_noted():
    def hide(book):
        book.create_sheet("Read me")
        book.active.sheet_state = "hidden"
        book.active = 1

    reading = read(changed(hide))
    assert said(reading) == ORIGINAL
    assert reading.did == ("the only table stands on 'PR - ImmCat', a sheet that the workbook hides",)


def test_formulas_give_what_they_were_worth_when_saved():
    data = rewritten(
        Crosstab(changed={(5, 3): "=2*5"}).xlsx(), lambda xml: xml.replace(b"</f><v>0</v>", b"</f><v>10</v>")
    )
    assert read(data).cells.row(0)[2:] == (10, Status.NORMAL)


@pytest.mark.parametrize("formula", ["=2*5", "=1/0"])
def test_formulas_that_have_no_worth_are_missing_and_warned_about(formula):
    reading = read(changed(lambda book: book.active.__setitem__("D6", formula)))
    assert reading.cells.row(0)[2:] == (None, Status.MISSING)
    (finding,) = [f for f in reading.findings if f.rule == "read.blank-cells"]
    assert (finding.severity, finding.where.row, finding.where.column) == (Severity.WARNING, 6, 4)


def exported(delimiter, encoding, end="\r\n"):
    stream = io.StringIO()
    grid = Crosstab().grid()
    width = max(map(len, grid))
    csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows(
        [[*row, *[""] * (width - len(row))] for row in grid]
    )
    return stream.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_with_title_and_header_rows(delimiter, encoding, end):
    reading = read(exported(delimiter, encoding, end))
    assert said(reading) == ORIGINAL
    assert ("read.encoding" in [f.rule for f in reading.findings]) == (encoding in ("cp1252", "utf-16"))
