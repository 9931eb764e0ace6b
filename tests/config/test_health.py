"""The health check tells whether the database answers."""

import pytest
from django.db import DatabaseError, connection


@pytest.mark.django_db
def test_well(client):
    """200 while it does; no cache keeps that."""
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_without_a_database(client, monkeypatch):
    """503, and what is missing."""

    def refuse() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/healthz")
    assert (response.status_code, response.json()["missing"]) == (503, "database")


@pytest.mark.django_db
def test_nothing_can_be_changed_through_it(client):
    """It answers GET and HEAD only."""
    assert client.post("/healthz").status_code == 405
