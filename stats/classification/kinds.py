"""The kinds of change that an edition can make, and how much of each it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class ChangeKind(StrEnum):
    """What happened to figures, rows or labels. An edition usually makes several kinds at once."""

    NEW_PERIODS = "new_periods"
    """Months, quarters or years that the edition before did not cover."""
    REVISION = "revision"
    """Figures moved here and there, up and down, as they do in every edition."""
    RESTATEMENT = "restatement"
    """Many series moved in many periods in one direction."""
    RECLASSIFICATION = "reclassification"
    """Falls in one member are answered by rises in others."""
    ROWS_COME = "rows_come"
    """Series that the edition before did not have."""
    ROWS_GONE = "rows_gone"
    """Series that the edition before had."""
    SUPPRESSION = "suppression"
    """Cells became hidden, or were hidden and are shown."""
    UNANNOUNCED = "unannounced"
    """Figures were restated or reclassified while title, notes and labels stayed as they were."""
    RELABELLED = "relabelled"
    """Title, notes or labels changed while the figures stayed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change and its extent. `said` quantifies it in an English sentence."""

    kind: ChangeKind
    cells: int
    series: int
    periods: int
    said: str = ""

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Change:
        """What `as_json` gave."""
        return cls(ChangeKind(raw["kind"]), raw["cells"], raw["series"], raw["periods"], raw.get("said", ""))

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self) | {"kind": self.kind.value}
