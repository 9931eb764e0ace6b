"""How an embed may be presented: options that each kind declares once, for everything that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stats.labels import Label, nearest


class EmbedError(ValueError):
    """An embed that cannot be shown as it is set: what was found, and what would be accepted."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to switch on or off; `default` holds where an embed says nothing."""

    name: str
    label: Label
    description: Label
    default: bool


def read(options: tuple[Option, ...], given: Mapping[str, Any]) -> dict[str, bool]:
    """Every option with its value; EmbedError for unknown names and values of another type."""
    known = {option.name: option for option in options}
    for name, value in given.items():
        if name not in known:
            accepted = nearest(name, known) or sorted(known)
            hint = f"; known are {', '.join(map(repr, accepted))}" if accepted else "; it has none"
            raise EmbedError(f"option {name!r} is not known{hint}")
        if not isinstance(value, bool):
            raise EmbedError(f"option {name!r} is {value!r}; true or false is expected")
    return {option.name: bool(given.get(option.name, option.default)) for option in options}
