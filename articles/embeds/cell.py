"""From a figure to what stands in a cell: the digits, or the sign and the words for why there are none."""

from __future__ import annotations

from articles.embeds.view import Cell
from articles.numbers import number, range_of, status_text
from stats.answers import Figure
from stats.labels import Language
from stats.values import Bounds, Status, Value


def cell(figure: Figure, language: Language) -> Cell:
    """The cell of a figure."""
    value = figure.value
    if value.number is None:
        return Cell(
            text=status_text(value.status, language, short=True),
            status=value.status,
            spoken=status_text(value.status, language, hidden=value.hard),
            range=range_text(value, language) if value.status is Status.SUPPRESSED else "",
        )
    return Cell(
        text=digits(value.number, language),
        status=value.status,
        value=plain(value.number),
        range=range_text(value, language),
    )


def digits(x: float, language: Language) -> str:
    """A number with as many decimals as it has, two at most."""
    return number(x, language, 0 if x == round(x) else (1 if round(x, 1) == round(x, 2) else 2))


def plain(x: float) -> str:
    """A number for machines."""
    return f"{x:.0f}" if x == round(x) else repr(x)


def deciding(value: Value) -> Bounds | None:
    """The bounds that words rely on: the sure ones, or the hard ones where there are no others."""
    return value.sure if value.sure is not None else value.hard


def range_text(value: Value, language: Language) -> str:
    """`1,401–1,449`; empty where only one number is possible or nothing is known."""
    bounds = deciding(value)
    return "" if bounds is None or bounds.exact else range_of(bounds.low, bounds.high, language)
