"""A portal that the settings point to."""

from collections.abc import Iterator

import pytest

from tests.stats.refresh.portal import Portal


@pytest.fixture
def portal(settings) -> Iterator[Portal]:
    """A portal of the test's own, without anything on it, from which fetching is allowed."""
    with Portal() as running:
        settings.STET_CATALOGUE_URL = running.catalogue_url
        settings.STET_ALLOWED_HOSTS_FETCH = ["127.0.0.1"]
        settings.STET_FETCH_TIMEOUT = 5.0
        yield running
