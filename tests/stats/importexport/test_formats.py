"""Tables as spreadsheets get them: no text becomes a formula, and all of it comes back."""

import io

import openpyxl
import pytest
from tablib import Dataset as Sheet

from stats.importexport.formats import InertCSV, InertXLSX, as_typed, inert

TEXTS = ("=1+1", "+1 (text)", "-cmd", "@SUM(A1)", "'=1", "\tx", "'plain", "India", "")
NUMBERS = (-5, 0, 12.5, None)


@pytest.mark.parametrize("cell", [*TEXTS, *NUMBERS, "-5", "+1,085", "-12.5 %"])
def test_every_cell_comes_back_as_it_was(cell):
    assert as_typed(inert(cell)) == cell


def test_text_that_begins_like_a_formula_goes_out_behind_an_apostrophe():
    assert [inert(text) for text in TEXTS[:4]] == ["'=1+1", "'+1 (text)", "'-cmd", "'@SUM(A1)"]
    assert [inert(cell) for cell in ("-5", -5, "India", "'plain")] == ["-5", -5, "India", "'plain"]


def test_a_workbook_holds_text_and_no_formula():
    data = InertXLSX().export_data(Sheet(("=1+1", -5), headers=("label", "number")))
    cells = [
        cell for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(min_row=2) for cell in row
    ]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", "'=1+1"), ("n", -5)]
    assert InertXLSX().create_dataset(data)[0] == ("=1+1", -5)


def test_a_text_with_commas_goes_out_and_comes_back():
    data = InertCSV().export_data(Sheet(("@SUM(A1)", "-5"), headers=("label", "number")))
    assert data == "label,number\r\n'@SUM(A1),-5\r\n"
    assert InertCSV().create_dataset(data)[0] == ("@SUM(A1)", "-5")
