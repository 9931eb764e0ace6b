"""IRCC's own files: what each holds, and what they say about each other. Single cells were read by eye."""

import time
from datetime import date

import pytest

from stats.findings import Refused
from stats.labels import Label
from stats.periods import Frequency, Period, month
from stats.readers.reading import Form
from stats.readers.sniff import read as sniff
from stats.values import Status

pytestmark = pytest.mark.releases

LAYOUTS = {
    "asylum-office": (1, 1),
    "ee-candidates-destination": (1, 1),
    "imp-program-year-end": (1, 3),
    "imp-province-noc": (1, 1),
    "pr-province-category": (1, 3),
    "pr-province-noc": (1, 1),
    "tfw-program-year-end": (1, 2),
}
HIDDEN = (None, Status.SUPPRESSED)


@pytest.fixture(scope="module")
def read(releases):
    """Read the file of a table and edition, once."""
    known = {}

    def once(table, edition, suffix=""):
        (path,) = (releases / table / edition).glob(f"*{suffix}")
        if path not in known:
            known[path] = sniff(path.read_bytes(), name=path.name, layout=LAYOUTS.get(table, (1,)))
        return known[path]

    return once


def cells(reading, frequency=Frequency.MONTH):
    """(path in English, period) → (number, status), for one length of period."""
    english = [tuple(tuple(label.en for label in entry) for entry in row.path) for row in reading.rows]
    return {
        (english[row], Period.from_code(code)): (number, Status(status))
        for row, code, number, status in reading.cells.rows()
        if code // 1_000_000 == frequency
    }


def cell(reading, period, *path):
    """One cell by its path."""
    return cells(reading, period.frequency)[path, period]


@pytest.mark.parametrize(
    ("table", "edition", "suffix", "form", "rows", "leaves", "periods", "numbers", "hidden", "total"),
    [
        ("asylum-office", "2024-07", "", "crosstab", 38, 34, 125, 4151, 599, 3595615),
        ("asylum-office", "2025-07", "", "crosstab", 39, 35, 138, 4722, 660, 4404480),
        ("ee-candidates-destination", "2024-07", "", "crosstab", 62, 49, 10, 567, 53, 1838115),
        ("hc-citizenship", "2025-07", "", "crosstab", 200, 199, 181, 27541, 8659, 4687425),
        ("imp-citizenship", "2024-06", "", "odp", 214, 214, 114, 13474, 4968, 3558695),
        ("imp-program-year-end", "2024", "", "crosstab", 458, 363, 25, 10466, 984, 33359455),
        ("imp-province-noc", "2024-07", "", "wide", 4784, 4784, 115, 456713, 93447, 3468860),
        ("pr-citizenship", "2024-06", ".xlsx", "crosstab", 217, 216, 162, 31173, 3981, 19627345),
        ("pr-citizenship", "2024-06", ".csv", "odp", 216, 216, 114, 15918, 3117, 3265390),
        ("pr-citizenship", "2024-07", "", "crosstab", 217, 216, 164, 31562, 4026, 19914860),
        ("pr-province-category", "2024-06", "", "crosstab", 371, 244, 162, 53734, 6368, 48075470),
        ("pr-province-category", "2024-07", "", "crosstab", 371, 244, 164, 54397, 6447, 48773165),
        ("pr-province-category", "2025-07", "", "crosstab", 375, 248, 181, 60698, 7177, 55010485),
        ("pr-province-noc", "2022-09", "", "crosstab", 4410, 4396, 132, 452615, 129505, 17952040),
        ("study-citizenship", "2024-06", "", "odp", 219, 219, 114, 14057, 5087, 3858260),
        ("study-citizenship", "2025-01", "", "crosstab", 220, 219, 173, 31360, 6700, 24827225),
        ("study-citizenship", "2025-07", "", "crosstab", 220, 219, 181, 32792, 7028, 25602015),
        ("tfw-program-year-end", "2024", "", "crosstab", 132, 92, 25, 2952, 348, 6620045),
        ("tfwp-citizenship", "2024-06", "", "odp", 195, 195, 114, 7677, 5260, 1043445),
    ],
)
def test_what_each_file_holds(
    read, table, edition, suffix, form, rows, leaves, periods, numbers, hidden, total
):
    reading = read(table, edition, suffix)
    statuses = reading.cells["status"]
    assert reading.form == form
    assert (len(reading.rows), sum(row.leaf for row in reading.rows), len(reading.periods)) == (
        rows,
        leaves,
        periods,
    )
    assert ((statuses == 0).sum(), (statuses == 1).sum(), (statuses > 1).sum()) == (numbers, hidden, 0)
    assert reading.cells["number"].sum() == total
    assert reading.cells.select("row", "period").is_unique().all()
    assert not [finding for finding in reading.findings if finding.severity != "note"]


