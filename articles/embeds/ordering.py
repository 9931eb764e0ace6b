"""In which order a chart shows its members; the table behind it keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from articles.embeds.options import Choice
from stats.labels import Label, fold

T = TypeVar("T")

ORDER = Choice(
    "order",
    Label("Order", "Ordre"),
    Label("The table behind it keeps its own.", "Le tableau correspondant garde le sien."),
    {
        "listed": Label("as in the table", "comme dans le tableau"),
        "value": Label("largest first", "du plus grand au plus petit"),
        "name": Label("by name", "par nom"),
    },
    "listed",
)


def ordered(
    things: Iterable[T], order: str, *, name: Callable[[T], str], number: Callable[[T], float | None]
) -> tuple[T, ...]:
    """The things in one of the orders; by value those without a number come last."""
    if order == "name":
        return tuple(sorted(things, key=lambda thing: fold(name(thing))))
    if order == "listed":
        return tuple(things)

    def largest_first(thing: T) -> tuple[bool, float]:
        found = number(thing)
        return found is None, -(found or 0)

    return tuple(sorted(things, key=largest_first))
