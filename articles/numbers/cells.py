"""A value as it stands in a cell: only digits that its bounds support, and a range where they support none.

Counts are printed as they add up, since a table is there to be added up by its readers; every other quantity
was computed here, and a digit of it that rounding could change would be made up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from articles.numbers.digits import number, rounded
from articles.numbers.shown import Shown
from articles.numbers.styles import SIGNED, Quantity
from articles.numbers.support import Round, outward
from stats.labels import Language
from stats.values import Bounds, Deciding, Value


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell, and whether it is a range because no number could stand for all of it."""

    text: str
    is_range: bool = False


def cell_text(
    value: Value,
    *,
    language: Language,
    quantity: Quantity = Quantity.COUNT,
    signed: bool = False,
    bounds: Deciding = "sure",
) -> CellText:
    """The text of a value that has a number; `signed` puts a plus before what is more than none."""
    if value.number is None:
        raise ValueError(f"{value!r} has no number: its status is expected to be shown")
    signed = signed or quantity in SIGNED
    if quantity is Quantity.COUNT:
        return CellText(_with_plus(count_text(value.number, language), value.number, signed=signed))
    shown = Shown(quantity, language)
    found = shown.scaled_bounds(value.bounds(bounds) or Bounds(value.number, value.number))
    for decimals in _decimals(found):
        low, high = rounded(found.low, decimals), rounded(found.high, decimals)
        if low == high:
            text = shown.plain(Round(float(low), decimals))
            return CellText(_with_plus(text, float(low), signed=signed))
    return CellText(
        _range(found, shown, signed=signed, narrow=found.high - found.low < 1 or not _large(found)),
        is_range=True,
    )


def possible_text(
    found: Bounds | None, *, language: Language, quantity: Quantity = Quantity.COUNT, signed: bool = False
) -> str:
    """`1,401–1,449`, `40.1–45.1%`; empty where only one number is possible or nothing is known."""
    if found is None or found.exact:
        return ""
    shown = Shown(quantity, language)
    scaled = shown.scaled_bounds(found)
    narrow = scaled.high - scaled.low < 10
    return _range(scaled, shown, signed=signed or quantity in SIGNED, narrow=narrow)


def ends(
    found: Bounds, *, language: Language, quantity: Quantity = Quantity.COUNT, signed: bool = False
) -> tuple[str, str]:
    """The lowest and the highest possible value, each by itself; the highest is empty where there is none."""
    shown = Shown(quantity, language)
    scaled = shown.scaled_bounds(found)
    low, high = outward(scaled, finest=shown.finest if scaled.high - scaled.low < 10 else 0)
    signed = signed or quantity in SIGNED
    texts = (
        _with_plus(shown.plain(end), end.number, signed=signed)
        for end in (low, high)
        if math.isfinite(end.number)
    )
    first, *rest = texts
    return first, rest[0] if rest else ""


def count_text(x: float, language: Language) -> str:
    """A number with as many decimals as it has, two at most."""
    return number(x, language, 0 if x == round(x) else (1 if round(x, 1) == round(x, 2) else 2))


def _decimals(found: Bounds) -> tuple[int, ...]:
    """The decimals to try, most precise first; none where there is no highest value.

    A small number keeps its decimal or becomes a range: a whole one would hide as much as it says.
    """
    if not (math.isfinite(found.low) and math.isfinite(found.high)):
        return ()
    if found.exact and found.low == round(found.low):
        return (0,)
    return (1, 0) if _large(found) else (1,)


def _large(found: Bounds) -> bool:
    return max(abs(found.low), abs(found.high)) >= 10


def _range(found: Bounds, shown: Shown, *, signed: bool, narrow: bool) -> str:
    """Both ends rounded away from each other; with signs, each end carries its own."""
    low, high = outward(found, finest=min(shown.finest, 1 if narrow else 0))
    if not signed or math.isinf(high.number):
        return shown.dashed(low, high, noun=False)
    words = " à " if shown.language == "fr" else " to "
    return words.join(_with_plus(shown.plain(end), end.number, signed=True) for end in (low, high))


def _with_plus(text: str, x: float, *, signed: bool) -> str:
    return f"+{text}" if signed and x > 0 else text