def test_cells_read_by_eye(read):
    nl = ("Newfoundland and Labrador",)
    category = read("pr-province-category", "2025-07")
    skilled = ("Economic", "Worker Program", "Skilled Worker")
    assert cell(category, month(2015, 1), nl, skilled) == HIDDEN
    assert cell(category, month(2015, 2), nl, skilled) == (15, Status.NORMAL)
    assert cell(category, Period.parse("2025-to-07"), nl, skilled[:2]) == (595, Status.NORMAL)
    assert cell(category, Period.parse("2025-Q3-to-07"), nl, skilled[:2]) == (85, Status.NORMAL)
    assert cell(category, Period.parse("2025-to-07"), (), ()) == (246375, Status.NORMAL)
    assert cell(category, month(2015, 1), ("Province/Territory not stated",), ()) == (5, Status.NORMAL)
    asylum = read("asylum-office", "2024-07")
    assert cell(asylum, Period.parse("2024-to-07"), ("Airport",), ("Quebec",)) == (17035, Status.NORMAL)
    assert cell(asylum, Period.parse("2024-to-07"), ("Other Offices",), ()) == (15, Status.NORMAL)
    destination = read("ee-candidates-destination", "2024-07")
    assert cell(destination, Period.parse("2024-to-07"), (), ()) == (42010, Status.NORMAL)
    program = read("imp-program-year-end", "2024")
    nafta = ("Agreements", "Canada-International", "North American Free Trade Agreement (NAFTA)")
    assert cell(program, Period.parse("2000"), nl, nafta) == (90, Status.NORMAL)
    assert cell(program, Period.parse("2021"), (), ()) == (430015, Status.NORMAL)
    assert cell(read("imp-citizenship", "2024-06"), month(2024, 4), ("China, People's Republic of",)) == (
        1830,
        0,
    )


def test_what_stands_around_the_tables(read):
    category = read("pr-province-category", "2025-07")
    assert category.title.en.endswith("January 2015 - July 2025")
    assert (category.sheet, category.cut_off, category.built) == (
        "PR - ImmCat",
        date(2025, 7, 31),
        date(2025, 9, 2),
    )
    assert category.headers == (Label("Province/Territory"), Label("Immigration Category"))
    assert category.notes[-1] == Label("Data are preliminary and subject to change.")
    assert category.columns[month(2015, 1)] == 5
    assert category.rows[0].line == 6
    assert read("imp-program-year-end", "2024").cut_off == date(2024, 12, 31)
    assert [f.rule for f in read("imp-program-year-end", "2024").findings] == ["read.no-merges"]
    assert [f.rule for f in read("ee-candidates-destination", "2024-07").findings] == ["read.second-block"]
    assert read("asylum-office", "2024-07").notes[0].en.startswith("This data should not be used")
    assert read("imp-citizenship", "2024-06").headers == (
        Label("Country of citizenship", "Pays de citoyenneté"),
    )


def test_both_forms_of_one_edition_have_the_same_months(read):
    text = cells(read("pr-citizenship", "2024-06", ".csv"))
    book = cells(read("pr-citizenship", "2024-06", ".xlsx"))
    printed = {key: value for key, value in book.items() if key[0] != ((),) and value != (0, Status.NORMAL)}
    assert text == printed
    assert sum(status is Status.NORMAL for _, status in text.values()) == 15_918
    assert sum(status is Status.SUPPRESSED for _, status in text.values()) == 3_117


