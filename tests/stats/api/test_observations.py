"""Observations, page by page, in their forms."""

import csv
import io
import json

import pytest
from django.test import Client
from django.utils import timezone

from stats.models import OPEN, Cell, Edition, EditionState, Member
from stats.periods import Frequency, Period, month
from stats.values import Status
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits
from tests.stats.api import openapi
from tests.stats.api.client import get, problem
from tests.stats.factories import figures_of, import_workbook

pytestmark = pytest.mark.django_db

PATH = "datasets/permits/observations/"
QUESTION = '{"dataset": "permits", "period": 2021}'


def found(**parameters: str) -> list[dict[str, object]]:
    """The observations of one page."""
    response = get(PATH, **parameters)
    assert response.status_code == 200, response.content
    return json.loads(response.content)["results"]


def all_pages(path: str) -> list[dict[str, object]]:
    """The observations of a page and of all that follow it."""
    results = []
    while path:
        page = Client().get(path).json()
        results += page["results"]
        path = page["next"]
    return results


def is_month(period: object) -> bool:
    """Whether a period is a month."""
    return Period.parse(str(period)).frequency is Frequency.MONTH


def revised() -> None:
    """Edition 2, in which Ontario's programmers of January 2021 are 60 instead of 30, kept as a history."""
    dataset = make_permits()
    dataset.editions.update(state=EditionState.SUPERSEDED)
    cell = Cell.objects.get(
        dataset=dataset,
        a1=Member.objects.get(code="ON").pk,
        a2=Member.objects.get(code="2174").pk,
        period=month(2021, 1).code,
    )
    before = dataset.in_force
    dataset.in_force = Edition.objects.create(
        dataset=dataset,
        number=2,
        state=EditionState.IN_FORCE,
        coverage=before.coverage,
        in_force_since=timezone.now(),
    )
    dataset.save()
    Cell.objects.filter(pk=cell.pk).update(until=2)
    cell.pk, cell.value, cell.since, cell.until = None, 60, 2, OPEN
    cell.save()


def test_an_observation_says_what_was_printed():
    """Codes, period, number, status, hard bounds, and whether it is a stated total."""
    make_permits()
    page = json.loads(get(PATH, province="ON", occupation="2174", to="2021-01").content)
    openapi.check("ObservationPage", page)
    assert page["results"] == [
        {
            "members": {"province": "ON", "occupation": "2174"},
            "period": "2021-01",
            "value": 30,
            "status": "normal",
            "low": 28,
            "high": 32,
            "stated": False,
        }
    ]
    assert (page["dataset"], page["next"]) == ("permits", None)
    assert page["edition"] == get("ask", q=QUESTION).json()["edition"]


def test_a_suppressed_observation_has_bounds_and_no_number():
    """It is not zero."""
    make_permits()
    (hidden,) = found(province="ON", occupation="9462", to="2021-01")
    assert (hidden["value"], hidden["status"], hidden["low"], hidden["high"]) == (None, "suppressed", 1, 4)


def test_a_missing_observation_has_no_bounds():
    """Nothing is known of it."""
    make_permits()
    Cell.objects.filter(period=month(2021, 1).code).update(value=None, status=Status.MISSING)
    (blank,) = found(province="ON", occupation="2174", to="2021-01")
    assert (blank["value"], blank["status"], blank["low"], blank["high"]) == (None, "missing", None, None)


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({}, 270),
        ({"province": "ON"}, 90),
        ({"province": "Ontario"}, 90),
        ({"province": "ON,QC", "occupation": "2174"}, 36),
        ({"province": "Colombie-Britannique", "occupation": "2174,4011"}, 36),
        ({"occupation": "2174", "from": "2021-01", "to": "2021-12"}, 36),
        ({"occupation": "2174", "from": "2021-Q2", "to": "2021-Q2"}, 9),
        ({"occupation": "2174", "from": "2022"}, 18),
        ({"frequency": "month", "to": "2021-01"}, 15),
        ({"frequency": "year"}, 0),
        ({"from": "2030"}, 0),
        ({"province": "_T"}, 0),
        ({"stated": "true"}, 0),
        ({"stated": "false", "from": "2022-06"}, 15),
    ],
)
def test_filters(parameters, count):
    """Each narrows what the others leave."""
    make_permits()
    assert len(found(limit="1000", **parameters)) == count


def test_a_member_may_be_named_several_times():
    """In one parameter or in several."""
    make_permits()
    path = f"/api/v1/{PATH}?province=ON&province=QC&province=Ontario&occupation=2174&to=2021-01"
    assert [o["members"]["province"] for o in all_pages(path)] == ["ON", "QC"]


@pytest.mark.parametrize("limit", ["1", "7", "90", "1000"])
def test_pages_hold_everything_once(limit):
    """However long they are."""
    make_permits()
    whole = found(limit="1000")
    assert all_pages(f"/api/v1/{PATH}?limit={limit}") == whole
    assert len({json.dumps([o["members"], o["period"]]) for o in whole}) == 270


def test_pages_are_of_one_edition():
    """One that comes into force meanwhile is not mixed in."""
    revised()
    Edition.objects.filter(number=2).update(state=EditionState.WAITING)
    path = f"/api/v1/{PATH}?province=ON&occupation=2174&limit=1"
    dataset = Edition.objects.get(number=1).dataset
    dataset.in_force = Edition.objects.get(number=1)
    dataset.save()
    first = Client().get(path).json()
    dataset.in_force = Edition.objects.get(number=2)
    dataset.save()
    assert Client().get(first["next"]).json()["edition"]["number"] == 1
    assert Client().get(path).json()["edition"]["number"] == 2


