"""Whatever is done to a file, it is read or refused: no other error reaches a caller."""

import contextlib
import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from stats.findings import Refused
from stats.readers.sniff import read
from tests.stats.readers.drawn import Crosstab, odp, odp_line

ODP = odp([odp_line(2024, n, "Fiji", "Fidji", "5") for n in range(1, 5)])
QUOTED = odp([odp_line(2024, n, "China, P. R.", "Chine", "1,085") for n in range(1, 5)], delimiter=",")
WIDE = b',,15-Jan,15-Feb,15-Mar\r\nOntario,"Managers, senior",0,--,"1,085"\r\nYukon,Cooks,5,5,5\r\n'
WORKBOOK = Crosstab().xlsx()


def try_reading(data):
    with contextlib.suppress(Refused):
        read(data, name="broken")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    try_reading(data)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text(text):
    try_reading(text.encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(
    original=st.sampled_from([ODP, QUOTED, WIDE]),
    at=st.floats(0, 1),
    cut=st.integers(0, 20),
    put=st.sampled_from(
        [b"", b'"', b"\t", b",", b"\n", b"\0", b"\xff", b"--", b"EN_X", b"TOTAL", b"2024", b"9" * 30]
    ),
)
def test_a_text_with_something_cut_out_and_put_in(original, at, cut, put):
    place = int(len(original) * at)
    try_reading(original[:place] + put + original[place + cut :])


@settings(deadline=None)
@given(
    row=st.integers(0, 15),
    column=st.integers(0, 20),
    cell=st.sampled_from(
        ["", "x", "Total", "2024", "Jan", "Q1", "--", -1.0, 1e20, True, " ", "Source: IRCC", "Total 2024"]
    ),
)
def test_a_workbook_with_a_cell_changed(row, column, cell):
    try_reading(Crosstab(changed={(row, column): cell}, merges=False).xlsx())


@settings(deadline=None)
@given(at=st.integers(0, len(WORKBOOK) - 1), byte=st.integers(1, 255))
def test_a_workbook_with_a_byte_changed(at, byte):
    try_reading(WORKBOOK[:at] + bytes([WORKBOOK[at] ^ byte]) + WORKBOOK[at + 1 :])


@settings(deadline=None)
@given(
    part=st.sampled_from(
        ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    ),
    at=st.floats(0, 1),
    cut=st.integers(0, 12),
    put=st.sampled_from(
        [b"", b"<", b">", b'"', b"A", b"999999", b"-1", b"\xff", b"\0", b"&", b'r="ZZZ9"', b'<c r="A0">']
    ),
)
def test_a_workbook_whose_markup_is_changed(part, at, cut, put):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.infolist():
            content = old.read(each)
            if each.filename == part:
                place = int(len(content) * at)
                content = content[:place] + put + content[place + cut :]
            new.writestr(each, content)
    try_reading(stream.getvalue())
