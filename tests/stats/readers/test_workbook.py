"""Workbooks that would unpack to more than a machine can hold are refused before they do."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from stats.findings import Refused
from stats.readers import archive, workbook
from tests.stats.readers.drawn import Crosstab, rewritten

WORKBOOK = Crosstab().xlsx()


def refusal(data):
    with pytest.raises(Refused) as caught:
        workbook.sheets(data, name="x.xlsx")
    return caught.value.findings[0].message


def test_a_plain_workbook_opens():
    (sheet,) = workbook.sheets(WORKBOOK, name="x.xlsx")
    assert (sheet.file, sheet.name, sheet.text(2, 3)) == ("x.xlsx", "PR - ImmCat", "2022")
    assert ((2, 0), (4, 2)) in sheet.merges
    assert sheet.text(1000, 1000) == ""


@pytest.mark.parametrize("reference", ["XFD1048576", "C1048576", "XFD99999"])
def test_a_cell_far_away_does_not_make_a_sheet_of_billions(reference):
    data = rewritten(WORKBOOK, lambda xml: xml.replace(b'r="C6"', f'r="{reference}"'.encode()))
    assert "at most 5,000,000 cells are read" in refusal(data)


def test_a_tall_narrow_sheet_is_not_refused_for_its_height():
    data = rewritten(WORKBOOK, lambda xml: xml.replace(b'r="C6"', b'r="C99999"'))
    assert len(workbook.sheets(data, name="x.xlsx")[0].rows) == 99999


def test_cells_without_contents_do_not_count():
    """Spreadsheets write colours and heights down to the last row and across to the last column."""
    styled = b'<row r="1048576" ht="12"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row></sheetData>'
    (sheet,) = workbook.sheets(
        rewritten(WORKBOOK, lambda xml: xml.replace(b"</sheetData>", styled)), name="x.xlsx"
    )
    assert len(sheet.rows) == len(Crosstab().grid())


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="1048576"><c><v>5</v></c><c r="AB1048576"><v>5</v></c></row>',
        b'<row r="1048570"/><row><c r="AZ1048571"><v>5</v></c></row>',
        b'<row r="1048576">' + b"<c/>" * 30 + b"<c><v>5</v></c></row>",
        b'<row r="1048576"><c s="1"  r="XFD1048576"><v>5</v></c></row>',
        b'<row r="9000">' + b"<c s=\"1\" x:s='n'><v>5</v></c>" * 16_384 + b"</row>",
        b'<x:row r="1048576"><x:c r="XFD1048576"><x:v>5</x:v></x:c></x:row>',
        b'<row r="1048576"><c' + b" " * 2_000_000 + b' r="XFD1048576"><v>5</v></c></row>',
    ],
)
def test_however_a_far_cell_is_written_it_is_found(far):
    data = rewritten(WORKBOOK, lambda xml: xml.replace(b"</sheetData>", far + b"</sheetData>"))
    assert "cells are read" in (said := refusal(data)) or "without markup" in said


SAVED = Path(__file__).parent / "saved"


@pytest.mark.parametrize(
    "repeats",
    [
        (
            b'<table:table-row table:number-rows-repeated="1048576">'
            b'<table:table-cell office:value-type="float" '
            b'office:value="5" table:number-columns-repeated="16384"/></table:table-row>'
        ),
        (
            b'<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
            b'<table:table-row><table:table-cell table:number-columns-repeated="1000"/>'
            b"<table:table-cell><text:p>5</text:p></table:table-cell></table:table-row>"
        ),
    ],
)
def test_repeated_cells_that_make_too_large_a_table_are_refused(repeats):
    original = (SAVED / "crosstab.ods").read_bytes()
    data = rewritten(
        original,
        lambda xml: xml.replace(b"</table:table>", repeats + b"</table:table>", 1),
        part="content.xml",
    )
    assert "at most 5,000,000 cells are read" in refusal(data)


def test_an_old_workbook_whose_cells_reach_too_far_is_refused():
    """The place of the record of the cell D6, 5 and 3, is made the last one that it can name."""
    original = (SAVED / "crosstab.xls").read_bytes()
    at = original.index(struct.pack("<HHHH", 0xFD, 10, 5, 3))
    far = original[: at + 4] + struct.pack("<HH", 65535, 65535) + original[at + 8 :]
    assert "65,536 rows" in refusal(far)


def test_a_binary_workbook_is_refused_with_what_to_do():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("xl/workbook.bin", b"")
    assert "save it as .xlsx" in refusal(stream.getvalue())


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 1000)
    assert "at most 1,000 bytes" in refusal(WORKBOOK)


def test_a_directory_that_lies_about_a_size_is_refused():
    """The first eight bytes of sizes in the directory are made small while the part stays as it is."""
    at = WORKBOOK.rindex(
        b"PK\x01\x02", 0, WORKBOOK.index(b"xl/worksheets/sheet1.xml", WORKBOOK.index(b"PK\x01\x02"))
    )
    lying = WORKBOOK[: at + 24] + struct.pack("<I", 10) + WORKBOOK[at + 28 :]
    assert "damaged" in refusal(lying)


def test_a_locked_archive_is_refused():
    at = WORKBOOK.index(b"PK\x01\x02")
    locked = WORKBOOK[: at + 8] + struct.pack("<H", 1) + WORKBOOK[at + 10 :]
    assert "locked with a password" in refusal(locked)


def test_too_many_sheets_are_refused():
    more = {f"Sheet {n}": [["x"]] for n in range(40)}
    assert "41 sheets" in refusal(Crosstab().xlsx(more=more))
