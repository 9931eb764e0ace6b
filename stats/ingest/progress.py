"""Progress within a stage: by bytes read and rows written, told to whoever watches."""

from __future__ import annotations

from collections.abc import Callable

from stats.models import Stage

Progress = Callable[[Stage, float], None]
"""Told of a stage and how much of it is done, from 0 to 1. It may raise to end the import."""

EVERY = 2_000
"""Rows between two marks."""


def unwatched(stage: Stage, part: float) -> None:
    """For imports that nobody watches."""
