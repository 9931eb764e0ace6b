"""What every answer says of itself: question, periods, edition, source, and what it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stats.answers.figures import Figure
from stats.codebook import EditionFacts, Member, Source
from stats.labels import Label
from stats.periods import Period
from stats.questions import Question
from stats.values import IRCC, Deciding, Disclosure


@dataclass(frozen=True, slots=True)
class AnsweredPeriod:
    """A period as it could be answered. `asked` is what was asked for, `answered` what the figures cover.

    They differ where the edition ends inside the period: 2024 asked, January to June answered.
    """

    asked: Period
    answered: Period

    @property
    def partial(self) -> bool:
        return self.answered.frequency.partial

    def as_json(self) -> dict[str, Any]:
        return {"asked": str(self.asked), "answered": str(self.answered), "partial": self.partial}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the figures of an answer are measured against: members, periods and an edition.

    Listed members that `where` does not name are each compared with their own. `periods` are in the order of
    the answer's, None where that of the comparison is not published.
    """

    where: tuple[tuple[Label, Member], ...]
    periods: tuple[AnsweredPeriod | None, ...]
    edition: EditionFacts

    def as_json(self) -> dict[str, Any]:
        return {
            "where": [{"dimension": d.as_json(), "member": m.as_json()} for d, m in self.where],
            "periods": [period.as_json() if period else None for period in self.periods],
            "edition": self.edition.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every answer says of itself, whatever its kind."""

    question: Question
    dataset_title: Label
    unit: Label
    counts: Label
    where: tuple[tuple[Label, Member], ...]
    """The members that were chosen, each with the name of its dimension."""
    edition: EditionFacts
    source: Source
    notes: tuple[Label, ...] = ()
    deciding: Deciding = "sure"
    """Which bounds decide about words and ranks."""
    disclosure: Disclosure = IRCC
    """How the publisher rounds and hides these figures."""
    comparison: Comparison | None = None
    """What the figures are measured against; None for plain values."""

    def as_json(self) -> dict[str, Any]:
        return {
            "question": self.question.as_json(),
            "dataset": {"slug": self.question.dataset, "title": self.dataset_title.as_json()},
            "unit": self.unit.as_json(),
            "counts": self.counts.as_json(),
            "where": [{"dimension": d.as_json(), "member": m.as_json()} for d, m in self.where],
            "edition": self.edition.as_json(),
            "source": self.source.as_json(),
            "notes": [note.as_json() for note in self.notes],
            "bounds": self.deciding,
            "comparison": self.comparison.as_json() if self.comparison else None,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """What a measured figure was compared with."""

    period: AnsweredPeriod | None
    where: tuple[tuple[Label, Member], ...]
    edition: EditionFacts
    figure: Figure

    def as_json(self) -> dict[str, Any]:
        return {
            "period": self.period.as_json() if self.period else None,
            "where": [{"dimension": d.as_json(), "member": m.as_json()} for d, m in self.where],
            "edition": self.edition.as_json(),
        } | self.figure.as_json()
