"""Notes to the numbers in sentences: one for each explanation, in the order in which readers meet them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """An explanation, and the numbers of the figures in the text that lead to it."""

    number: int
    explanation: str
    figures: tuple[int, ...]

    @property
    def anchor(self) -> str:
        return f"note-{self.number}"


@dataclass
class Notes:
    """Collects explanations while the text is written."""

    _figures: dict[str, list[int]] = field(default_factory=dict)
    _count: int = 0

    def add(self, explanation: str) -> tuple[int, int]:
        """The number of the figure in the text and that of its note."""
        self._count += 1
        self._figures.setdefault(explanation, []).append(self._count)
        return self._count, list(self._figures).index(explanation) + 1

    def all(self) -> tuple[Note, ...]:
        """The notes in their order."""
        return tuple(
            Note(number, explanation, tuple(figures))
            for number, (explanation, figures) in enumerate(self._figures.items(), start=1)
        )
