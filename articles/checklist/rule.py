"""What every rule says of itself, and what it does: find notes in a text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from articles.checklist.given import Given
from articles.checklist.note import Note, Offer, Severity, said
from stats.labels import Label


class Rule(ABC):
    """One thing to look for. `sentence` has gaps in braces for what was found."""

    id: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    sentence: ClassVar[Label]

    @abstractmethod
    def notes(self, given: Given) -> Iterator[Note]:
        """What is found, in reading order."""

    def note(self, path: str, *, quote: str = "", offers: tuple[Offer, ...] = (), **values: object) -> Note:
        """A note at a place, with the gaps of the sentence filled."""
        return Note(self.id, self.severity, path, said(self.sentence, **values), quote, offers)
