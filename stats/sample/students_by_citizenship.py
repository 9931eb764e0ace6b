"""Sample edition of study-citizenship: study permit holders by country, a workbook in each language.

Persons are counted once in each period, so quarters and years are stated and smaller than the sum of their
months. Countries have the names that IRCC's tables give them; every number is modelled.
"""

from __future__ import annotations

from datetime import date
from random import Random

from stats.labels import LANGUAGES, Label, Language
from stats.periods import month, span
from stats.sample import notes
from stats.sample.edition import SampleEdition, SampleFile
from stats.sample.printing import drawn, printed, seeded
from stats.sample.resources import label, rows
from stats.sample.workbook import Crosstab, Line, months, write

DATASET = "study-citizenship"
STEM = "ODP-TR-Study-IS_CITZ_sign_date.xlsx"
MONTHS = tuple(span(month(2015, 1), month(2024, 7)))
BUILT = date(2024, 9, 20)
HEADER = Label("Country of Citizenship", "Pays de citoyenneté")
TOTAL = Label("Total unique persons", "Total des personnes uniques")
TITLE = Label(
    "Canada – Study permit holders by country of citizenship and year in which permit(s) became effective, "
    "January 2015 - July 2024",
    "Canada – Titulaires d'un permis d'études selon le pays de citoyenneté et l'année d'entrée en vigueur du "
    "permis, janvier 2015 - juillet 2024",
)
SOURCE = Label("Source: IRCC, July 31, 2024 (modelled)", "Source : IRCC, 31 juillet 2024 (modélisé)")

_LEVEL = 445_000
_YEARS = dict(zip(range(2015, 2025), (0.52, 0.62, 0.73, 0.83, 0.92, 0.6, 1.0, 1.24, 1.55, 1.3), strict=True))
_SEASON = (0.95, 0.6, 0.65, 1.0, 0.8, 0.8, 0.85, 2.4, 1.2, 0.55, 0.55, 1.4)
_ONCE_A_QUARTER, _ONCE_A_YEAR = 0.985, 0.965
"""How many persons there are for each one counted in the months of a quarter, and of a year."""


def editions() -> tuple[SampleEdition, ...]:
    """One edition, up to July 2024."""
    chance = seeded(DATASET)
    weights = {label(row): float(row["study"]) for row in rows("countries.csv")}
    whole = sum(weights.values())
    persons = {name: _persons(_LEVEL * weight / whole, chance) for name, weight in weights.items()}
    together = [sum(counts) for counts in zip(*persons.values(), strict=True)]
    files = tuple(_file({**persons, TOTAL: together}, language) for language in LANGUAGES)
    return (SampleEdition(DATASET, 1, files, MONTHS[-1], notes.MODELLED),)


def _persons(level: float, chance: Random) -> list[int]:
    return [drawn(level / 12 * _YEARS[m.year] * _SEASON[m.n - 1], chance) for m in MONTHS]


def _file(persons: dict[Label, list[int]], language: Language) -> SampleFile:
    crosstab = Crosstab(
        sheet="TR - SP CITZ",
        title=TITLE.in_language(language),
        header=HEADER.in_language(language),
        label_columns=1,
        lines=[Line(name.in_language(language), 0, _cells(counts)) for name, counts in persons.items()],
        notes=[notes.ROUNDED.in_language(language)],
        source=SOURCE.in_language(language),
    )
    data = write(crosstab, months(MONTHS, language), language=language, built=BUILT)
    return SampleFile(f"{language.upper()}_{STEM}", data)


def _cells(counts: list[int]) -> list[int]:
    """Printed cells of a row: the months, and after the last of a quarter or year its total."""
    cells: list[int] = []
    quarter: list[int] = []
    year: list[int] = []
    for period, count in zip(MONTHS, counts, strict=True):
        cells.append(printed(count))
        quarter.append(count)
        year.append(count)
        if period.n % 3 == 0 or period == MONTHS[-1]:
            cells.append(printed(_once(quarter, _ONCE_A_QUARTER)))
            quarter.clear()
        if period.n == 12 or period == MONTHS[-1]:
            cells.append(printed(_once(year, _ONCE_A_YEAR)))
            year.clear()
    return cells


def _once(counts: list[int], share: float) -> int:
    """Persons in a period of several months, who are counted once: never fewer than in its largest month."""
    return max(*counts, round(share * sum(counts))) if len(counts) > 1 else counts[0]
