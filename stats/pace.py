"""How far an import has come and how long it will still take, from what earlier ones took.

Pure. Each stage has its share of the whole: that of the last import of the same dataset, or, where there was
none, what was measured on published releases. `part` is how much of a stage is done, from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SHARES: Mapping[str, float] = {
    "read": 0.16,
    "resolve": 0.02,
    "screen": 0.05,
    "compare": 0.08,
    "load": 0.68,
    "announce": 0.01,
}
"""The stages in order, and the part of the time that each took for the first editions of four releases."""

TELLING = 0.1
"""From this fraction on, an import says by its own speed how long it takes."""


@dataclass(frozen=True)
class Pace:
    """The seconds that each stage is expected to take; `known` where they were measured on this dataset."""

    seconds: Mapping[str, float]
    known: bool

    @classmethod
    def of(cls, last: Mapping[str, float] | None) -> Pace:
        """The pace of the last import of a dataset, by stage; without one only shares are known."""
        if last and sum(last.values()) > 0:
            return cls({stage: last.get(stage, 0.0) for stage in SHARES}, known=True)
        return cls(SHARES, known=False)

    def fraction(self, stage: str, part: float = 0.0) -> float:
        """How much of the whole is done, from 0 to 1, at a part of a stage."""
        total = sum(self.seconds.values())
        stages = list(self.seconds)
        before = sum(self.seconds[one] for one in stages[: stages.index(stage)])
        return min(1.0, (before + min(max(part, 0.0), 1.0) * self.seconds[stage]) / total)

    def left(self, stage: str, part: float, *, elapsed: float) -> float | None:
        """Seconds that are left after `elapsed` seconds; None where nothing says how many.

        In the beginning the last import says it; after a tenth, how this one compares with it does.
        """
        done = self.fraction(stage, part)
        if done >= TELLING:
            return elapsed * (1 - done) / done
        return sum(self.seconds.values()) * (1 - done) if self.known else None
