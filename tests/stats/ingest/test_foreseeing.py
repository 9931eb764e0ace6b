"""What is foreseen of an edition is what is kept on it once it is written."""

import pytest

from stats.ingest.foreseeing import foreseen
from stats.ingest.outcome import Status
from stats.ingest.prepare import prepare
from stats.ingest.progress import unwatched
from stats.ingest.recipe import run
from stats.ingest.register import dataset_named
from stats.ingest.sources import keep
from stats.models import Cell, Dataset, Member
from tests.stats.factories import EVENTS, figures_of, import_odp, odp_bytes, workbook_bytes

pytestmark = pytest.mark.django_db

FIRST = {"India": [100] * 36, "France": [40] * 36, "Brazil": [60] * 36}


def kinds(data, name):
    """The kinds that are foreseen for a file, after a check that the same are kept on the edition."""
    sources = [keep(name=name, data=data)]
    dataset = dataset_named(EVENTS)
    before = Cell.objects.count(), Member.objects.count()
    found = foreseen(prepare(sources, dataset, progress=unwatched))
    assert (Cell.objects.count(), Member.objects.count()) == before
    outcome = run(sources, dataset=dataset)
    assert outcome.status == Status.WAITING, outcome.findings
    assert [change.as_json() for change in found] == list(outcome.classification)
    return [change.kind.value for change in found]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({"India": [100] * 35 + [105]}, ["revision"]),
        ({"India": [100] * 35 + [None, 90]}, ["suppression", "new_periods"]),
        ({"India": [65] * 36, "France": [25] * 36, "Brazil": [40] * 36}, ["restatement", "unannounced"]),
        ({"Chad": [0] * 36 + [10]}, ["rows_come", "new_periods"]),
    ],
)
@pytest.mark.parametrize(
    ("drawn", "name"), [(odp_bytes, "ODP-TR-Work-IMP-CITZ.csv"), (workbook_bytes, "EN_IMP_citizenship.xlsx")]
)
def test_the_kinds_that_are_foreseen_are_kept(data_dir, second, expected, drawn, name):
    import_odp(figures_of(FIRST))
    found = kinds(drawn(figures_of(FIRST | second)), name)
    assert [kind for kind in found if kind != "relabelled"] == expected


def test_nothing_is_foreseen_of_a_first_edition(data_dir):
    assert kinds(odp_bytes(figures_of(FIRST)), "ODP-TR-Work-IMP-CITZ.csv") == []


def test_what_completes_an_edition_makes_no_new_one_to_be_foreseen(data_dir):
    import_odp(figures_of(FIRST))
    sources = [keep(name="EN_IMP_citizenship.xlsx", data=workbook_bytes(figures_of(FIRST)))]
    assert foreseen(prepare(sources, Dataset.objects.get(slug=EVENTS), progress=unwatched)) == ()


@pytest.mark.releases
@pytest.mark.parametrize(
    ("table", "editions"),
    [
        ("pr-province-category", ("2024-06", "2024-07", "2025-07")),
        ("study-citizenship", ("2025-01", "2025-07")),
        ("asylum-office", ("2024-07", "2025-07")),
    ],
)
def test_the_kinds_of_real_editions_are_foreseen(releases, data_dir, table, editions):
    for edition in editions:
        (path,) = (releases / table / edition).glob("*.xlsx")
        sources = [keep(name=path.name, data=path.read_bytes())]
        dataset = Dataset.objects.filter(slug=table).first()
        found = foreseen(prepare(sources, dataset, progress=unwatched))
        outcome = run(sources, accept_at_once=True)
        assert [change.as_json() for change in found] == list(outcome.classification)
    assert found
