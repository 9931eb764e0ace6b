"""What every kind of embed says of itself; registry, editor, renderer, API and docs read it from there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from articles.document.nodes import EmbedBlock
from articles.embeds.options import SIZE, EmbedError, Option
from articles.embeds.view import View
from stats.answers import Answer
from stats.labels import Label, Language
from stats.questions import Kind


class Embed(ABC):
    """A kind of embed."""

    kind: ClassVar[str]
    """Its name in stored texts."""
    label: ClassVar[Label]
    description: ClassVar[Label]
    accepts: ClassVar[tuple[Kind, ...]]
    """The kinds of question it can show, the usual one first."""
    options: ClassVar[tuple[Option, ...]] = (SIZE,)
    example: ClassVar[Mapping[str, Any]]
    """A complete `data-embed` object."""

    @abstractmethod
    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> View:
        """What readers see; EmbedError where this answer cannot be shown so."""

    def check(self, block: EmbedBlock) -> None:
        """Refuse a question of a kind that this embed cannot show."""
        if block.question.kind not in self.accepts:
            accepted = " or ".join(kind.value for kind in self.accepts)
            raise EmbedError(
                f"a {self.kind} shows a question of kind {accepted}, not {block.question.kind.value!r}"
            )
