"""What API tests share: asking, and the form of problems."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client

PROBLEM_KEYS = {"type", "title", "status", "detail", "field", "accepted"}


def get(path: str, **parameters: str) -> HttpResponse:
    """GET below the API."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    return Client().get(f"/api/v1/{path}{query}")  # type: ignore[return-value]


def post(question: object) -> HttpResponse:
    """POST a question, or bytes in its place."""
    body = question if isinstance(question, bytes) else json.dumps(question).encode()
    return Client().post("/api/v1/ask", body, content_type="application/json")  # type: ignore[return-value]


def problem(response: HttpResponse, status: int) -> dict[str, Any]:
    """The problem that a response is; fails where it is none."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    found: dict[str, Any] = json.loads(response.content)
    assert set(found) == PROBLEM_KEYS
    assert found["status"] == status
    return found
