"""All sample editions, each dataset's in the order in which they would have been published."""

from __future__ import annotations

from functools import cache

from stats.sample import (
    holders_by_program,
    permits_by_citizenship,
    permits_by_occupation,
    students_by_citizenship,
)
from stats.sample.edition import SampleEdition


@cache
def editions() -> tuple[SampleEdition, ...]:
    """The sample editions of every dataset, each dataset's in the order of their numbers."""
    return (
        *permits_by_occupation.editions(),
        *permits_by_citizenship.editions(),
        *holders_by_program.editions(),
        *students_by_citizenship.editions(),
    )
