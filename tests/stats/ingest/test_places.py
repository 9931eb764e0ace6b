"""Places: where a kept file prints a cell, checked by opening the file there."""

import io

import pytest
from python_calamine import CalamineWorkbook

from stats.ingest.places import files_of, places
from stats.ingest.sources import bytes_of
from stats.models import Dataset, SourceFile
from stats.periods import month, year
from tests.stats.factories import EVENTS, figures_of, import_odp, import_workbook

pytestmark = pytest.mark.django_db

FIGURES = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 20], "Chad": [5, 5, 5]})
LONG = figures_of(
    {"India": [5] * 26, "France": [10, None] * 13, "Brazil": [0] * 25 + [1085]}, first=month(2022, 1)
)
CELLS = [(("india",), month(2024, 3)), (("brazil",), month(2024, 1)), (("france",), month(2024, 2))]


@pytest.fixture
def dataset(data_dir):
    return lambda: Dataset.objects.get(slug=EVENTS)


def placed(dataset, cells, number=1):
    return places(dataset, files_of(dataset, number), cells)


def test_a_cell_of_a_text_is_found_on_its_line(dataset):
    import_odp(FIGURES)
    found = placed(dataset(), CELLS)
    lines = bytes_of(SourceFile.objects.get()).decode().splitlines()
    for (codes, period), (country, printed) in zip(
        CELLS[:2], [("India", "10"), ("Brazil", "15")], strict=True
    ):
        (place,) = found[codes, period]
        fields = lines[place.row - 1].split("\t")
        assert (country in fields, fields[-1], place.column) == (True, printed, None)
        assert str(period.year) in fields


def test_a_zero_that_has_no_line_has_no_place(dataset):
    import_odp(FIGURES)
    assert placed(dataset(), CELLS)[CELLS[2]] == ()


def test_a_cell_of_a_workbook_is_found_in_its_row_and_column(dataset):
    import_workbook(LONG)
    expected = {
        (("india",), month(2022, 7)): "5",
        (("france",), month(2022, 2)): "--",
        (("brazil",), month(2024, 2)): "1,085",
        (("brazil",), month(2022, 1)): "0",
        (("_T",), month(2024, 2)): "1,090",
        (("india",), year(2022)): "60",
    }
    found = placed(dataset(), expected)
    file = SourceFile.objects.get()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(bytes_of(file))).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)
    for key, printed in expected.items():
        (place,) = found[key]
        assert (place.file, place.sheet) == (file, sheet.name)
        assert str(rows[place.row - 1][place.column - 1]) == printed


def test_what_a_file_does_not_print_has_no_place(dataset):
    import_workbook(LONG)
    cells = [(("india",), year(2021)), (("nowhere",), month(2024, 1))]
    assert placed(dataset(), cells) == dict.fromkeys(cells, ())


def test_bytes_that_are_gone_leave_no_place(dataset, data_dir):
    import_odp(FIGURES)
    file = SourceFile.objects.get()
    (data_dir / "media" / file.storage_name).unlink()
    assert placed(dataset(), CELLS[:1]) == {CELLS[0]: ()}
