"""Reading single values of a question: names, numbers, members. What is wrong is named by its path."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from reprlib import Repr
from typing import Any

from stats.labels import nearest
from stats.questions.errors import QuestionError

MAXIMUM_LENGTH = 300
"""How many characters a name may have; codes and labels of members have no more."""
MAXIMUM_MEMBERS = 1000
"""How many members may be named one by one."""
YEARS = (1900, 2999)
"""Years in which an edition may have been in force; far beyond them, moments cannot be stored."""
_REPR = Repr()
_REPR.maxstring = _REPR.maxother = 80
_REPR.maxlevel = 3


def shown(value: object) -> str:
    """An offending value as it may stand in a message, however long or deep it is."""
    return _REPR.repr(value)


def only_known(raw: Mapping[Any, Any], known: tuple[str, ...], path: str) -> None:
    """Refuse keys that are not known, with the nearest ones that are."""
    for key in raw:
        if key not in known:
            named = str(key)[:40] if str(key).isprintable() else shown(key)
            where = f"{path}.{named}" if path else named
            raise QuestionError(where, "unknown key", accepted=nearest(named, known) or list(known))


def text(value: object, path: str) -> str:
    """A name: characters that can be shown, and not only blank ones."""
    if not isinstance(value, str) or not value.strip():
        raise QuestionError(path, f"{shown(value)} is not a name")
    if len(value) > MAXIMUM_LENGTH:
        raise QuestionError(path, f"{shown(value)} is longer than {MAXIMUM_LENGTH} characters")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in value):
        raise QuestionError(path, f"{shown(value)} holds a character that no name has")
    return value.strip()


def name(raw: Mapping[Any, Any], key: str) -> str | None:
    """The name under a key that may be absent."""
    return None if raw.get(key) is None else text(raw[key], key)


def whole(value: object, path: str, low: int, high: int) -> int:
    """A whole number within limits."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise QuestionError(path, f"{shown(value)} is not a whole number from {low} to {high}")
    return value


def members(value: object, path: str) -> tuple[str, ...]:
    """One member or a list of them, each once."""
    names = value if isinstance(value, list | tuple) else [value]
    if not names:
        raise QuestionError(path, "no member is named")
    if len(names) > MAXIMUM_MEMBERS:
        raise QuestionError(path, f"{len(names)} members are more than {MAXIMUM_MEMBERS}")
    return tuple(dict.fromkeys(text(member, path) for member in names))


def selection(value: object, path: str) -> Mapping[str, tuple[str, ...]]:
    """Members by dimension."""
    if not isinstance(value, Mapping):
        raise QuestionError(path, f"{shown(value)} is not an object of dimensions and members")
    named = {text(dimension, path): chosen for dimension, chosen in value.items()}
    return {dimension: members(chosen, f"{path}.{dimension}") for dimension, chosen in named.items()}


def edition(value: object, path: str) -> int | date | None:
    """An edition by its number or by a date on which it was in force; None where nothing is said."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise QuestionError(
                path, f"{shown(value)} is neither a date nor the number of an edition"
            ) from None
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise QuestionError(path, f"{value!r} does not lie between {YEARS[0]} and {YEARS[1]}")
        return day
    return whole(value, path, 1, 1_000_000)
