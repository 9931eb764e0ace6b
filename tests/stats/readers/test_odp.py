"""ODP texts: bilingual lines, zeros left out, in any order and any clothing."""

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stats.findings import Refused
from stats.labels import Label
from stats.periods import Period, month
from stats.readers.confidence import Confidence
from stats.readers.reading import Form
from stats.readers.sniff import read
from stats.values import Status
from tests.stats.readers.drawn import ODP_HEADER as HEADER
from tests.stats.readers.drawn import odp, odp_line

CHINA = ("China, People's Republic of", "Chine, République populaire de")
FIJI = ("Fiji", "Fidji")
EGYPT = ("Egypt", "Égypte")
LINES = [
    odp_line(2024, 3, *CHINA, "1830"),
    odp_line(2024, 1, *FIJI, "--"),
    odp_line(2024, 2, *EGYPT, "85"),
    odp_line(2023, 12, *EGYPT, "5"),
    odp_line(2024, 1, *CHINA, "12345"),
]


def said(reading):
    """Every cell by its labels, whatever the order of rows."""
    return {
        (reading.rows[row].path, Period.from_code(code)): (number, status)
        for row, code, number, status in reading.cells.rows()
    }


def refusal(data, **more):
    with pytest.raises(Refused) as caught:
        read(data, name="drawn.csv", **more)
    return caught.value.findings[0]


def test_a_text_as_published():
    reading = read(odp(LINES), name="drawn.csv")
    assert reading.form is Form.ODP
    assert reading.headers == (Label("Country of citizenship", "Pays de citoyenneté"),)
    assert reading.languages == {"en", "fr"}
    assert reading.absent_is_zero
    assert [str(period) for period in reading.periods] == ["2023-12", "2024-01", "2024-02", "2024-03"]
    assert [row.path for row in reading.rows] == [
        ((Label(*CHINA),),),
        ((Label(*EGYPT),),),
        ((Label(*FIJI),),),
    ]
    assert [row.line for row in reading.rows] == [2, 4, 3]
    assert all(row.leaf for row in reading.rows)
    assert said(reading)[((Label(*FIJI),),), month(2024, 1)] == (None, Status.SUPPRESSED)
    assert reading.cells.height == len(LINES)
    assert reading.findings == ()


