"""The ledger of revisions through the API."""

import csv
import io

import pytest
from django.test import Client

from stats.ingest.decide import accept, refuse_edition, take_back
from stats.models import Edition
from stats.periods import month
from tests.stats.api import openapi
from tests.stats.api.client import get, problem
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
REVISED = SMALL | {
    ("India", month(2024, 3)): 25,
    ("India", month(2024, 4)): 30,
    ("France", month(2024, 2)): 5,
}
INDIA = {"citizenship": "india", "period": "2024-03"}


@pytest.fixture
def editions(data_dir):
    """Two editions, of which the second is taken back, and a third that waits."""
    import_odp(SMALL)
    import_odp(REVISED)
    take_back(Edition.objects.get(number=2))
    import_odp(SMALL | {("India", month(2024, 3)): 40, ("India", month(2024, 4)): 30}, accept=False)


def changes(number, **parameters):
    return get(f"datasets/{EVENTS}/editions/{number}/changes/", **parameters)


def numbers(row):
    return tuple(row[side] and row[side]["value"] for side in ("old", "new"))


def test_what_an_edition_changed_is_listed_with_what_it_was(editions):
    found = changes(2).json()
    openapi.check("Changes", found)
    said = [
        (row["members"]["citizenship"], row["period"], row["kind"], numbers(row)) for row in found["results"]
    ]
    assert said == [
        ("france", "2024-02", "revised", (0, 5)),
        ("india", "2024-03", "revised", (10, 25)),
        ("india", "2024-04", "new", (None, 30)),
    ]
    assert (found["before"], found["count"], found["next"]) == (1, 3, None)


def test_changes_are_chosen_by_kind_and_member_and_paged(editions):
    assert [row["period"] for row in changes(2, kind="new").json()["results"]] == ["2024-04"]
    assert [row["new"]["value"] for row in changes(2, citizenship="India").json()["results"]] == [25, 30]
    first = changes(2, limit="2").json()
    assert (first["count"], len(first["results"])) == (3, 2)
    rest = Client().get(first["next"]).json()
    assert ([row["period"] for row in rest["results"]], rest["next"]) == (["2024-04"], None)


def test_changes_as_csv_are_all_there(editions):
    lines = list(csv.DictReader(io.StringIO(changes(2, format="csv").content.decode())))
    assert len(lines) == 3
    assert lines[1] == {
        "citizenship": "india", "period": "2024-03", "kind": "revised",
        "old": "10", "old_status": "normal", "new": "25", "new_status": "normal",
    }  # fmt: skip


def test_the_first_edition_changed_nothing(editions):
    found = changes(1).json()
    assert (found["before"], found["count"], found["results"]) == (None, 0, [])


@pytest.mark.parametrize("number", [3, 9])
def test_an_edition_that_waits_is_not_there(editions, number):
    assert problem(changes(number), 404)["accepted"] == ["2", "1"]


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"kind": "worse"}, "kind"),
        ({"citizenship": "Indai"}, "citizenship"),
        ({"province": "ON"}, "province"),
        ({"limit": "1001"}, "limit"),
        ({"offset": "-1"}, "offset"),
        ({"format": "sdmx-csv"}, "format"),
    ],
)
def test_what_cannot_be_chosen_is_refused(editions, parameters, field):
    assert field in problem(changes(2, **parameters), 400)["field"]


def test_a_client_that_has_the_changes_is_told_so(editions):
    first = changes(2)
    path = f"/api/v1/datasets/{EVENTS}/editions/2/changes/"
    assert Client().get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert Client().get(f"{path}?kind=new", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_cell_is_told_as_first_published_and_now_with_all_between(editions):
    found = get(f"datasets/{EVENTS}/history/", **INDIA).json()
    openapi.check("History", found)
    said = [(e["edition"], e["state"], e["figure"]["value"]) for e in found["editions"]]
    assert said == [(2, "taken_back", 25), (1, "in_force", 10)]
    assert (found["first"]["edition"], found["now"]["edition"]) == (1, 1)
    assert found["editions"][0]["counted"][0]["until"] is not None
    assert len(found["editions"][1]["counted"]) == 2


def test_the_history_of_a_sum_says_nothing_of_editions_that_lack_it(editions):
    problem(get(f"datasets/{EVENTS}/history/", period="2024-04"), 400)
    accept(Edition.objects.get(number=3))
    found = get(f"datasets/{EVENTS}/history/", period="2024-04").json()
    assert [e["figure"] and e["figure"]["value"] for e in found["editions"]] == [30, 30, None]
    assert (found["first"]["edition"], found["now"]["edition"]) == (3, 3)


@pytest.mark.parametrize(
    ("parameters", "field"),
    [({}, "period"), ({"period": "x"}, "period"), (INDIA | {"province": "ON"}, "province")],
)
def test_a_history_that_cannot_be_told_is_refused(editions, parameters, field):
    assert field in problem(get(f"datasets/{EVENTS}/history/", **parameters), 400)["field"]


def test_editions_say_when_they_counted_and_what_was_taken_back(editions):
    found = get(f"datasets/{EVENTS}/editions/").json()["results"]
    assert [(e["number"], e["state"], e["base"], e["kept"]) for e in found] == [
        (2, "taken_back", 1, True),
        (1, "in_force", None, True),
    ]
    assert found[0]["taken_back_at"] == found[0]["counted"][0]["until"]
    assert found[1]["taken_back_at"] is None


def test_an_edition_that_was_let_go_of_after_readers_saw_it_is_still_named(data_dir):
    import_odp(SMALL)
    import_odp(REVISED)
    take_back(Edition.objects.get(number=2))
    refuse_edition(Edition.objects.get(number=2))
    found = get(f"datasets/{EVENTS}/editions/").json()["results"]
    assert [(e["number"], e["state"], e["kept"]) for e in found] == [
        (2, "taken_back", False),
        (1, "in_force", True),
    ]
    problem(changes(2), 404)
    history = get(f"datasets/{EVENTS}/history/", **INDIA).json()["editions"]
    assert [(e["edition"], e["figure"] and e["figure"]["value"]) for e in history] == [(2, None), (1, 10)]
