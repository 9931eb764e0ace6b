"""Names at the ends of lines, moved apart where lines end close together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class End:
    """The name of a line as a block of text, the height that it takes and the height that it wants."""

    index: int
    lines: tuple[str, ...]
    wanted: float
    """The middle of the block if nothing else were there."""
    height: float


def spread(ends: list[End], *, top: float, bottom: float) -> dict[int, float]:
    """The middle of each block by index, in the order of the lines' ends, none overlapping if there is room.

    Blocks are pushed down past their upper neighbours, then the lowest ones back up into the plot.
    """
    ordered = sorted(ends, key=lambda end: (end.wanted, end.index))
    middles: list[float] = []
    edge = top
    for end in ordered:
        middle = max(end.wanted, edge + end.height / 2)
        middles.append(middle)
        edge = middle + end.height / 2
    edge = max(bottom, top + sum(end.height for end in ordered))
    for place in range(len(ordered) - 1, -1, -1):
        middles[place] = min(middles[place], edge - ordered[place].height / 2)
        edge = middles[place] - ordered[place].height / 2
    return {end.index: middle for end, middle in zip(ordered, middles, strict=True)}
