"""What can go wrong with articles, as one tree of errors that say where and why."""

from __future__ import annotations

from dataclasses import dataclass


class ArticleError(Exception):
    """Something that an editor asked for cannot be done as things are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands in the way, and its place: a field, or a path in the text (`p[3]/data[1]`)."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message

    def as_json(self) -> dict[str, str]:
        """`{"path": …, "message": …}`"""
        return {"path": self.path, "message": self.message}


class EditConflict(ArticleError):
    """Somebody else saved the article in the meantime."""

    def __init__(self, *, expected: int, found: int, by: str) -> None:
        self.expected, self.found, self.by = expected, found, by
        super().__init__(
            f"revision {found} was saved by {by}; these changes were made to revision {expected}"
        )


class NotAllowed(ArticleError):
    """The state of the article does not allow it."""


class NotPublishable(ArticleError):
    """The text cannot be put before readers; `problems` says what stands in the way, in reading order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(map(str, problems)))
