"""The API keeps to its description whatever it is sent: two thousand requests made up from the description.

Half of them break the description on purpose; half of the addresses lead to things that are there.
https://schemathesis.readthedocs.io
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from rest_framework.throttling import AnonRateThrottle
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.articles.permits import make_permits

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

CASES = 2000
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
THERE = {"slug": "permits", "dimension": "province", "number": 1}
FILTERS: list[dict[str, str]] = [
    {},
    {"province": "ON"},
    {"province": "Ontario", "occupation": "2174,4011"},
    {"occupation": "_T", "from": "2021", "to": "2021-Q3"},
    {"province": "\x00"},
]
QUESTIONS: list[dict[str, Any]] = [
    {},
    {"dataset": "permits", "period": {"latest": "month"}},
    {"dataset": "permits", "period": 2021, "kind": "table", "over": "province", "by": "occupation"},
]


def operations() -> list[Any]:
    """Everything that can be asked of the API."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    return [found.ok() for found in schema.get_all_operations()]


@pytest.fixture(autouse=True)
def no_throttle(monkeypatch) -> None:
    """Two thousand requests from one address are what is meant."""
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": None})


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """Requests leave the test's connection open: a new one for each would be most of the work."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def swept() -> None:
    """Rows that tests before this one took back are out of the way of two thousand requests."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def test_whatever_is_asked():
    """No fault of the server, no status, header, type or body that is not described."""
    make_permits()
    asked = operations()
    assert {operation.path.rpartition("/v1/")[2] for operation in asked} >= {
        "ask", "datasets/{slug}/observations/", "datasets/{slug}/jsonstat/",
    }  # fmt: skip
    answered: Counter[int] = Counter()
    for count, operation in enumerate(asked, start=1):
        with suppress(Unsatisfiable):  # nothing that could be sent there is against the description
            _ask(operation, GenerationMode.NEGATIVE, cases=CASES // len(asked) // 2, answered=answered)
        left = CASES * count // len(asked) - answered.total()
        _ask(operation, GenerationMode.POSITIVE, cases=left, answered=answered)
    while (left := CASES - answered.total()) > 0:
        _ask(asked[0], GenerationMode.POSITIVE, cases=left, answered=answered)
    assert {200, 400, 404} <= set(answered), answered


def _ask(operation: Any, mode: GenerationMode, *, cases: int, answered: Counter[int]) -> None:
    """So many requests of one kind."""

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(
        case=operation.as_strategy(generation_mode=mode),
        there=st.booleans(),
        filters=st.sampled_from(FILTERS),
        question=st.sampled_from(QUESTIONS),
    )
    def one(case: Any, there: bool, filters: dict[str, str], question: dict[str, Any]) -> None:
        if there:
            known = {name: THERE[name] for name in case.path_parameters or {} if name in THERE}
            case.path_parameters = {**(case.path_parameters or {}), **known}
            if operation.path.endswith(("observations/", "jsonstat/")) and isinstance(case.query, dict):
                case.query = {**case.query, **filters}
            if isinstance(case.body, dict):
                case.body = {**case.body, **question}
        response = case.call()
        answered[response.status_code] += 1
        case.validate_response(response, checks=CHECKS)

    one()
