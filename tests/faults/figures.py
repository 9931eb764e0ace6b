"""A small table of two dimensions that every edition revises a little."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from stats.labels import Label
from stats.periods import Period, month, span
from stats.sample import odp
from stats.sample.printing import HIDDEN

DATASET = "imp-province-noc"
FILE = "ODP-TR-Work-IMP-PT_NOC4.csv"
_HEADERS = (Label("EN_PROVINCE_TERRITORY", "FR_PROVINCE_TERRITOIRE"), Label("EN_OCCUPATION", "FR_PROFESSION"))
_PROVINCES = (Label("Ontario", "Ontario"), Label("Quebec", "Québec"), Label("Manitoba", "Manitoba"))
_OCCUPATIONS = tuple(
    Label(f"{code} - {en}", f"{code} - {fr}")
    for code, en, fr in (
        ("1111", "Financial auditors and accountants", "Vérificateurs/vérificatrices et comptables"),
        ("2173", "Software engineers and designers", "Ingénieurs/ingénieures et concepteurs en logiciel"),
        ("6322", "Cooks", "Cuisiniers/cuisinières"),
        ("8431", "General farm workers", "Ouvriers/ouvrières agricoles"),
    )
)
_MONTHS = tuple(span(month(2024, 1), month(2024, 6)))
_REVISED = 8

Figures = Mapping[tuple[str, str, Period], int]
"""Printed numbers by English labels and month; `HIDDEN` for suppressed."""


def first() -> Figures:
    """The figures of the first edition: no cell is zero, so that every member is in it."""
    keys = [(p.en, o.en, at) for p in _PROVINCES for o in _OCCUPATIONS for at in _MONTHS]
    return {key: 5 * (1 + i % 40) for i, key in enumerate(keys)}


def revised(figures: Figures, chance: Random) -> Figures:
    """Other figures: some cells moved, came to nothing, or were hidden."""
    keys = chance.sample(sorted(figures, key=str), _REVISED)
    moved = {key: chance.choice((0, HIDDEN, 5 * chance.randint(1, 200))) for key in keys}
    # An edition in which nothing moved would be nothing new.
    sure = keys[0]
    return figures | moved | {sure: figures[sure] + 5 if figures[sure] > 0 else 5}


def printed(figures: Figures, chance: Random) -> bytes:
    """The file of an edition."""
    series = (((p, o), [figures[p.en, o.en, at] for at in _MONTHS]) for p in _PROVINCES for o in _OCCUPATIONS)
    return odp.write(_HEADERS, _MONTHS, series, chance=chance)
