"""The API describes itself, for programs and for people."""

import pytest


@pytest.mark.django_db
def test_the_description_is_openapi(client):
    """It is served as JSON, and is open to everybody."""
    response = client.get("/api/v1/openapi.json")
    assert response.status_code == 200
    assert response.json()["openapi"].startswith("3.")


@pytest.mark.django_db
def test_the_page_for_people_loads_everything_from_here(client):
    """No address of another server, no script in the markup."""
    page = client.get("/api/v1/docs/").text
    assert "https://" not in page
    assert "<script>" not in page
    assert "/static/drf_spectacular_sidecar/" in page
