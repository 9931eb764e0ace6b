"""Observations as a JSON-stat cube."""

import json
from math import prod

import pytest

from stats.api import jsonstat
from stats.models import Cell, Member
from stats.periods import month
from tests.articles.permits import make_permits
from tests.stats.api.client import get, problem
from tests.stats.factories import figures_of, import_workbook

pytestmark = pytest.mark.django_db

PATH = "datasets/permits/jsonstat/"


def cube(path: str = PATH, **parameters: str) -> dict:
    """A cube, as long as it says it is."""
    response = get(path, **parameters)
    assert response.status_code == 200, response.content
    found = json.loads(response.content)
    assert len(found["value"]) == prod(found["size"])
    assert [len(found["dimension"][name]["category"]["index"]) for name in found["id"]] == found["size"]
    assert len(found["extension"]["low"]) == len(found["extension"]["high"]) == len(found["value"])
    return found


def test_a_cube():
    """Dimensions with their categories and labels; time comes last and is said to be time."""
    make_permits()
    found = cube(province="ON,QC", occupation="2174,9462", to="2021-02")
    assert (found["version"], found["class"]) == ("2.0", "dataset")
    assert (found["id"], found["size"]) == (["province", "occupation", "period"], [2, 2, 2])
    assert found["role"] == {"time": ["period"]}
    assert found["dimension"]["province"]["label"] == "Province"
    assert found["dimension"]["province"]["category"]["label"] == {"ON": "Ontario", "QC": "Quebec"}
    assert found["dimension"]["period"]["category"]["index"] == ["2021-01", "2021-02"]
    assert found["value"] == [30, 30, None, None, 20, 20, None, None]
    assert found["status"] == dict.fromkeys("2367", "suppressed")
    assert found["extension"]["low"] == [28, 28, 1, 1, 18, 18, 1, 1]
    assert found["extension"]["high"] == [32, 32, 4, 4, 22, 22, 4, 4]
    assert (found["extension"]["edition"], found["extension"]["unit"]) == (1, "permits")


def test_in_french():
    """Labels, title and unit."""
    make_permits()
    found = cube(province="QC", occupation="4011", lang="fr")
    assert found["label"] == "Permis de travail selon la province et la profession"
    assert found["dimension"]["occupation"]["label"] == "Profession"
    assert found["dimension"]["province"]["category"]["label"] == {"QC": "Québec"}
    assert found["extension"]["unit"] == "permis"


def test_what_is_not_stored_is_zero_where_it_is_printed():
    """And missing where no such row is."""
    make_permits()
    member = Member.objects.get(code="ON")
    Cell.objects.filter(a1=member.pk, period=month(2021, 2).code).delete()
    found = cube(province="ON,_T", occupation="2174", to="2021-02")
    assert found["value"] == [30, 0, None, None]
    assert found["status"] == {"2": "missing", "3": "missing"}
    assert found["extension"]["low"] == [28, 0, None, None]


def test_all_that_is_printed():
    """The members of the kinds that the edition prints, in periods of the shortest length."""
    import_workbook(figures_of({"India": [10, 20, 30] * 5, "France": [5] * 15}), slug="study-citizenship")
    found = cube("datasets/study-citizenship/jsonstat/")
    assert found["dimension"]["citizenship"]["category"]["index"][0] == "_T"
    assert found["dimension"]["period"]["category"]["index"][-2:] == ["2025-02", "2025-03"]
    assert found["value"][:3] == [15, 25, 35]
    quarters = cube("datasets/study-citizenship/jsonstat/", frequency="quarter")
    assert quarters["dimension"]["period"]["category"]["index"][0] == "2024-Q1"


def test_a_cube_that_is_too_large(monkeypatch):
    """It is said how to make it smaller."""
    make_permits()
    monkeypatch.setattr(jsonstat, "LARGEST", 10)
    said = problem(get(PATH), 400)
    assert said["detail"] == "The cube would have 270 cells, and may have 10: choose members or periods."
    assert said["field"] == "occupation"


@pytest.mark.parametrize(
    ("parameters", "field", "accepted"),
    [
        ({"from": "2030"}, "from", ["2021-01", "2022-06"]),
        ({"frequency": "year"}, "from", ["2021-01", "2022-06"]),
        ({"lang": "de"}, "lang", ["en", "fr"]),
        ({"limit": "5"}, "limit", ["province", "occupation", *jsonstat.PARAMETERS]),
        ({"province": "Ontaria"}, "province", ["Ontario"]),
    ],
)
def test_what_cannot_be_is_refused(parameters, field, accepted):
    """With its name, and what can."""
    make_permits()
    said = problem(get(PATH, **parameters), 400)
    assert (said["field"], said["accepted"]) == (field, accepted)


def test_a_client_that_has_it_already(client):
    """By its entity tag."""
    make_permits()
    tag = get(PATH)["ETag"]
    assert client.get(f"/api/v1/{PATH}", headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"/api/v1/{PATH}?lang=fr", headers={"If-None-Match": tag}).status_code == 200
