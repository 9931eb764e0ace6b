"""The rule of a dataset: which editions count without a person, and in a sentence why one has to wait.

Pure. A rule names kinds of change and limits. An edition goes through alone only where every kind that it
makes is named, the limits hold, and nothing was found worth a warning, unless the rule says that warnings do
not matter. The bare counts are held against the rule too, so that a kind which nobody named does not slip
through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from stats.classification.kinds import Change, ChangeKind
from stats.compare import Counts
from stats.values import Status

_COME = frozenset({ChangeKind.NEW_PERIODS, ChangeKind.ROWS_COME})
_MOVED = frozenset(
    {
        ChangeKind.REVISION,
        ChangeKind.RESTATEMENT,
        ChangeKind.RECLASSIFICATION,
        ChangeKind.SUPPRESSION,
    }
)
_GONE = frozenset({ChangeKind.ROWS_GONE, ChangeKind.PERIODS_GONE})

_PHRASES = {
    ChangeKind.NEW_PERIODS: "new periods",
    ChangeKind.REVISION: "revised figures",
    ChangeKind.RESTATEMENT: "a mass restatement",
    ChangeKind.RECLASSIFICATION: "a reclassification",
    ChangeKind.ROWS_COME: "new rows",
    ChangeKind.ROWS_GONE: "rows that are gone",
    ChangeKind.PERIODS_GONE: "periods that are no longer covered",
    ChangeKind.SUPPRESSION: "cells hidden or shown anew",
    ChangeKind.UNANNOUNCED: "figures moved without a word",
    ChangeKind.RELABELLED: "another title, note or label",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What may go through alone. Without kinds nothing does."""

    kinds: frozenset[ChangeKind] = frozenset()
    with_warnings: bool = False
    revised_percent: float | None = None
    """At most so much of the cells that were there may be revised or removed, in percent; None for any."""
    largest_move: int | None = None
    """No figure, totals included, may move by more, in the dataset's unit; None for any."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule looks at. `cells` counts the shortest length printed; `largest_move` totals too."""

    first: bool
    changes: tuple[Change, ...]
    cells: Counts
    warnings: int
    largest_move: int


def reasons_to_wait(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """Why an edition has to wait for a person; empty where it may count alone."""
    if not rule.kinds:
        return ("nothing of this dataset counts alone",)
    return tuple(_reasons(rule, facts))


def waits(reasons: tuple[str, ...]) -> str:
    """The reasons as one sentence."""
    return f"It waits: {'; '.join(reasons)}."


def went_alone(facts: Facts) -> str:
    """A sentence for the log on what the rule let through."""
    made = ", ".join(_PHRASES[change.kind] for change in facts.changes) or "no figure moved"
    return f"The rule lets this through: {made}; {_counted(facts.warnings, 'warning')}."


def largest_move(revised: pl.DataFrame) -> int:
    """The most that a printed figure moved, 0 where none did. The columns are `compare.CHANGE_COLUMNS`."""
    normal = int(Status.NORMAL)
    shown = revised.filter((pl.col("status") == normal) & (pl.col("old_status") == normal))
    moved = shown.select((pl.col("value") - pl.col("old")).abs().max()).item()
    return int(moved or 0)


def _reasons(rule: Rule, facts: Facts) -> Iterator[str]:
    if facts.first:
        yield "it is the first edition of its dataset"
    for change in facts.changes:
        if change.kind not in rule.kinds:
            yield f"it brings {_PHRASES[change.kind]}{_extent(change)}"
    named = {change.kind for change in facts.changes}
    for count, kinds, said in (
        (facts.cells.new, _COME, "new"),
        (facts.cells.revised, _MOVED, "revised"),
        (facts.cells.removed, _GONE, "removed"),
    ):
        # Where the classification names such a kind, the loop above has judged it.
        if count and not kinds & (named | rule.kinds):
            yield f"{_counted(count, 'cell')} {'is' if count == 1 else 'are'} {said}"
    yield from _beyond_limits(rule, facts)
    if facts.warnings and not rule.with_warnings:
        yield f"{_counted(facts.warnings, 'warning')} to look at"


def _beyond_limits(rule: Rule, facts: Facts) -> Iterator[str]:
    cells = facts.cells
    changed = cells.revised + cells.removed
    percent = 100 * changed / max(1, changed + cells.unchanged)
    if rule.revised_percent is not None and percent > rule.revised_percent:
        yield (
            f"{percent:.2g} % of the cells that were there are changed, more than {rule.revised_percent:g} %"
        )
    if rule.largest_move is not None and facts.largest_move > rule.largest_move:
        yield f"a figure moves by {facts.largest_move:,}, more than {rule.largest_move:,}"


def _extent(change: Change) -> str:
    if not change.cells:
        return ""
    return f" ({_counted(change.cells, 'cell')} of {change.series:,} series)"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
