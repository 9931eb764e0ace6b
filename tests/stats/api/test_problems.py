"""Whatever goes wrong below the API is a problem document."""

import pytest
from rest_framework.throttling import AnonRateThrottle

from tests.articles.permits import make_permits
from tests.stats.api.client import get, problem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["", "nothing/", "ask/", "%00/", "%ff/"])
def test_addresses_at_which_nothing_is(path):
    """No page for people."""
    assert problem(get(path), 404)["accepted"] == []


@pytest.mark.parametrize("path", ["datasets", "datasets/permits"])
def test_a_slash_that_was_forgotten(path):
    """The address with it is named."""
    assert problem(get(path), 404)["accepted"] == [f"/api/v1/{path}/"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "path", ["datasets/", "datasets/permits/", "articles/", "datasets/permits/editions/"]
)
def test_nothing_can_be_changed(client, method, path):
    """The methods that can be used are named."""
    response = getattr(client, method)(f"/api/v1/{path}")
    assert problem(response, 405)["detail"]
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_any_accept_header_gets_json(client):
    """Also that of a browser, and one that nothing fits."""
    make_permits()
    for accept in ("text/html", "application/xml", "image/png;q=1", "*/*", "nonsense"):
        response = client.get("/api/v1/datasets/?format=xml", headers={"Accept": accept})
        assert (response.status_code, response["Content-Type"]) == (200, "application/json")


def test_too_many_requests(client, monkeypatch):
    """It is said when to come again; another address is not held up, a made-up one helps nobody."""
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": "2/hour"})
    for _ in range(2):
        assert client.get("/api/v1/datasets/").status_code == 200
    response = client.get("/api/v1/datasets/", headers={"X-Forwarded-For": "203.0.113.7"})
    problem(response, 429)
    assert 0 < int(response["Retry-After"]) <= 3600
    assert client.get("/api/v1/datasets/", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_the_body_of_a_signed_in_person_is_read_like_any_other(admin_client):
    """No session and no form token is looked for."""
    make_permits()
    question = b'{"dataset": "permits", "period": {"year": 2021}}'
    response = admin_client.post("/api/v1/ask", question, content_type="application/json")
    assert response.status_code == 200
