"""The cache is one that all processes see, and never in the queue's database."""

from pathlib import Path

import pytest

from config.caches import cache, next_database


def test_without_redis_the_cache_is_a_folder():
    """Web, worker and scheduler see the same files."""
    config = cache("", cache_url="", data_dir=Path("/data"))
    assert config["BACKEND"].endswith("FileBasedCache")
    assert config["LOCATION"] == Path("/data/cache")


def test_with_redis_the_cache_is_beside_the_queue():
    """Clearing it leaves the queue alone."""
    config = cache("redis://host:6379/0", cache_url="", data_dir=Path("/data"))
    assert config["LOCATION"] == "redis://host:6379/1"


def test_the_cache_may_have_a_server_of_its_own():
    """REDIS_CACHE_URL wins."""
    config = cache("redis://host/0", cache_url="redis://other/0", data_dir=Path("/data"))
    assert config["LOCATION"] == "redis://other/0"


@pytest.mark.parametrize(
    ("url", "following"),
    [
        ("", ""),
        ("redis://host", "redis://host/1"),
        ("redis://:secret@host:6380/3", "redis://:secret@host:6380/4"),
        ("rediss://host/0?ssl_cert_reqs=none", "rediss://host/1?ssl_cert_reqs=none"),
        ("unix:///run/redis.sock", "unix:///run/redis.sock"),
    ],
)
def test_next_database(url: str, following: str):
    """The number is raised; an address without one is left as it is."""
    assert next_database(url) == following
