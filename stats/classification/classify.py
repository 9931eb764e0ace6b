"""From two editions side by side to the kinds of change between them, each quantified."""

from __future__ import annotations

from dataclasses import replace

from stats.classification.extent import change_of
from stats.classification.kinds import Change, ChangeKind
from stats.classification.pair import Pair
from stats.classification.reclassified import reclassified
from stats.classification.restated import restated
from stats.classification.rows import come, gone, new_periods, suppression
from stats.classification.sentence import english
from stats.classification.texts import annotated, retitled

STRUCTURAL = frozenset({ChangeKind.RESTATEMENT, ChangeKind.RECLASSIFICATION})
"""Kinds after which figures mean something else than before."""


def classify(pair: Pair) -> tuple[Change, ...]:
    """What the second edition changes of the first, what weighs most first; nothing where they are equal.

    Each moved cell is counted once: as part of a reclassification, else of a restatement, else as a revision.
    """
    shifts, left = reclassified(pair, pair.moved)
    restatements, left = restated(pair, left)
    revisions = [change_of(ChangeKind.REVISION, left, of=pair.common.height)] if left.height else []
    found = [
        *restatements,
        *shifts,
        *_announced(pair, restatements + shifts),
        *gone(pair),
        *come(pair),
        *suppression(pair),
        *revisions,
        *new_periods(pair),
    ]
    return tuple(replace(change, said=english(change)) for change in found)


def _announced(pair: Pair, structural: list[Change]) -> list[Change]:
    """Whether figures moved under the same words, or words changed over the same figures."""
    spoken = retitled(pair.before, pair.after) or annotated(pair.before, pair.after)
    if structural and not spoken:
        cells = sum(change.cells for change in structural)
        first = min(structural, key=lambda change: change.first)
        last = max(structural, key=lambda change: change.last)
        most = max(structural, key=lambda change: change.cells)
        return [
            Change(
                ChangeKind.UNANNOUNCED, cells, most.series, most.periods, first=first.first, last=last.last
            )
        ]
    if spoken and not structural:
        return [Change(ChangeKind.RELABELLED, 0, 0, 0, of=pair.common.height)]
    return []