@pytest.mark.parametrize(
    ("table", "before", "after", "common", "changed", "added"),
    [
        ("pr-province-category", "2024-06", "2024-07", 42_294, 215, 0),
        ("pr-province-category", "2024-06", "2025-07", 42_294, 417, 4),
        ("study-citizenship", "2025-01", "2025-07", 26_620, 424, 0),
    ],
)
def test_revisions_between_editions(read, table, before, after, common, changed, added):
    old, new = cells(read(table, before)), cells(read(table, after))
    both = old.keys() & new.keys()
    assert len(both) == len(old) == common
    assert sum(old[key] != new[key] for key in both) == changed
    assert len({path for path, _ in new} - {path for path, _ in old}) == added


def test_stated_totals_are_not_sums(read):
    reading = read("study-citizenship", "2025-07")
    total = ((),)
    assert cell(reading, Period.parse("2023"), ()) == (680_965, Status.NORMAL)
    months = [number for (path, p), (number, _) in cells(reading).items() if path == total and p.year == 2023]
    assert sum(months) == 701_635


def test_the_wide_text(read):
    reading = read("imp-province-noc", "2024-07")
    assert (reading.form, reading.cells.height) == (Form.WIDE, 550_160)
    year = {key: value for key, value in cells(reading).items() if key[1].year == 2021}
    assert sum(number or 0 for number, _ in year.values()) == 327_395
    ontario = [value for (path, _), value in year.items() if path[0] == ("Ontario",)]
    assert sum(number or 0 for number, _ in ontario) == 145_560
    assert ontario.count(HIDDEN) == 1_392


def test_subtotals_are_what_their_parts_allow(read):
    """The depth rule gives a tree in which every stated total lies within its leaves' rounding and hiding."""
    for table, edition in [
        ("pr-province-category", "2025-07"),
        ("imp-program-year-end", "2024"),
        ("asylum-office", "2025-07"),
    ]:
        reading = read(table, edition)
        year = {path: value for (path, p), value in cells(reading, Frequency.YEAR).items() if p.year == 2021}
        flat = {path: [(axis, name) for axis, entry in enumerate(path) for name in entry] for path in year}
        leaf = {tuple(tuple(x.en for x in e) for e in row.path): row.leaf for row in reading.rows}
        for path, (stated, _) in year.items():
            if leaf[path] or stated is None:
                continue
            parts = [year[p] for p in year if leaf[p] and flat[p][: len(flat[path])] == flat[path]]
            low = sum(1 if number is None else max(0, number - 2) for number, _ in parts)
            high = sum(4 if number is None else number + 2 for number, _ in parts)
            assert low - 2 <= stated <= high + 2, path


def test_the_damaged_workbook_is_refused_with_what_is_missing(releases):
    (path,) = (releases / "damaged").glob("*.xlsx")
    with pytest.raises(Refused) as caught:
        sniff(path.read_bytes(), name=path.name, layout=(1, 1))
    (finding,) = caught.value.findings
    assert finding.rule == "read.blanked"
    assert "missing are the months from 2015-01 to 2024-07 (115)" in finding.message
    assert "10 columns were left: 2015 Total, 2016 Total … 2024-to-07 Total" in finding.message


def test_code_lists_are_no_releases(releases):
    for path in (releases / "codelists").glob("*.csv"):
        with pytest.raises(Refused, match="the text is no table"):
            sniff(path.read_bytes(), name=path.name)


@pytest.mark.parametrize(
    ("table", "edition", "seconds"), [("imp-province-noc", "2024-07", 2), ("pr-province-noc", "2022-09", 4)]
)
def test_the_large_files_are_read_fast(releases, table, edition, seconds):
    """The limits are four times what a quiet machine takes."""
    (path,) = (releases / table / edition).iterdir()
    data = path.read_bytes()
    began = time.perf_counter()
    sniff(data, name=path.name, layout=(1, 1))
    assert time.perf_counter() - began < seconds
