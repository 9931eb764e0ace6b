"""System checks: foreseeable misconfigurations, each with an id, found before anything is served.

``python manage.py check`` runs them, and so does every command. ``stet.E…`` stops, ``stet.W…`` warns.
"""

import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

_BOUNDS = ("sure", "hard")
_APPROVALS = ("others", "anybody", "none")
_FORMATS = ("console", "json")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_POSITIVE = ("STET_REFRESH_MINUTES", "STET_FETCH_TIMEOUT", "STET_FETCH_LIMIT", "STET_UPLOAD_LIMIT")


@register()
def check_settings(**_kwargs: Any) -> list[CheckMessage]:
    """Stet's own settings: each is of a kind that the code can use."""
    return [*_addresses(), *_choices(), *_amounts(), *_rates()]


@register()
def check_storage(**_kwargs: Any) -> list[CheckMessage]:
    """The data folder and the servers named: everything has a place to be kept."""
    return [*_data_dir(), *_redis()]


@register(Tags.security, deploy=True)
def check_production(**_kwargs: Any) -> list[CheckMessage]:
    """What works on one machine and fails readers or colleagues in production (``check --deploy``)."""
    return [*_production()]


def _addresses() -> Iterator[CheckMessage]:
    for number, name in ((1, "STET_BASE_URL"), (2, "STET_CATALOGUE_URL")):
        url = getattr(settings, name)
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            yield Error(
                f"{name} is {url!r}, which is not an address.",
                hint="Give scheme and host, like 'https://figures.example.org'.",
                id=f"stet.E00{number}",
            )
    host = urlsplit(settings.STET_CATALOGUE_URL).hostname
    if host and host not in settings.STET_ALLOWED_HOSTS_FETCH:
        yield Error(
            f"STET_CATALOGUE_URL is on {host!r}, from which nothing may be fetched.",
            hint=f"Add the host to STET_ALLOWED_HOSTS_FETCH, which is {settings.STET_ALLOWED_HOSTS_FETCH!r}.",
            id="stet.E003",
        )


def _choices() -> Iterator[CheckMessage]:
    for number, name, accepted in (
        (4, "STET_BOUNDS", _BOUNDS),
        (5, "STET_LOG_FORMAT", _FORMATS),
        (6, "STET_LOG_LEVEL", _LEVELS),
        (11, "STET_APPROVAL", _APPROVALS),
    ):
        value = getattr(settings, name)
        if value not in accepted:
            yield Error(
                f"{name} is {value!r}.", hint=f"Use one of {', '.join(accepted)}.", id=f"stet.E{number:03}"
            )


def _rates() -> Iterator[CheckMessage]:
    rate = settings.STET_API_RATE
    if rate and not re.fullmatch(r"[1-9]\d*/(second|minute|hour|day)", rate):
        yield Error(
            f"STET_API_RATE is {rate!r}.", hint="Use a rate like '600/minute', or nothing.", id="stet.E010"
        )


def _amounts() -> Iterator[CheckMessage]:
    for name in _POSITIVE:
        value = getattr(settings, name)
        if value <= 0:
            yield Error(f"{name} is {value!r}.", hint="Use a number above zero.", id="stet.E007")


def _data_dir() -> Iterator[CheckMessage]:
    nearest = settings.STET_DATA_DIR
    while not nearest.exists():
        nearest = nearest.parent
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        yield Error(
            f"STET_DATA_DIR is {str(settings.STET_DATA_DIR)!r}, where nothing can be written.",
            hint=f"Make {str(nearest)!r} a folder that this user may write to, or name another.",
            id="stet.E008",
        )


def _redis() -> Iterator[CheckMessage]:
    cache = settings.CACHES["default"]
    if "redis" in cache["BACKEND"].lower() and cache["LOCATION"] == settings.CELERY_BROKER_URL:
        yield Error(
            "The cache and the queue share one Redis database: clearing the cache would drop tasks.",
            hint="Give REDIS_CACHE_URL a numbered database or a server of its own.",
            id="stet.E009",
        )


def _production() -> Iterator[CheckMessage]:
    server = settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3"
    if server and settings.CELERY_BROKER_URL.startswith("filesystem:"):
        yield Warning(
            "The database is a server, but the queue is a folder, which only one machine can see.",
            hint="Set REDIS_URL.",
            id="stet.W001",
        )
    if server and (settings.STET_DATA_DIR / "secret-key").exists() and not os.environ.get("SECRET_KEY"):
        yield Warning(
            "The secret key is a file of this machine; others would not accept each other's sign-ins.",
            hint="Set SECRET_KEY to the same long random text everywhere.",
            id="stet.W002",
        )
    if not settings.STATIC_ROOT:
        yield Warning(
            "Static files are served without hashed names, so that browsers ask for them again and again.",
            hint="Set STET_STATIC_ROOT and run collectstatic.",
            id="stet.W003",
        )
