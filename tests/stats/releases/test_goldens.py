"""Every release file gives the cells that were read from it by eye.

Each file under `goldens` says what one release holds: counts and sums taken from the bare markup or lines of
the file, without Stet's readers, and ten cells that a person looked up: where they stand (a cell of the
sheet, or a line of the text), in whose row, under which period, and what is printed there.
"""

import tomllib
from pathlib import Path

import pytest

from stats.codelists.noc import read_noc
from stats.findings import Refused, Severity
from stats.labels import Label
from stats.periods import Period
from stats.readers.sniff import read as sniff
from stats.values import Status

pytestmark = pytest.mark.releases

FOLDER = Path(__file__).parent / "goldens"
GOLDENS = {path.stem: tomllib.loads(path.read_text()) for path in sorted(FOLDER.glob("*.toml"))}
DAMAGED = GOLDENS.pop("damaged")
CODELISTS = GOLDENS.pop("codelists")["lists"]


@pytest.fixture(scope="module", params=list(GOLDENS))
def golden(request):
    """What is expected of one file."""
    return GOLDENS[request.param]


@pytest.fixture(scope="module")
def reading(golden, releases):
    """What is read from it."""
    path = releases / golden["file"]
    return sniff(path.read_bytes(), name=path.name, layout=tuple(golden["layout"]))


def test_every_release_has_its_golden(releases):
    files = {path.relative_to(releases).as_posix() for path in releases.glob("*/**/*") if path.is_file()}
    golden = [each["file"] for each in (*GOLDENS.values(), DAMAGED)]
    lists = [file for each in CODELISTS for file in each["files"]]
    assert sorted([*golden, *lists]) == sorted(files)


def test_what_the_file_is(golden, reading):
    assert (reading.form, reading.languages, reading.confidence) == (
        golden["form"],
        set(golden["languages"]),
        golden["confidence"],
    )
    assert reading.cut_off == golden.get("cut_off")
    assert [finding for finding in reading.findings if finding.severity is not Severity.NOTE] == []


def test_dimensions(golden, reading):
    paths = [
        {row.path[axis][:end] for row in reading.rows for end in range(1, len(row.path[axis]) + 1)}
        for axis in range(len(reading.headers))
    ]
    assert [len(members) for members in paths] == golden["members"]


def test_periods(golden, reading):
    lengths = {}
    for period in reading.periods:
        lengths.setdefault(period.frequency.name.lower(), []).append(period)
    assert {name: [str(all_[0]), str(all_[-1]), len(all_)] for name, all_ in lengths.items()} == golden[
        "periods"
    ]


def test_counts(golden, reading):
    numbers, statuses = reading.cells["number"], reading.cells["status"]
    assert {
        "rows": len(reading.rows),
        "numbers": (numbers > 0).sum(),
        "zeros": (numbers == 0).sum(),
        "suppressed": (statuses == Status.SUPPRESSED).sum(),
    } == golden["counts"]
    assert statuses.is_in([Status.NORMAL, Status.SUPPRESSED]).all()
    assert numbers.is_null().sum() == golden["counts"]["suppressed"]


def test_sums(golden, reading):
    cells = reading.cells
    row = english(reading).index(golden["cells"][0]["path"])
    assert {
        "everything": cells["number"].sum(),
        "last_period": cells.filter(period=reading.periods[-1].code)["number"].sum(),
        "row_of_first_cell": cells.filter(row=row)["number"].sum(),
    } == golden["sums"]


def test_cells_that_were_read_by_eye(golden, reading):
    rows, expected = english(reading), golden["cells"]
    assert len({cell["at"] for cell in expected}) == 10
    for cell in expected:
        row, period = rows.index(cell["path"]), Period.parse(cell["period"])
        (found,) = reading.cells.filter(row=row, period=period.code).select("number", "status").rows()
        printed = cell["printed"]
        hidden = (None, Status.SUPPRESSED)
        assert found == (hidden if printed == "--" else (int(printed.replace(",", "")), Status.NORMAL))
        assert stands_at(reading, row, period) == cell["at"]
        if "french" in cell:
            assert [[label.fr for label in entry] for entry in reading.rows[row].path] == cell["french"]


def english(reading):
    return [[[label.en for label in entry] for entry in row.path] for row in reading.rows]


def stands_at(reading, row, period):
    """The line of a text with a cell a line; of a sheet the cell, such as `BA184`."""
    if reading.lines is not None:
        return reading.lines.filter(row=row, period=period.code)["line"].item()
    letters, column = "", reading.columns[period]
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{reading.rows[row].line}"


def test_the_damaged_workbook_is_refused_with_what_is_missing(releases):
    path = releases / DAMAGED["file"]
    with pytest.raises(Refused) as caught:
        sniff(path.read_bytes(), name=path.name, layout=tuple(DAMAGED["layout"]))
    (finding,) = caught.value.findings
    assert finding.rule == DAMAGED["rule"]
    assert [words for words in DAMAGED["says"] if words not in finding.message] == []
    assert (finding.where.file, finding.where.sheet) == (path.name, "TR - SP Study Level Calendar")


@pytest.mark.parametrize("expected", CODELISTS, ids=lambda each: str(each["unit_groups"]))
def test_code_lists(releases, expected):
    paths = [releases / file for file in expected["files"]]
    found = read_noc(*paths)
    assert len(found) == expected["unit_groups"]
    assert all(label.en and label.fr for label in found.values())
    for entry in expected["entries"]:
        assert found[entry["code"]] == Label(entry["en"], entry["fr"])
    for path in paths:
        with pytest.raises(Refused, match="the text is no table"):
            sniff(path.read_bytes(), name=path.name)
