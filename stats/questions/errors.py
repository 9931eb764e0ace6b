"""The error of a question that cannot be asked."""

from __future__ import annotations


class QuestionError(ValueError):
    """A question that cannot be asked: where in it, what was found, and what would be accepted."""

    def __init__(self, path: str, message: str, *, accepted: list[str] | None = None) -> None:
        self.path = path
        self.message = message
        self.accepted = accepted or []
        hint = f" Did you mean {' or '.join(map(repr, self.accepted))}?" if self.accepted else ""
        super().__init__(f"{path}: {message}{hint}" if path else f"{message}{hint}")
