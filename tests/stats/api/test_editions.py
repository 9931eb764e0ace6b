"""Editions through the API."""

import pytest

from stats.models import Edition, EditionState, SourceFile
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits
from tests.stats.api.client import get, problem

pytestmark = pytest.mark.django_db


def test_editions_that_count_or_counted():
    """Newest first; what waits or was refused is not shown."""
    dataset = make_permits()
    next_edition(dataset)
    Edition.objects.filter(number=1).update(state=EditionState.SUPERSEDED)
    Edition.objects.create(dataset=dataset, number=3, state=EditionState.WAITING)
    found = get("datasets/permits/editions/").json()["results"]
    assert [(e["number"], e["state"]) for e in found] == [(2, "in_force"), (1, "superseded")]


def test_an_edition_with_its_files():
    """By name, checksum, and where they came from."""
    dataset = make_permits()
    edition = dataset.in_force
    edition.cells = {"new": 7, "revised": 1, "totals": {"new": 2}}
    edition.save()
    SourceFile.objects.create(edition=edition, name="a.csv", sha256="ab", size=3, url="https://host/a.csv")
    found = get("datasets/permits/editions/1/").json()
    assert found["cells"] == {"new": 7, "revised": 1, "removed": 0, "unchanged": 0}
    assert (found["covers_since"], found["covers_until"]) == ("2021-01", "2022-06")
    assert found["modelled"]["en"] == "These figures are made up."
    (file,) = found["files"]
    assert (file["name"], file["sha256"], file["size"]) == ("a.csv", "ab", 3)


@pytest.mark.parametrize("number", ["2", "0", "9" * 30])
def test_an_edition_that_is_not_there(number):
    """Those that are there are named."""
    make_permits()
    assert problem(get(f"datasets/permits/editions/{number}/"), 404)["accepted"] == ["1"]


@pytest.mark.parametrize("number", ["x", "-1", "1.0", "9" * 5000, "%00"])
def test_what_is_no_number(number):
    """Nothing is at that address."""
    make_permits()
    problem(get(f"datasets/permits/editions/{number}/"), 404)
