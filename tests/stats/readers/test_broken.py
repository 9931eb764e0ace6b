"""Whatever is done to a file, it is read or refused: no other error reaches a caller."""

import contextlib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from stats.findings import Refused
from stats.readers.sniff import read
from tests.stats.readers.drawn import Crosstab, odp, odp_line, rewritten

ODP = odp([odp_line(2024, n, "Fiji", "Fidji", "5") for n in range(1, 5)])
QUOTED = odp([odp_line(2024, n, "China, P. R.", "Chine", "1,085") for n in range(1, 5)], delimiter=",")
WIDE = b',,15-Jan,15-Feb,15-Mar\r\nOntario,"Managers, senior",0,--,"1,085"\r\nYukon,Cooks,5,5,5\r\n'
WORKBOOK = Crosstab().xlsx()
SAVED = Path(__file__).parent / "saved"
OLD = (SAVED / "crosstab.xls").read_bytes()
OPEN = (SAVED / "crosstab.ods").read_bytes()


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


@settings(deadline=None, max_examples=40)
@given(at=st.integers(0, len(OLD) - 9), put=st.binary(min_size=1, max_size=8))
def test_an_old_workbook_with_bytes_changed(at, put):
    try_reading(OLD[:at] + put + OLD[at + len(put) :])


@settings(deadline=None, max_examples=20)
@given(cut=st.integers(8, len(OLD) - 1))
def test_an_old_workbook_cut_off(cut):
    try_reading(OLD[:cut])


PUT = [b"", b"<", b">", b'"', b"A", b"999999", b"-1", b"\xff", b"\0", b"&", b'r="ZZZ9"', b'<c r="A0">']


@settings(deadline=None)
@given(
    part=st.sampled_from(
        ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    ),
    at=st.floats(0, 1),
    cut=st.integers(0, 12),
    put=st.sampled_from(PUT),
)
def test_a_workbook_whose_markup_is_changed(part, at, cut, put):
    try_reading(rewritten(WORKBOOK, lambda xml: changed(xml, at, cut, put), part=part))


@settings(deadline=None)
@given(at=st.floats(0, 1), cut=st.integers(0, 12), put=st.sampled_from(PUT))
def test_an_open_document_whose_markup_is_changed(at, cut, put):
    try_reading(rewritten(OPEN, lambda xml: changed(xml, at, cut, put), part="content.xml"))


def changed(content, at, cut, put):
    place = int(len(content) * at)
    return content[:place] + put + content[place + cut :]
