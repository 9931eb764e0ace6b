"""Reading single values of a question: names, numbers, members. What is wrong is named by its path."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from stats.labels import nearest
from stats.questions.errors import QuestionError


def only_known(raw: Mapping[Any, Any], known: tuple[str, ...], path: str) -> None:
    """Refuse keys that are not known, with the nearest ones that are."""
    for key in raw:
        if key not in known:
            where = f"{path}.{key}" if path else str(key)
            raise QuestionError(where, "unknown key", accepted=nearest(str(key), known) or list(known))


def text(value: object, path: str) -> str:
    """A name: characters, and not only blank ones."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise QuestionError(path, f"{value!r} is not a name")
    return value.strip()


def name(raw: Mapping[Any, Any], key: str) -> str | None:
    """The name under a key that may be absent."""
    return None if raw.get(key) is None else text(raw[key], key)


def whole(value: object, path: str, low: int, high: int) -> int:
    """A whole number within limits."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise QuestionError(path, f"{value!r} is not a whole number from {low} to {high}")
    return value


def members(value: object, path: str) -> tuple[str, ...]:
    """One member or a list of them, each once."""
    names = value if isinstance(value, list | tuple) else [value]
    if not names:
        raise QuestionError(path, "no member is named")
    return tuple(dict.fromkeys(text(member, path) for member in names))


def selection(value: object, path: str) -> Mapping[str, tuple[str, ...]]:
    """Members by dimension."""
    if not isinstance(value, Mapping):
        raise QuestionError(path, f"{value!r} is not an object of dimensions and members")
    return {text(k, path): members(v, f"{path}.{k}") for k, v in value.items()}


def edition(value: object, path: str) -> int | date | None:
    """An edition by its number or by a date on which it was in force; None where nothing is said."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise QuestionError(path, f"{value!r} is neither a date nor the number of an edition") from None
    return whole(value, path, 1, 1_000_000)
