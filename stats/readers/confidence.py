"""How sure a reader is that it understood a file, and why it is not surer.

A file as its publisher made it says where its header ends, in which language it is and how many dimensions
it has. Of a copy that people saved again some of that must be told from the cells. Every finding of a reader
says one such thing; the rules below say which of them leave doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Confidence(StrEnum):
    """How sure a reader is, from the surest down."""

    CERTAIN = "certain"
    """The file says itself all that reading it takes."""
    LIKELY = "likely"
    """Something was told from the cells, in a way that has one answer only in a file that makes sense."""
    GUESSED = "guessed"
    """Another reading would make sense too; a person should compare some cells with the file."""


LIKELY = frozenset(
    {
        "read.no-merges",
        "read.layout-guessed",
        "read.two-digit-years",
        "read.no-grand-total",
        "read.encoding",
        "read.copied-column",
        "read.hidden-sheet",
    }
)
"""Findings after which the reading is likely."""
GUESSED = frozenset(
    {
        "read.layout-unnamed",
        "read.language-guessed",
        "read.more-sheets",
        "read.lost-letters",
        "read.open-year",
    }
)
"""Findings after which it is guessed."""


def confidence(rules: Iterable[str]) -> Confidence:
    """The confidence that findings with these rules leave."""
    found = set(rules)
    if found & GUESSED:
        return Confidence.GUESSED
    return Confidence.LIKELY if found & LIKELY else Confidence.CERTAIN
