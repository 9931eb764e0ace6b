"""How many cells two editions have in common, and how many of them are revised, new or removed."""

from __future__ import annotations

from stats.classification.kinds import ChangeKind
from stats.classification.pair import GONE, NEW, REVISED, SUPPRESSION, Pair
from stats.classification.rows import gone
from stats.compare import Counts


def counts(pair: Pair) -> Counts:
    """The counts in cells of the shortest length printed. Of new and removed ones, zeros are left out."""
    what = dict(pair.finest["what"].value_counts().iter_rows())
    lost = [change for change in gone(pair) if change.kind is ChangeKind.ROWS_GONE]
    removed = sum(change.cells for change in lost)
    revised = what.get(REVISED, 0) + what.get(SUPPRESSION, 0) - removed
    rows = pair.rows - sum(change.series for change in lost)
    return Counts(
        new=what.get(NEW, 0),
        revised=revised,
        removed=what.get(GONE, 0) + removed,
        unchanged=rows * len(pair.periods) - revised,
    )
