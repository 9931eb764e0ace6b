"""Wide texts: what people make of a workbook."""

import pytest

from stats.findings import Refused
from stats.labels import Label
from stats.readers.reading import Form
from stats.readers.sniff import read

TEXT = """\
,,15-Jan,15-Feb,15-Mar,15-Apr
Ontario,"Managers, senior",0,--,"1,085",0
Ontario,Cooks,5,10,15,0
Yukon,Cooks,0,,5,0
"""


def refusal(text):
    with pytest.raises(Refused) as caught:
        read(text.encode(), name="wide.csv", layout=(1, 1))
    return caught.value.findings[0]


def test_a_wide_text():
    reading = read(TEXT.encode(), name="wide.csv", layout=(1, 1))
    assert reading.form is Form.WIDE
    assert [str(period) for period in reading.periods] == ["2015-01", "2015-02", "2015-03", "2015-04"]
    assert reading.rows[0].path == ((Label("Ontario"),), (Label("Managers, senior"),))
    assert [(row.leaf, row.line) for row in reading.rows] == [(True, 2), (True, 3), (True, 4)]
    assert reading.cells["number"].to_list() == [0, None, 1085, 0, 5, 10, 15, 0, 0, None, 5, 0]
    assert reading.cells["status"].to_list() == [0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0]
    assert reading.headers == (Label(), Label())
    assert not reading.absent_is_zero
    assert [finding.rule for finding in reading.findings] == ["read.two-digit-years", "read.blank-cells"]


@pytest.mark.parametrize(
    "months",
    ["Jan-15,Feb-15,Mar-15,Apr-15", "2015-01,2015-02,2015-03,2015-04", "Jan 2015,Feb 2015,Mar 2015,Apr 2015"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_other_months_line_ends_and_marks_say_the_same(months, end, mark):
    text = mark + TEXT.replace("15-Jan,15-Feb,15-Mar,15-Apr", months).replace("\n", end)
    reading = read(text.encode(), name="wide.csv", layout=(1, 1))
    plain = read(TEXT.encode(), name="wide.csv", layout=(1, 1))
    assert (reading.rows, reading.periods) == (plain.rows, plain.periods)
    assert reading.cells.equals(plain.cells)


def test_headers_name_the_dimensions():
    reading = read(TEXT.replace(",,15-Jan", "Province,Occupation,15-Jan").encode(), name="wide.csv")
    assert reading.headers == (Label("Province"), Label("Occupation"))


def test_a_text_with_the_header_rows_of_the_workbook_is_a_crosstab():
    text = (
        "Category,2022,,,2023,2024\n,Nov,Dec,2022 Total,Jan,Jan\nA,5,5,10,0,0\nTotal,5,5,10,0,0\n"
        '\n"Source: IRCC, January 31, 2024"\n'
    )
    reading = read(text.encode(), name="x.csv", layout=(1,))
    assert reading.form is Form.CROSSTAB
    assert [str(p) for p in reading.periods] == ["2022-11", "2022-12", "2022", "2023-01", "2024-01"]
    assert str(reading.cut_off) == "2024-01-31"


def test_a_title_above_the_header_does_not_hide_the_delimiter():
    text = "Permits by category\nCategory;2022;2023;2024\nA;5;5;10\nTotal;5;5;10\n"
    reading = read(text.encode(), name="x.csv", layout=(1,))
    assert (reading.form, reading.title) == (Form.CROSSTAB, Label("Permits by category"))


@pytest.mark.parametrize(
    ("old", "new", "rule", "row", "column"),
    [
        ("15-Feb", "15-Foo", "read.heading", 1, 4),
        ("15-Feb", "15-Jan", "read.period-twice", 1, 4),
        ("10", "n/a", "read.cell", 3, 4),
        ("Yukon,Cooks", "Ontario,Cooks", "read.row-twice", 4, None),
        ("Yukon,Cooks", ",", "read.no-label", 4, 1),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(old, new, rule, row, column):
    finding = refusal(TEXT.replace(old, new))
    assert (finding.rule, finding.where.row, finding.where.column) == (rule, row, column)


def test_an_emptied_month_is_refused():
    finding = refusal(TEXT.replace("--", "").replace("5,10,15", "5,,15"))
    assert finding.rule == "read.blanked"
    assert "missing are the months from 2015-02 to 2015-02 (1)" in finding.message


def test_quotes_that_do_not_match_are_refused():
    assert refusal(TEXT.replace('senior"', "senior")).rule == "read.quotes"


@pytest.mark.parametrize(
    "text",
    [
        "Category,2015,2016,2017\nA,5,5,5\n" + "\n" * 1_300_000 + "," * 16_384,
        "Category,2015,2016,2017\nA,5,5,5\n" + "," * 21_000_000,
    ],
    ids=["a long line after a million empty ones", "one line of commas"],
)
def test_a_text_that_spans_too_many_cells_is_refused(text):
    finding = refusal(text)
    assert finding.rule == "read.too-large"
    assert "at most 5,000,000 cells are read" in finding.message
