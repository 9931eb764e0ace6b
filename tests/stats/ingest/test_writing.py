"""Writing in bulk: what stands in a frame stands in the table, and who watches hears of it."""

import polars as pl
import pytest

from stats.ingest import writing
from stats.ingest.progress import EVERY
from stats.ingest.writing import COLUMNS, close_cells, insert, write_series
from stats.models import OPEN, Cell, Dataset, Edition, Series
from stats.periods import month
from stats.values import Status

pytestmark = pytest.mark.django_db
JANUARY = month(2024, 1).code


def an_edition(number: int = 2) -> Edition:
    """An edition of a dataset of its own."""
    dataset = Dataset.objects.create(slug="table", measures="events")
    return Edition.objects.create(dataset=dataset, number=number)


def cells(edition: Edition, count: int) -> pl.DataFrame:
    """So many cells of one series, the first of them hidden."""
    return pl.DataFrame(
        [
            (edition.dataset_id, 1, 7, 8, 0, 0, True, JANUARY + n, 5 * n or None, int(n == 0), 1, OPEN)
            for n in range(count)
        ],
        schema=list(COLUMNS),
        orient="row",
    )


def test_cells_are_written_as_they_stand():
    insert(Cell, cells(an_edition(), 2))
    found = Cell.objects.order_by("period").values_list(
        "a1", "a2", "leaf", "period", "value", "status", "until"
    )
    assert list(found) == [
        (7, 8, True, JANUARY, None, Status.SUPPRESSED, OPEN),
        (7, 8, True, JANUARY + 1, 5, Status.NORMAL, OPEN),
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_a_lone_row_is_written_and_none_at_all_writes_nothing(count):
    insert(Cell, cells(an_edition(), 1).head(count))
    assert list(Cell.objects.values_list("period", "value", "until")) == [(JANUARY, None, OPEN)][:count]


def test_whoever_watches_hears_of_rows_that_are_written():
    heard: list[int] = []
    insert(Cell, cells(an_edition(), EVERY + 5), told=heard.append)
    assert heard == [EVERY, EVERY + 5]
    assert Cell.objects.count() == EVERY + 5


def test_new_series_are_found_under_the_ids_of_a_difference():
    edition = an_edition()
    old = Series.objects.create(dataset=edition.dataset, a1=1, a2=3, since=1)
    members = [{"ON": 1, "_T": 9}, {"India": 2, "France": 3}]
    found = write_series(edition, {("ON", "India"): True, ("_T", "France"): False}, members)
    written = {(s.a1, s.a2, s.leaf, s.since): s.pk for s in Series.objects.exclude(pk=old.pk)}
    assert set(written) == {(1, 2, True, 2), (9, 3, False, 2)}
    assert dict(found.select("series", "series_id").iter_rows()) == {
        old.pk: old.pk,
        -1: written[1, 2, True, 2],
        -2: written[9, 3, False, 2],
    }


def test_only_the_open_rows_of_earlier_editions_end(monkeypatch):
    monkeypatch.setattr(writing, "EVERY", 1)
    edition = an_edition()
    insert(Cell, cells(edition, 3))
    Cell.objects.filter(period=JANUARY + 2).update(until=2)
    closes = Cell.objects.filter(period__gt=JANUARY).values_list("series_id", "period")
    heard: list[int] = []
    close_cells(
        edition, pl.DataFrame(list(closes), schema=["series", "period"], orient="row"), told=heard.append
    )
    assert list(Cell.objects.order_by("period").values_list("until", flat=True)) == [OPEN, 2, 2]
    assert heard == [1, 2]
