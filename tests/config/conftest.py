"""What tests of the installation share: each begins in English, whatever language a request before it left."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """The language that is active where nothing else chooses one."""
    with override("en"):
        yield
