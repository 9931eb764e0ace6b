"""Writes IRCC's bilingual delimited form: tabs, no quoting, CRLF, absent zeros, no totals, rows in no order.

The misspelt header `FR_ANNEÉ` is the publisher's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from stats.labels import Label
from stats.periods import Period
from stats.sample.printing import HIDDEN

MONTHS = (
    Label("Jan", "janv."),
    Label("Feb", "fév."),
    Label("Mar", "mars"),
    Label("Apr", "avr."),
    Label("May", "mai"),
    Label("Jun", "juin"),
    Label("Jul", "juil."),
    Label("Aug", "août"),
    Label("Sep", "sept."),
    Label("Oct", "oct."),
    Label("Nov", "nov."),
    Label("Dec", "déc."),
)
_TIME = ("EN_YEAR", "EN_QUARTER", "EN_MONTH", "FR_ANNEÉ", "FR_TRIMESTRE", "FR_MOIS")


def write(
    headers: Sequence[Label],
    months: Sequence[Period],
    series: Iterable[tuple[Sequence[Label], Sequence[int]]],
    *,
    chance: Random,
) -> bytes:
    """The bytes of a file: `series` gives the labels of each dimension and the printed cells by month."""
    pairs = (name for header in headers for name in (header.en, header.fr))
    lines = []
    beginnings = [_beginning(period) for period in months]
    for labels, cells in series:
        names = "\t".join(name for label in labels for name in (label.en, label.fr))
        lines += [
            f"{beginning}\t{names}\t{'--' if cell == HIDDEN else cell}"
            for beginning, cell in zip(beginnings, cells, strict=True)
            if cell
        ]
    chance.shuffle(lines)
    return "\r\n".join(["\t".join([*_TIME, *pairs, "TOTAL"]), *lines, ""]).encode("utf-8")


def _beginning(period: Period) -> str:
    name, quarter = MONTHS[period.n - 1], period.quarter.n
    return f"{period.year}\tQ{quarter}\t{name.en}\t{period.year}\tT{quarter}\t{name.fr}"
