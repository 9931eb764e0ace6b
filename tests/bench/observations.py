"""One hundred observations a GET, beside a `ModelViewSet` with a `ModelSerializer` over the same rows.

Both are asked through the same WSGI application, in turn, so that the middleware and a drift of the machine's
speed fall on both alike. The viewset finds the rows by the same parameters, counts nothing and pages by a
cursor; it gives the stored columns alone, without codes of members and bounds. Neither is throttled.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PROVINCES, OCCUPATIONS, MONTHS, FIRST_YEAR = 14, 500, 72, 2018
REQUESTS, ROUNDS = 40, 15
SIZE = 100
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
CHOSEN = "province=p4&from=2021-01&to=2021-12"
QUERY = f"{CHOSEN}&limit={SIZE}"


def measure() -> Iterator[tuple[str, str]]:
    """Requests a second of both on each database, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("SQLite", f"sqlite:///{folder}/bench.sqlite3"), ("PostgreSQL", POSTGRES)):
            environment = {**os.environ, "DATABASE_URL": url, "STET_DATA_DIR": folder}
            command = [sys.executable, "-m", "tests.bench.observations"]
            with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
                for line in process.stdout or ():
                    measured, result = json.loads(line)
                    yield f"{name}: {measured}", result


def _measured_here() -> Iterator[tuple[str, str]]:
    """The measurements on the one database that the environment names."""
    from django.conf import settings  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415
    from rest_framework.throttling import AnonRateThrottle  # noqa: PLC0415

    from tests.cells import store_of  # noqa: PLC0415

    settings.ROOT_URLCONF = "tests.viewset"
    AnonRateThrottle.THROTTLE_RATES = {"anon": None}
    with store_of(1, PROVINCES, OCCUPATIONS, MONTHS, FIRST_YEAR) as store:
        application = get_wsgi_application()
        addresses = {
            "observations": ("/api/v1/datasets/bench-1/observations/", QUERY),
            "observations as CSV": ("/api/v1/datasets/bench-1/observations/", f"{QUERY}&format=csv"),
            "ModelViewSet": ("/viewset/cells/", f"{CHOSEN}&page_size={SIZE}"),
        }
        functions = [_asking(application, path, query) for path, query in addresses.values()]
        ours, theirs = (json.loads(function())["results"] for function in functions[::2])
        assert [row["value"] for row in ours] == [row["value"] for row in theirs]
        assert len(ours) == SIZE
        rates = dict(zip(addresses, _rates(*functions), strict=True))
        yield "cells", f"{store.rows:,}"
        for name, rate in rates.items():
            yield f"{name}, {SIZE} a GET", f"{rate:,.0f} requests/s"
        yield "ratio", f"{rates['observations'] / rates['ModelViewSet']:.1f} times (at least 4 wanted)"


def _asking(application: Callable[..., object], path: str, query: str) -> Callable[[], bytes]:
    """A GET through the application, which gives the body."""

    def ask() -> bytes:
        status: list[str] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": io.BytesIO(),
            "wsgi.url_scheme": "http",
        }
        response = application(environ, lambda line, headers: status.append(line))
        body = b"".join(response)  # type: ignore[call-overload]
        response.close()  # type: ignore[attr-defined]
        assert status == ["200 OK"], (status, body)
        return body

    return ask


def _rates(*functions: Callable[[], bytes]) -> list[float]:
    """Median requests a second of each, in turn."""
    taken: list[list[float]] = [[] for _ in functions]
    for _ in range(ROUNDS):
        for index, function in enumerate(functions):
            start = time.perf_counter()
            for _ in range(REQUESTS):
                function()
            taken[index].append(REQUESTS / (time.perf_counter() - start))
    return [statistics.median(rates) for rates in taken]


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(Path(__file__).parents[2]))
    django.setup()
    for pair in _measured_here():
        print(json.dumps(pair), flush=True)
