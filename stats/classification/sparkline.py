"""A small line of a series: the path of an SVG, broken where nothing is printed."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 160, 36
"""The size of the drawing, in its own units."""
_EDGE = 2


def path(numbers: Sequence[int | None], *, most: int) -> str:
    """The `d` of a path through the numbers, from zero at the bottom to `most` at the top."""
    step = (WIDTH - 2 * _EDGE) / max(1, len(numbers) - 1)
    found: list[str] = []
    pen = "M"
    for at, number in enumerate(numbers):
        if number is None:
            pen = "M"
            continue
        y = HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * number / max(1, most)
        found.append(f"{pen}{_EDGE + at * step:.1f} {y:.1f}")
        pen = "L"
    return "".join(found)