def test_as_of_an_earlier_edition():
    """By its number; what was revised is what it was."""
    revised()
    which = {"province": "ON", "occupation": "2174", "to": "2021-01"}
    assert [o["value"] for o in found(**which)] == [60]
    assert [o["value"] for o in found(**which, as_of="1")] == [30]
    assert [o["value"] for o in found(**which, as_of="2")] == [60]


def test_an_edition_that_was_never_decided_about_is_not_there():
    """Not by its number, not by a cursor."""
    revised()
    dataset = Edition.objects.get(number=1).dataset
    Edition.objects.filter(number=2).update(state=EditionState.WAITING, in_force_since=None)
    dataset.in_force = Edition.objects.get(number=1)
    dataset.save()
    assert problem(get(PATH, as_of="2"), 400)["accepted"] == ["1"]
    problem(get(PATH, cursor="2.0.0.0"), 400)
    assert [o["value"] for o in found(province="ON", occupation="2174", to="2021-01")] == [30]


def test_stated_totals():
    """Total rows are stated, and so are quarters and years of a table of months."""
    import_workbook(figures_of({"India": [10, 20, 30] * 5, "France": [5] * 15}), slug="study-citizenship")
    path = "/api/v1/datasets/study-citizenship/observations/"
    stated, parts = all_pages(f"{path}?stated=true"), all_pages(f"{path}?stated=false")
    assert all(is_month(o["period"]) for o in parts)
    assert all(o["members"]["citizenship"] != "_T" for o in parts)
    assert all(o["members"]["citizenship"] == "_T" or not is_month(o["period"]) for o in stated)
    assert {o["stated"] for o in stated} == {True}
    assert len(all_pages(path)) == len(stated) + len(parts)


@pytest.mark.parametrize(
    ("parameters", "field", "accepted"),
    [
        ({"provinse": "ON"}, "provinse", ["province"]),
        ({"province": "Ontaria"}, "province", ["Ontario"]),
        ({"province": ""}, "province", []),
        ({"province": "\x00"}, "province", []),
        ({"from": "2021-13"}, "from", ["2021", "2021-Q3", "2021-07"]),
        ({"to": "9999999"}, "to", ["2021", "2021-Q3", "2021-07"]),
        ({"frequency": "months"}, "frequency", ["month"]),
        ({"stated": "yes"}, "stated", ["true", "false"]),
        ({"as_of": "7"}, "as_of", ["1"]),
        ({"as_of": "9" * 5000}, "as_of", []),
        ({"as_of": "1999-01-01"}, "as_of", []),
        ({"limit": "0"}, "limit", []),
        ({"limit": "1001"}, "limit", []),
        ({"limit": "²"}, "limit", []),
        ({"cursor": "x"}, "cursor", []),
        ({"cursor": ""}, "cursor", []),
        ({"cursor": "1"}, "cursor", []),
        ({"cursor": "1.1.3202101.1.1"}, "cursor", []),
        ({"cursor": "0.1.1.1"}, "cursor", []),
        ({"cursor": "1.1.1.99999999999"}, "cursor", []),
        ({"format": "xml"}, "format", ["json", "csv", "sdmx-csv"]),
        ({"format": "cvs"}, "format", ["csv"]),
    ],
)
def test_what_cannot_be_is_refused(parameters, field, accepted):
    """With its name, and the nearest that can."""
    make_permits()
    said = problem(get(PATH, **parameters), 400)
    assert (said["field"], said["accepted"]) == (field, accepted)


def test_a_cursor_belongs_to_its_edition():
    """It does not go on in another one."""
    revised()
    assert problem(get(PATH, cursor="1.1.3202101.1", as_of="2"), 400)["field"] == "cursor"


def test_a_dataset_that_is_not_there():
    """The nearest is named."""
    make_permits()
    assert problem(get("datasets/permit/observations/"), 404)["accepted"] == ["permits"]


def test_csv():
    """By parameter or by `Accept`; the next page is in the head."""
    make_permits()
    response = get(PATH, format="csv", limit="2", province="ON")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert list(rows[0].values()) == ["ON", "2174", "2021-01", "30", "normal", "28", "32", "false"]
    assert 'rel="next"' in response["Link"]
    assert "format=csv" in response["Link"]
    accepting = Client().get(f"/api/v1/{PATH}?limit=2&province=ON", headers={"Accept": "text/csv"})
    assert accepting.content == response.content
    assert accepting["Vary"].startswith("Accept,")


def test_a_client_that_has_it_already():
    """By its entity tag or by the very date; neither holds for another form, page or edition."""
    dataset = make_permits()
    first = get(PATH)
    assert first["Last-Modified"]
    path = f"/api/v1/{PATH}"
    for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        known = Client().get(path, headers=headers)
        assert (known.status_code, known.content) == (304, b"")
        assert known["ETag"] == first["ETag"]
    tag = {"If-None-Match": first["ETag"]}
    assert Client().get(f"{path}?format=csv", headers=tag).status_code == 200
    assert Client().get(f"{path}?limit=5", headers=tag).status_code == 200
    assert Client().get(path, headers={"If-Modified-Since": "nonsense"}).status_code == 200
    next_edition(dataset)
    assert Client().get(path, headers=tag).status_code == 200


def test_a_page_takes_few_queries(django_assert_max_num_queries):
    """However many members there are."""
    make_permits()
    with django_assert_max_num_queries(5):
        get(PATH, province="ON,QC", occupation="2174")
