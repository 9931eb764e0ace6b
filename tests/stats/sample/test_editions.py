"""All sample editions: read without findings, known by the catalogue, marked as modelled, stable."""

from __future__ import annotations

import io
import zipfile

import polars as pl
import pytest

from stats.catalogue import guess, load
from stats.periods import Period, month, year
from stats.readers.reading import Reading
from stats.readers.sniff import read
from stats.sample import SampleEdition, editions
from stats.values import Status

EDITIONS = {f"{edition.dataset}-{edition.number}": edition for edition in editions()}
FILES = [(edition, source) for edition in editions() for source in edition.files]


def reading_of(dataset: str, *, language: int = 0) -> Reading:
    """What the first edition's file says, in English or in French."""
    edition = EDITIONS[f"{dataset}-1"]
    source = edition.files[language]
    return read(source.data, name=source.name, layout=load()[dataset].layout)


def number(reading: Reading, labels: tuple[str, ...], period: Period) -> int | None:
    """The printed number of the row with these innermost labels, English or French."""
    rows = [i for i, row in enumerate(reading.rows) if tuple(_innermost(path) for path in row.path) == labels]
    assert len(rows) == 1
    cell = reading.cells.filter((pl.col("row") == rows[0]) & (pl.col("period") == period.code))
    return cell["number"].item()


def _innermost(path: tuple) -> str:
    return (path[-1].en or path[-1].fr) if path else ""


def test_which_there_are() -> None:
    """Five datasets beside the two editions of permits by occupation, in the order of their numbers."""
    assert list(EDITIONS) == [
        "imp-province-noc-1",
        "imp-province-noc-2",
        "imp-citizenship-1",
        "tfwp-citizenship-1",
        "imp-program-year-end-1",
        "tfw-program-year-end-1",
        "study-citizenship-1",
    ]


@pytest.mark.parametrize(("edition", "source"), FILES, ids=[f"{e.number} {s.name}" for e, s in FILES])
def test_every_file_reads(edition: SampleEdition, source) -> None:
    """Nothing to find, the catalogue knows which dataset it is, and it covers what it says."""
    reading = read(source.data, name=source.name, layout=load()[edition.dataset].layout)
    assert reading.findings == ()
    assert max(period.last_month for period in reading.periods) == edition.covers_until
    best, second, *_ = guess(reading, source.name)
    assert best.spec.slug == edition.dataset
    assert best.score > second.score
    numbers = reading.cells["number"].drop_nulls()
    assert numbers.min() >= 0
    assert (numbers % 5 == 0).all()
    assert set(reading.cells["status"].unique()) <= {Status.NORMAL, Status.SUPPRESSED}


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_said_to_be_modelled(edition: SampleEdition) -> None:
    """Every edition's note says so in both languages, and so does every workbook."""
    assert edition.note.en.startswith("Modelled sample data")
    assert edition.note.fr.startswith("Données d'exemple modélisées")
    for source in edition.files:
        if source.name.endswith(".xlsx"):
            reading = read(source.data, name=source.name, layout=load()[edition.dataset].layout)
            said = " ".join(note.en + note.fr for note in reading.notes)
            assert "Modelled sample data" in said or "Données d'exemple modélisées" in said


@pytest.mark.parametrize("dataset", ["imp-program-year-end", "tfw-program-year-end", "study-citizenship"])
def test_pairs_of_workbooks_say_the_same(dataset: str) -> None:
    """The English and the French workbook have the same rows and figures, and names of their own."""
    english, french = (reading_of(dataset, language=i) for i in (0, 1))
    assert english.cells.equals(french.cells)
    assert english.periods == french.periods
    assert [(row.leaf, row.line) for row in english.rows] == [(row.leaf, row.line) for row in french.rows]
    assert english.languages == {"en"}
    assert french.languages == {"fr"}


def test_figures_that_are_facts() -> None:
    """IRCC's own figures of 2021: permits added up by citizenship, and holders at the end of the year."""
    permits = reading_of("imp-citizenship")
    of_2021 = pl.col("period").is_in([month(2021, n).code for n in range(1, 13)])
    assert permits.cells.filter(of_2021)["number"].sum() == 341_900
    assert number(reading_of("imp-program-year-end"), ("", ""), year(2021)) == 430_015


def test_holders_have_stated_totals() -> None:
    """A program's total stands below its parts and is no larger than their sum, beyond rounding."""
    reading = reading_of("imp-program-year-end")
    parts = [
        number(reading, ("Ontario", name), year(2023)) or 0
        for name in ("Agreements", "Canadian Interests", "Other IMP Participants")
    ]
    total = number(reading, ("Ontario", ""), year(2023))
    assert total is not None
    assert 0.98 * sum(parts) < total < sum(parts)


def test_students_are_counted_once() -> None:
    """A year's stated total is smaller than the sum of its months, and the last year is a partial one."""
    reading = reading_of("study-citizenship")
    months = [number(reading, ("",), month(2023, n)) or 0 for n in range(1, 13)]
    stated = number(reading, ("",), year(2023))
    assert stated is not None
    assert max(months) < stated < sum(months)
    assert str(reading.periods[-1]) == "2024-to-07"


def test_same_bytes_each_time() -> None:
    """Made again, every file is the same, workbooks included."""
    assert editions.__wrapped__() == editions()


def test_workbooks_carry_their_day() -> None:
    """The entries of a workbook have the modelled day of building, as the publisher's do."""
    source = EDITIONS["study-citizenship-1"].files[0]
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2024, 9, 20)}
