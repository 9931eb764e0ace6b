"""Sample editions of imp-province-noc: International Mobility Program permits by province and occupation.

The 2021 figures of five provinces (their totals, their five first occupations) and the sum for Canada are
IRCC's. Occupations have their official codes and titles; every other number is modelled. In Ontario the first
edition has university professors fourth and specialist physicians fifth; the second turns them round, revises
the newest months and adds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from stats.codelists.provinces import NOT_STATED, OUTSIDE_CANADA, provinces
from stats.labels import Label
from stats.periods import Period, month, span
from stats.sample.edition import SampleEdition, SampleFile
from stats.sample.odp import write
from stats.sample.printing import HIDDEN, drawn, printed, printed_sum, seeded, spread, trimmed
from stats.sample.resources import facts, rows

DATASET = "imp-province-noc"
FILE_NAME = "ODP-TR-Work-IMP-PT_NOC4.csv"
HEADERS = (Label("EN_PROVINCE_TERRITORY", "FR_PROVINCE_TERRITOIRE"), Label("EN_OCCUPATION", "FR_PROFESSION"))
NOTE = Label(
    "Modelled sample data: only the 2021 figures of Ontario, British Columbia, Quebec, Alberta and Manitoba "
    "(totals and first five occupations) and the 2021 sum for Canada are IRCC's own.",
    "Données d'exemple modélisées : seuls les chiffres de 2021 de l'Ontario, de la Colombie-Britannique, "
    "du Québec, de l'Alberta et du Manitoba (totaux et cinq premières professions) et la somme de 2021 "
    "pour le Canada sont ceux d'IRCC.",
)
FIRST, LAST = month(2015, 1), month(2024, 7)
MONTHS = tuple(span(FIRST, LAST))

OTHER, UNSTATED = "other-occupations", "occupation-not-stated"
_RESIDUAL = {
    OTHER: Label("Other occupations", "Autres professions"),
    UNSTATED: Label("Occupation not stated", "Profession non déclarée"),
}

Series = tuple[str, str]
Table = dict[Series, list[int]]
"""Printed cells by month for a province's code and an occupation's."""

# Modelled permits of 2021 outside the five provinces, and everywhere the part that has an occupation code.
_TOTALS = {
    "NL": 1500,
    "PE": 2000,
    "NS": 7000,
    "NB": 4200,
    "SK": 6100,
    "YT": 400,
    "NT": 120,
    "NU": 10,
    NOT_STATED: 7400,
}
_CODED_SHARE = {"ON": 0.18, "BC": 0.19, "QC": 0.33, "AB": 0.23, "MB": 0.18, "SK": 0.26, NOT_STATED: 0.07}
_CODED_ELSEWHERE = 0.18

# The course of ten years, 2021 being one: permits with an occupation code, and open permits.
_CODED_YEARS = dict(
    zip(range(2015, 2025), (0.95, 1.05, 1.1, 1.2, 1.4, 0.8, 1.0, 1.25, 1.3, 1.35), strict=True)
)
_OPEN_YEARS = dict(
    zip(range(2015, 2025), (0.44, 0.58, 0.63, 0.7, 0.87, 0.72, 1.0, 1.45, 2.55, 2.55), strict=True)
)
_SEASON = (1.0, 0.96, 1.06, 1.0, 1.1, 1.12, 0.96, 1.05, 1.08, 1.02, 0.93, 0.72)

_EXCHANGED = ("ON", {"3111": ((2021, 3), (2021, 6), (2021, 10)), "4011": ((2021, 1), (2021, 5), (2021, 9))})
"""Where the first edition prints five fewer (specialist physicians) or five more (professors) permits."""


def editions() -> tuple[SampleEdition, SampleEdition]:
    """The edition up to June 2024 and the one up to July 2024."""
    second = _modelled(seeded(DATASET))
    first = _as_first_printed(second, seeded(f"{DATASET}, first"))
    return _edition(1, first, LAST.previous), _edition(2, second, LAST)


def _edition(number: int, table: Table, until: Period) -> SampleEdition:
    labels = {province.code: province.label for province in provinces()} | _occupation_labels()
    months = tuple(span(FIRST, until))
    series = (((labels[p], labels[o]), cells[: len(months)]) for (p, o), cells in table.items())
    data = write(HEADERS, months, series, chance=seeded(f"{DATASET} {number}"))
    return SampleEdition(DATASET, number, (SampleFile(FILE_NAME, data),), until, NOTE)


def _modelled(chance: Random) -> Table:
    known = facts(DATASET)
    table: Table = {}
    for province in provinces():
        if province.code != OUTSIDE_CANADA:
            table |= _province(province.code, known, chance)
    apart = sum(_in_2021(cells) for series, cells in table.items() if series != (NOT_STATED, OTHER))
    _set_2021(table[NOT_STATED, OTHER], known["canada"] - apart)
    return table


def _province(code: str, known: Mapping[str, Any], chance: Random) -> Table:
    """All series of one province; its 2021 figures are set where known, open permits making up the total."""
    total, top = known["total"].get(code), known["top"].get(code, {})
    level = total or _TOTALS[code]
    coded = level * _CODED_SHARE.get(code, _CODED_ELSEWHERE) - sum(top.values())
    table: Table = {}
    for occupation, expected in _expectations(coded, top, 2.5 if level > 50_000 else 0.8, chance).items():
        cells = _course(expected, _CODED_YEARS, chance)
        if occupation in top:
            _set_2021(cells, top[occupation])
        elif top:
            cells[_JAN_2021:_JAN_2022] = trimmed(cells[_JAN_2021:_JAN_2022], _ceiling(top))
        table[code, occupation] = cells
    table[code, UNSTATED] = _course(level / 20_000, _CODED_YEARS, chance)
    table[code, OTHER] = _course(level * 0.87, _OPEN_YEARS, chance)
    if total:
        _set_2021(table[code, OTHER], total - sum(_in_2021(table[s]) for s in table if s[1] != OTHER))
    return table


def _expectations(coded: float, top: Mapping[str, int], evenness: float, chance: Random) -> dict[str, float]:
    """Permits expected in 2021 for each occupation: the known ones, and `coded` shared out among the others.

    The lower `evenness` is, the more of it goes to a few occupations, as in small provinces.
    """
    weights = {
        row["code"]: float(row["weight"]) * chance.paretovariate(evenness) for row in rows("occupations.csv")
    }
    others = {code: weight for code, weight in weights.items() if code not in top}
    whole = sum(others.values())
    expected = {code: coded * weight / whole for code, weight in others.items()}
    if top:
        expected = {code: min(level, 0.85 * _ceiling(top)) for code, level in expected.items()}
    return {code: level for code, level in expected.items() if level > 1} | {
        c: float(n) for c, n in top.items()
    }


def _ceiling(top: Mapping[str, int]) -> int:
    """What another occupation may print at most to stay behind the five first."""
    return min(top.values()) - 5


def _course(expected: float, years: Mapping[int, float], chance: Random) -> list[int]:
    drift = 0.94 + 0.12 * chance.random()
    return [
        printed(drawn(expected / 12 * years[m.year] * drift ** (m.year - 2021) * _SEASON[m.n - 1], chance))
        for m in MONTHS
    ]


def _as_first_printed(second: Table, chance: Random) -> Table:
    """The figures a month before: newest months lower here and there, and Ontario's exchange undone."""
    first = {series: list(cells) for series, cells in second.items()}
    for cells in first.values():
        for i, share in ((-4, 0.1), (-3, 0.2), (-2, 0.35)):
            if cells[i] > 0 and chance.random() < share:
                cells[i] = cells[i] - 5 or HIDDEN
    province, moved = _EXCHANGED
    for step, (occupation, months) in zip((-5, 5), moved.items(), strict=True):
        for year, n in months:
            first[province, occupation][MONTHS.index(month(year, n))] += step
    return first


_JAN_2021, _JAN_2022 = MONTHS.index(month(2021, 1)), MONTHS.index(month(2022, 1))


def _in_2021(cells: list[int]) -> int:
    return printed_sum(cells[_JAN_2021:_JAN_2022])


def _set_2021(cells: list[int], total: int) -> None:
    """Replace the twelve months of 2021 by ones that add up to `total`, keeping their course."""
    cells[_JAN_2021:_JAN_2022] = spread(total, [max(cell, 1) for cell in cells[_JAN_2021:_JAN_2022]])


def _occupation_labels() -> dict[str, Label]:
    titles = {row["code"]: row for row in rows("occupations.csv")}
    coded = {code: Label(f"{code} - {row['en']}", f"{code} - {row['fr']}") for code, row in titles.items()}
    return coded | _RESIDUAL
