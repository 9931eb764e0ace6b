"""Workbooks that would unpack to more than a machine can hold are refused before they do."""

import io
import struct
import zipfile

import pytest

from stats.findings import Refused
from stats.readers import workbook
from tests.stats.readers.drawn import Crosstab

WORKBOOK = Crosstab().xlsx()


def rewritten(change):
    """The drawn workbook with its sheet's XML changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, change(content) if part.filename == "xl/worksheets/sheet1.xml" else content)
    return stream.getvalue()


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
    data = rewritten(lambda xml: xml.replace(b'r="C6"', f'r="{reference}"'.encode()))
    assert "at most 20,000,000 cells are read" in refusal(data)


def test_a_tall_narrow_sheet_is_not_refused_for_its_height():
    data = rewritten(lambda xml: xml.replace(b'r="C6"', b'r="C99999"'))
    assert len(workbook.sheets(data, name="x.xlsx")[0].rows) == 99999


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "UNPACKED_LIMIT", 1000)
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
