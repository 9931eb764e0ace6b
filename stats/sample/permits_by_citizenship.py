"""Sample editions of imp-citizenship and tfwp-citizenship: work permits by country of citizenship.

Countries have the names that IRCC's tables give them. The sum of International Mobility Program permits in
2021 is IRCC's; every other number is modelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from stats.labels import Label
from stats.periods import month, span
from stats.sample.edition import SampleEdition, SampleFile
from stats.sample.notes import MODELLED, only
from stats.sample.odp import write
from stats.sample.printing import drawn, printed, printed_sum, seeded, spread
from stats.sample.resources import facts, label, rows

HEADERS = (Label("EN_COUNTRY_OF_CITIZENSHIP", "FR_PAYS_DE_CITOYENNETÉ"),)
MONTHS = tuple(span(month(2015, 1), month(2024, 6)))
_YEAR_2021 = slice(MONTHS.index(month(2021, 1)), MONTHS.index(month(2022, 1)))


@dataclass(frozen=True, slots=True)
class _Program:
    """A program as modelled: permits in 2021, the course of ten years and that of a year, both around one."""

    dataset: str
    file_name: str
    weight: str
    level: int
    years: Mapping[int, float]
    season: tuple[float, ...]


def _course(*indices: float) -> Mapping[int, float]:
    return dict(zip(range(2015, 2025), indices, strict=True))


_IMP = _Program(
    dataset="imp-citizenship",
    file_name="ODP-TR-Work-IMP-CITZ.csv",
    weight="imp",
    level=342_000,
    years=_course(0.55, 0.68, 0.72, 0.8, 0.97, 0.74, 1.0, 1.4, 2.3, 2.4),
    season=(1.0, 0.96, 1.06, 1.0, 1.1, 1.12, 0.96, 1.05, 1.08, 1.02, 0.93, 0.72),
)
_TFWP = _Program(
    dataset="tfwp-citizenship",
    file_name="ODP-TR-Work-TFWP-CITZ.csv",
    weight="tfwp",
    level=105_000,
    years=_course(0.7, 0.76, 0.76, 0.8, 0.94, 0.82, 1.0, 1.3, 1.8, 2.0),
    season=(0.95, 0.9, 1.3, 2.0, 1.45, 1.4, 1.05, 0.75, 0.7, 0.6, 0.5, 0.4),
)


def editions() -> tuple[SampleEdition, ...]:
    """One edition of each program, up to June 2024."""
    total = facts("imp-citizenship")["canada"]
    note = only(
        "the 2021 sum of International Mobility Program permits",
        "le total de 2021 des permis du Programme de mobilité internationale",
    )
    return _edition(_IMP, note, total=total), _edition(_TFWP, MODELLED)


def _edition(program: _Program, note: Label, *, total: int | None = None) -> SampleEdition:
    chance = seeded(program.dataset)
    table = _modelled(program, chance)
    if total is not None:
        largest = max(table, key=lambda name: printed_sum(table[name][_YEAR_2021]))
        apart = sum(printed_sum(cells[_YEAR_2021]) for name, cells in table.items() if name != largest)
        table[largest][_YEAR_2021] = spread(total - apart, [max(c, 1) for c in table[largest][_YEAR_2021]])
    data = write(HEADERS, MONTHS, (((name,), cells) for name, cells in table.items()), chance=chance)
    return SampleEdition(program.dataset, 1, (SampleFile(program.file_name, data),), MONTHS[-1], note)


def _modelled(program: _Program, chance: Random) -> dict[Label, list[int]]:
    weights = {label(row): float(row[program.weight]) for row in rows("countries.csv")}
    whole = sum(weights.values())
    return {name: _cells(program, weight / whole, chance) for name, weight in weights.items()}


def _cells(program: _Program, share: float, chance: Random) -> list[int]:
    level, drift = program.level / 12 * share, 0.95 + 0.1 * chance.random()
    return [
        printed(
            drawn(level * program.years[m.year] * drift ** (m.year - 2021) * program.season[m.n - 1], chance)
        )
        for m in MONTHS
    ]
