"""The cache: Redis, or files in the data folder. Either is seen by web, worker and scheduler alike.

Memory of one process would not be, so a worker could not make the web process forget a page. A cache
table would take SQLite's only write lock. Redis holds the broker too, in another of its numbered
databases, because clearing a cache empties its database, tasks included.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit


def cache(redis_url: str, *, cache_url: str, data_dir: Path) -> dict[str, Any]:
    """Django's entry for one cache."""
    if location := cache_url or next_database(redis_url):
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": location,
            "KEY_PREFIX": "stet",
        }
    return {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": data_dir / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }


def next_database(redis_url: str) -> str:
    """The same server's following numbered database: ``redis://host/0`` gives ``redis://host/1``.

    An address that does not end in a number (a socket, a cluster) is left to ``REDIS_CACHE_URL``.
    """
    parts = urlsplit(redis_url)
    number = parts.path.strip("/") or "0"
    if not redis_url or not number.isdecimal():
        return redis_url
    return urlunsplit(parts._replace(path=f"/{int(number) + 1}"))
