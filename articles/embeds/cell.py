"""From a figure to what stands in a cell: the digits, or the sign and the words for why there are none."""

from __future__ import annotations

import math

from articles.embeds.quantity import is_change, quantity_of
from articles.embeds.view import Cell
from articles.numbers import Quantity, cell_text, possible_text, status_text
from stats.answers import Figure, Provenance
from stats.labels import Language
from stats.values import Bounds, Deciding, Status

_OF_HUNDRED = frozenset({Quantity.SHARE, Quantity.PERCENT_CHANGE})


def cell(figure: Figure, language: Language, about: Provenance | None = None) -> Cell:
    """The cell of a figure; without `about` that of a plain one."""
    quantity, signed, deciding = _said(about)
    value = figure.value
    possible = possible_text(value.bounds(deciding), language=language, quantity=quantity, signed=signed)
    if value.number is None:
        hidden = value.status is Status.SUPPRESSED
        limits = value.bounds("hard") if quantity is Quantity.COUNT and not signed else value.bounds(deciding)
        return Cell(
            text=status_text(value.status, language, short=True),
            status=value.status,
            spoken=status_text(value.status, language, hidden=limits, quantity=quantity),
            range=possible if hidden else "",
        )
    found = cell_text(value, language=language, quantity=quantity, signed=signed, bounds=deciding)
    return Cell(text=found.text, status=value.status, value=plain(value.number), range=possible)


def _said(about: Provenance | None) -> tuple[Quantity, bool, Deciding]:
    if about is None:
        return Quantity.COUNT, False, "sure"
    return quantity_of(about), is_change(about), about.deciding


def plain(x: float) -> str:
    """A number for machines."""
    return f"{x:.0f}" if x == round(x) else repr(round(x, 6))


def deciding(figure: Figure, about: Provenance) -> Bounds | None:
    """The bounds that words rely on."""
    return figure.value.bounds(about.deciding)


def charted(x: float | None, about: Provenance) -> float | None:
    """A number as a chart draws it: shares and percent changes of a hundred; None for what has no end."""
    if x is None or math.isinf(x):
        return None
    return x * 100 if quantity_of(about) in _OF_HUNDRED else x
