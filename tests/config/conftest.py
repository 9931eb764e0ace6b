"""What tests of the installation share: each begins in English, whatever a request before it spoke."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """The language that is active where nothing else chooses one."""
    with override("en"):
        yield
