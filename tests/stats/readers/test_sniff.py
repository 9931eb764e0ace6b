"""Files that are no release are refused, whatever they are called, in words that help."""

import io
import zipfile

import pytest

from stats.findings import Refused, Severity
from stats.readers.reading import Form
from stats.readers.sniff import read
from tests.stats.readers.drawn import Crosstab, odp, odp_line

WORKBOOK = Crosstab().xlsx()
ODP = odp([odp_line(2024, 1, "Fiji", "Fidji", "5")])


def archive(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def refusal(data, name="upload.xlsx"):
    with pytest.raises(Refused) as caught:
        read(data, name=name)
    return caught.value.findings[0]


@pytest.mark.parametrize(
    ("data", "form"),
    [(WORKBOOK, Form.CROSSTAB), (ODP, Form.ODP), (b",15-Jan,15-Feb,15-Mar\nA,5,5,5\n", Form.WIDE)],
)
@pytest.mark.parametrize("name", ["EN_table.xlsx", "table.csv", "download"])
def test_the_form_is_told_from_the_contents(data, form, name):
    assert read(data, name=name).form is form


@pytest.mark.parametrize(
    ("data", "rule", "words"),
    [
        (b"", "read.empty", "the file is empty (0 bytes)"),
        (b" \r\n\n", "read.empty", "the file is empty (4 bytes)"),
        (b"Dear editor,\nplease find the figures\n", "read.no-table", "'Dear editor,'"),
        (b"Just some words\n", "read.no-table", "'Just some words'"),
        (b"<html><body>404</body></html>", "read.foreign", "a web page"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "read.foreign", "a web page"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "read.workbook",
            "the workbook cannot be opened",
        ),
        (b"%PDF-1.7", "read.foreign", "a PDF"),
        (b'{"error": "not found"}', "read.foreign", "JSON"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "read.not-text", "neither a workbook nor text"),
        (b"\xff\xfeA", "read.encoding", "UTF-16"),
        (b"a,b,c\n1,2,3\n", "read.no-table", "'a,b,c'"),
        (b"2015,2016,2017\n1,2,3\n", "read.no-labels", "at least one column of labels"),
        (b",15-Jan,15-Feb,15-Mar\n", "read.no-rows", "no rows of figures"),
    ],
)
def test_what_is_no_release_is_refused(data, rule, words):
    finding = refusal(data)
    assert (finding.rule, finding.severity, finding.where.file) == (rule, Severity.REFUSAL, "upload.xlsx")
    assert words in finding.message
    assert "expected" in finding.message


@pytest.mark.parametrize("cut", [10, 100, len(WORKBOOK) // 2, len(WORKBOOK) - 10])
def test_a_cut_off_workbook_is_refused(cut):
    finding = refusal(WORKBOOK[:cut])
    assert finding.rule == "read.workbook"
    assert "damaged or cut off" in finding.message


@pytest.mark.parametrize("at", [0.1, 0.3, 0.5, 0.7])
def test_a_workbook_with_a_broken_byte_is_refused(at):
    place = int(len(WORKBOOK) * at)
    finding = refusal(WORKBOOK[:place] + bytes([WORKBOOK[place] ^ 0xFF]) + WORKBOOK[place + 1 :])
    assert finding.rule == "read.workbook"


def test_an_archive_of_something_else_is_refused():
    finding = refusal(archive(word__document_xml="<w/>"))
    assert "no workbook, it holds ['word/document.xml']" in finding.message


def test_a_workbook_with_broken_parts_is_refused():
    assert "cannot be opened" in refusal(archive(xl__workbook_xml="<workbook")).message


def test_a_refusal_reads_as_one_sentence_with_its_place():
    with pytest.raises(Refused, match=r"the file is empty \(0 bytes\): .* is expected \(upload\.csv\)"):
        read(b"", name="upload.csv")
