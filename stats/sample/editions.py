"""All sample editions, in the order in which they would have been published."""

from __future__ import annotations

from functools import cache

from stats.sample import permits_by_occupation
from stats.sample.edition import SampleEdition


@cache
def editions() -> tuple[SampleEdition, ...]:
    """The sample editions of every dataset, each dataset's in the order of their numbers."""
    return permits_by_occupation.editions()
