"""What came of an import, in the form in which the command, the API and the admin say it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from stats.compare import Counts, Difference
from stats.findings import Finding
from stats.readers.confidence import Confidence


class Status(StrEnum):
    """How an import ended."""

    IN_FORCE = "in_force"
    """The edition counts."""
    WAITING = "waiting"
    """The edition is loaded and waits for a decision."""
    REFUSED = "refused"
    """The file is wrong; nothing was changed."""
    NOTHING_NEW = "nothing_new"
    """The newest edition says all of it already; nothing was changed."""


@dataclass(frozen=True)
class Outcome:
    """The end of an import. `completed` says that files were added to an edition that was there."""

    status: Status
    dataset: str | None = None
    edition: int | None = None
    completed: bool = False
    reader: str | None = None
    confidence: Confidence | None = None
    """How sure the reader is; None for a file that was refused."""
    did: tuple[str, ...] = ()
    """What the reader did on its own."""
    cells: Counts = field(default_factory=Counts)
    totals: Counts = field(default_factory=Counts)
    findings: tuple[Finding, ...] = ()
    waits_because: str = ""
    """Why the dataset's rule did not let it through, in a sentence."""
    classification: tuple[dict[str, Any], ...] = ()
    """The kinds of change, as `stats.classification.kinds.Change.as_json` gives them."""

    def as_json(self) -> dict[str, Any]:
        """One object with the keys that scripts rely on."""
        return {
            "dataset": self.dataset,
            "edition": self.edition,
            "status": self.status.value,
            "completed": self.completed,
            "reader": self.reader,
            "reading": {"confidence": self.confidence.value, "did": list(self.did)}
            if self.confidence
            else None,
            "cells": self.cells.as_json() | {"totals": self.totals.as_json()},
            "findings": [finding.as_json() for finding in self.findings],
            "waits_because": self.waits_because,
            "classification": list(self.classification),
        }


def counts_of(difference: Difference) -> dict[str, Counts]:
    """The two counts of a difference, as keyword arguments of an outcome."""
    return {"cells": difference.cells, "totals": difference.totals}