@settings(deadline=None)
@given(
    lines=st.permutations(LINES),
    bom=st.booleans(),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    delimiter=st.sampled_from(["\t", ",", ";"]),
    separator=st.sampled_from(["", ",", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"]),
    blank=st.sampled_from(["", "\n", "\n\n"]),
)
def test_order_marks_line_ends_delimiters_and_separators_do_not_matter(
    lines, bom, end, delimiter, separator, blank
):
    def spaced(total):
        return f"{int(total):,}".replace(",", separator) if total.isdigit() else total

    clothed = [(*line[:-1], spaced(line[-1])) for line in lines]
    data = odp(clothed, bom=bom, end=end, delimiter=delimiter) + blank.encode()
    reading = read(data, name="drawn.csv")
    plain = read(odp(LINES), name="drawn.csv")
    assert said(reading) == said(plain)
    assert [row.path for row in reading.rows] == [row.path for row in plain.rows]
    assert reading.cells.rows() == plain.cells.rows()
    assert reading.periods == plain.periods


def test_a_windows_encoding_is_read_and_noted():
    text = odp(LINES).decode().encode("cp1252")
    reading = read(text, name="drawn.csv")
    assert said(reading) == said(read(odp(LINES), name="drawn.csv"))
    assert [finding.rule for finding in reading.findings] == ["read.encoding"]


def test_quotes_belong_to_labels_of_a_tab_separated_text():
    quoted = odp_line(2024, 1, 'The "Gambia"', "Gambie", "5")
    assert read(odp([quoted]), name="x.csv").rows[0].path == ((Label('The "Gambia"', "Gambie"),),)


def test_labels_that_a_spreadsheet_quoted_lose_their_quotes():
    quoted = odp_line(2024, 1, '"Congo, ""Kinshasa"""', "Congo", '"1,830"')
    reading = read(odp([quoted]), name="x.csv")
    assert reading.rows[0].path == ((Label('Congo, "Kinshasa"', "Congo"),),)
    assert reading.cells["number"].to_list() == [1830]


def test_no_quarter_column():
    header = ("EN_YEAR", "EN_MONTH", "FR_ANNÉE", "FR_MOIS", "EN_GENDER", "FR_SEXE", "TOTAL")
    reading = read(
        odp([("2024", "Jan", "2024", "janv.", "Female", "Femme", "5")], header=header), name="x.csv"
    )
    assert [str(period) for period in reading.periods] == ["2024-01"]


def test_only_a_year():
    header = ("EN_YEAR", "FR_ANNEÉ", "EN_GENDER", "FR_SEXE", "TOTAL")
    lines = [("2023", "2023", "Female", "Femme", "5"), ("2024", "2024", "Female", "Femme", "10")]
    assert [str(p) for p in read(odp(lines, header=header), name="x.csv").periods] == ["2023", "2024"]


def test_columns_of_one_stem_are_one_dimension():
    header = (
        "EN_YEAR", "FR_ANNEÉ", "EN_PROVINCE_TERRITORY", "FR_PROVINCE_TERRITOIRE",
        "EN_IMMIGRATION_CATEGORY-MAIN_CATEGORY", "FR_CATÉGORIE_D'IMMIGRATION-CATÉGORIE_PRINCIPALE",
        "EN_IMMIGRATION_CATEGORY-GROUP", "FR_CATÉGORIE_D'IMMIGRATION-GROUPE",
        "EN_IMMIGRATION_CATEGORY-COMPONENT", "FR_CATÉGORIE_D'IMMIGRATION-COMPOSANTE", "TOTAL",
    )  # fmt: skip
    line = (
        "2024",
        "2024",
        "Ontario",
        "Ontario",
        "Economic",
        "Économie",
        "Worker",
        "Travail",
        "Caregiver",
        "Aide",
        "5",
    )
    other = ("2024", "2024", "Ontario", "Ontario", "Other", "Autre", "", "", "", "", "5")
    for layout in (None, (1, 3)):
        reading = read(odp([line, other], header=header), name="x.csv", layout=layout)
        assert reading.headers[1] == Label("Immigration category", "Catégorie d'immigration")
        assert reading.rows[0].path == (
            (Label("Ontario", "Ontario"),),
            (Label("Economic", "Économie"), Label("Worker", "Travail"), Label("Caregiver", "Aide")),
        )
        assert reading.rows[1].path[1] == (Label("Other", "Autre"),)


def test_program_levels_are_one_dimension():
    header = ("EN_YEAR", "EN_PROGRAM_LEVEL_2", "EN_PROGRAM_LEVEL_3", "TOTAL")
    reading = read(odp([("2024", "IMP", "Agreements", "5")], header=header), name="x.csv")
    assert reading.headers == (Label("Program"),)
    assert reading.languages == {"en"}
    assert reading.rows[0].path == ((Label("IMP"), Label("Agreements")),)


def test_a_month_without_a_line_is_covered_and_warned_about():
    reading = read(odp([odp_line(2024, 1, *FIJI, "5"), odp_line(2024, 4, *FIJI, "5")]), name="x.csv")
    assert len(reading.periods) == 4
    assert [f.message for f in reading.findings] == [
        "2 of the periods 2024-01 to 2024-04 have no line, first 2024-02"
    ]


def test_a_name_with_two_names_in_the_other_language_is_warned_about():
    lines = [odp_line(2024, 1, "Fiji", "Fidji", "5"), odp_line(2024, 1, "Fiji", "Fiji", "5")]
    reading = read(odp(lines), name="x.csv")
    assert [(f.rule, f.message) for f in reading.findings] == [
        ("read.two-names", "'Fiji' stands with 2 names in the other language: ['Fidji', 'Fiji']")
    ]


def test_the_same_cell_twice_is_refused_with_both_lines():
    finding = refusal(odp([*LINES, odp_line(2024, 2, *EGYPT, "90")]))
    assert finding.rule == "read.cell-twice"
    assert "'Egypt' in 2024-02 stands on lines 4 and 7" in finding.message


@pytest.mark.parametrize("total", ["n/a", "x", "-5", "", "12.5"])
def test_cells_that_are_no_figures_are_refused_with_their_place(total):
    finding = refusal(odp([LINES[0], odp_line(2024, 2, *FIJI, total)]))
    assert finding.rule == "read.cell"
    assert (finding.where.file, finding.where.row, finding.where.column) == ("drawn.csv", 3, 9)


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        (2, "Foo", "'Foo' is no month"),
        (0, "20x4", "'20x4' is no year"),
        (1, "Q7", "'Q7' is no quarter"),
        (5, "mars", "'Jan' and 'mars' do not agree on the month"),
        (1, "Q2", "do not agree on the quarter"),
    ],
)
def test_unreadable_periods_are_refused(column, text, message):
    line = list(odp_line(2024, 1, *FIJI, "5"))
    line[column] = text
    finding = refusal(odp([LINES[0], tuple(line)]))
    assert (finding.rule, finding.where.row) == ("read.period", 3)
    assert message in finding.message


