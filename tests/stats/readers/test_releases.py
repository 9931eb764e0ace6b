"""IRCC's own files: what stands around their tables, and what they say about each other."""

from datetime import date

import pytest

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
