"""Figures: one value each, how it came about, and what JSON says of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from stats.values import Bounds, Value


class Origin(StrEnum):
    """Whether a figure was printed or made."""

    STATED = "stated"
    """The publisher printed it."""
    SUM = "sum"
    """It adds up printed figures."""
    DERIVED = "derived"
    """It is a difference or quotient of printed or added figures."""


@dataclass(frozen=True, slots=True)
class Made:
    """How a figure came about: printed, or a sum of `parts` cells, of which `hidden` are suppressed."""

    origin: Origin
    parts: int = 1
    hidden: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "made": self.origin.value,
            "stated": self.origin is Origin.STATED,
            "parts": self.parts,
            "suppressed": self.hidden,
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """One value and how it was made."""

    value: Value
    made: Made

    def as_json(self) -> dict[str, Any]:
        """The value, and how it was made."""
        return value_as_json(self.value) | self.made.as_json()


def value_as_json(value: Value) -> dict[str, Any]:
    """`value`, `status`, hard bounds as `low` and `high`, sure bounds as `sure`."""
    return {
        "value": value.number,
        "status": value.status.slug,
        "low": _finite(value.hard.low) if value.hard else None,
        "high": _finite(value.hard.high) if value.hard else None,
        "sure": _bounds(value.sure),
    }


def _bounds(bounds: Bounds | None) -> dict[str, float | None] | None:
    return {"low": _finite(bounds.low), "high": _finite(bounds.high)} if bounds else None


def _finite(number: float) -> float | None:
    """A bound as JSON can say it: null for none."""
    return number if math.isfinite(number) else None