@pytest.mark.parametrize("line", [LINES[1][:-1], (*LINES[1], "more")])
def test_lines_of_another_length_are_refused(line):
    finding = refusal(odp([LINES[0], line, LINES[2]]))
    assert (finding.rule, finding.where.row) == ("read.ragged", 3)
    assert "9, as in the header" in finding.message


def test_a_line_without_labels_is_refused():
    finding = refusal(odp([LINES[0], odp_line(2024, 1, "", "", "5")]))
    assert (finding.rule, finding.where.row) == ("read.no-label", 3)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (("EN_YEAR", "EN_GENDER", "NOTE", "TOTAL"), "the column 'NOTE' is unknown"),
        (("EN_MONTH", "EN_GENDER", "FR_SEXE", "TOTAL"), "no column of years"),
        (("EN_YEAR", "FR_ANNEÉ", "FR_MOIS", "TOTAL"), "no column of labels"),
        (("EN_YEAR", "EN_GENDER", "EN_AGE", "FR_SEXE", "TOTAL"), "do not make pairs"),
    ],
)
def test_other_headers_are_refused(header, message):
    assert message in refusal(odp([("2024", "x", "y", "z", "5")[: len(header)]], header=header)).message


def test_a_header_alone_is_refused():
    assert refusal(odp([])).rule == "read.no-rows"


def test_a_layout_that_does_not_fit_is_refused():
    assert refusal(odp(LINES), layout=(1, 2)).rule == "read.layout"


COPIED = (*HEADER[:-1], "Copy of EN_YEAR", "FR_MOIS - Copie", "TOTAL", "", "TOTAL (2)")


def with_copies(line, year="", total=""):
    return (*line[:-1], year or line[0], line[5], line[-1], "", total or line[-1])


def test_copies_of_columns_and_empty_ones_are_passed_over():
    reading = read(odp([with_copies(line) for line in LINES], header=COPIED), name="drawn.csv")
    assert said(reading) == said(read(odp(LINES), name="drawn.csv"))
    assert reading.did == (
        "the column 'Copy of EN_YEAR' says what 'EN_YEAR' says and was passed over",
        "the column 'FR_MOIS - Copie' says what 'FR_MOIS' says and was passed over",
        "the column 'TOTAL (2)' says what 'TOTAL' says and was passed over",
    )
    assert reading.confidence is Confidence.LIKELY


def test_a_copy_without_its_original_stands_for_it():
    header = ("Copy of EN_YEAR", *HEADER[1:])
    assert said(read(odp(LINES, header=header), name="drawn.csv")) == said(read(odp(LINES), name="drawn.csv"))


@pytest.mark.parametrize(
    ("more", "column", "said"),
    [
        ({"year": "2019"}, 9, "what the column 'EN_YEAR' says"),
        ({"total": "90"}, 13, "what the column 'TOTAL'"),
    ],
)
def test_a_copy_that_says_something_else_is_refused(more, column, said):
    finding = refusal(odp([with_copies(LINES[0]), with_copies(LINES[1], **more)], header=COPIED))
    assert (finding.rule, finding.where.row, finding.where.column) == ("read.spare-column", 3, column)
    assert said in finding.message


def test_something_in_a_column_without_a_name_is_refused():
    line = (*LINES[0], "seen")
    finding = refusal(odp([line], header=(*HEADER, "")))
    assert (finding.rule, finding.where.row, finding.where.column) == ("read.spare-column", 2, 10)
    assert "'seen'" in finding.message


def test_a_text_that_was_saved_as_a_workbook():
    grid = [
        HEADER,
        *((int(line[0]), *line[1:-1], int(line[-1]) if line[-1] != "--" else "--") for line in LINES),
    ]
    book = openpyxl.Workbook()
    for row in grid:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    reading = read(stream.getvalue(), name="drawn.xlsx")
    assert said(reading) == said(read(odp(LINES), name="drawn.csv"))
    assert (reading.form, reading.sheet) == (Form.ODP, "Sheet")
    book.active["I3"] = "n/a"
    book.save(stream)
    finding = refusal(stream.getvalue())
    assert (finding.where.sheet, finding.where.row, finding.where.column) == ("Sheet", 3, 9)
