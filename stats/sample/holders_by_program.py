"""Sample editions of imp-program-year-end and tfw-program-year-end: holders on 31 December.

Each is a pair of workbooks. The number of International Mobility Program holders at the end of 2021 is
IRCC's; every other number is modelled. Parents stand below their parts and are a little smaller than
their sum, because a person may hold several permits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from stats.codelists.provinces import NOT_STATED, OUTSIDE_CANADA, Province, provinces
from stats.labels import LANGUAGES, Label, Language
from stats.periods import month
from stats.sample import notes
from stats.sample.edition import SampleEdition, SampleFile
from stats.sample.printing import printed, seeded
from stats.sample.resources import facts, label, programs
from stats.sample.workbook import Crosstab, Line, write, years

YEARS = tuple(range(2000, 2025))
HEADER = Label("Province/territory and program", "Province/territoire et programme")
SOURCE = Label("Source: IRCC, December 31 2024 (modelled)", "Source : IRCC, 31 décembre 2024 (modélisé)")
BUILT = date(2025, 3, 3)
_SHEETS = {"imp": "TR - IMP Progam", "tfw": "TR - TFW Progam"}

# Modelled shares of holders in thousandths.
_PROVINCES = {
    "NL": 6, "PE": 6, "NS": 22, "NB": 12, "QC": 165, "ON": 445, "MB": 33, "SK": 19, "AB": 72, "BC": 178,
    "YT": 1.4, "NT": 0.6, "NU": 0.1, NOT_STATED: 39,
}  # fmt: skip
_SEVERAL_PERMITS = 0.996
"""How many persons there are for each holder counted in the parts of a total."""


@dataclass(frozen=True, slots=True)
class _Table:
    dataset: str
    key: str
    stem: str
    name: Label
    depth: int
    note: Label


_IMP = _Table(
    dataset="imp-program-year-end",
    key="imp",
    stem="ODP_annual-TR-work-IMP_PT_program_year_end.xlsx",
    name=Label("International Mobility Program (IMP)", "Programme de mobilité internationale (PMI)"),
    depth=3,
    note=notes.only(
        "the number of holders in Canada at the end of 2021",
        "le nombre de titulaires au Canada à la fin de 2021",
    ),
)
_TFW = _Table(
    dataset="tfw-program-year-end",
    key="tfw",
    stem="ODP_annual-TR-work-TFW_PT_program_year_end.xlsx",
    name=Label(
        "Temporary Foreign Worker Program (TFWP)", "Programme des travailleurs étrangers temporaires (PTET)"
    ),
    depth=2,
    note=notes.MODELLED,
)

Holders = list[float]
"""Persons on 31 December by year."""


def editions() -> tuple[SampleEdition, ...]:
    """One edition of each program, up to 2024."""
    return _edition(_IMP), _edition(_TFW)


def _edition(table: _Table) -> SampleEdition:
    rows = list(_rows(table, seeded(table.dataset)))
    sheets = tuple(_file(table, rows, language) for language in LANGUAGES)
    return SampleEdition(table.dataset, 1, sheets, month(YEARS[-1], 12), table.note)


def _file(table: _Table, rows: list[tuple[Label, int, Holders]], language: Language) -> SampleFile:
    name = table.name.in_language(language)
    titles = Label(
        f"Canada - {name} work permit holders on December 31st by province/territory of intended destination "
        f"and program, {YEARS[0]} - {YEARS[-1]}",
        f"Canada - Titulaires d'un permis de travail au titre du {name} au 31 décembre selon la province ou "
        f"le territoire de destination prévue et le programme, {YEARS[0]} - {YEARS[-1]}",
    )
    crosstab = Crosstab(
        sheet=_SHEETS[table.key],
        title=titles.in_language(language),
        header=HEADER.in_language(language),
        label_columns=1 + table.depth,
        lines=[
            Line(la.in_language(language), d, [printed(round(n)) for n in cells]) for la, d, cells in rows
        ],
        notes=[note.in_language(language) for note in (notes.ROUNDED, notes.SEVERAL_PERMITS)],
        source=SOURCE.in_language(language),
    )
    data = write(crosstab, years(YEARS), language=language, built=BUILT)
    return SampleFile(f"{language.upper()}_{table.stem}", data)


def _rows(table: _Table, chance: Random) -> Iterator[tuple[Label, int, Holders]]:
    """Label, column and holders of each row, in the order of the workbook."""
    tree = programs(table.key)
    canada = [1000.0 * total for total in tree["totals"]]
    if table.key == "imp":
        canada[YEARS.index(2021)] = facts(table.dataset)["canada"]
    rows = [row for province in provinces() for row in _province(province, canada, tree, chance)]
    fitting = [total / drawn for total, drawn in zip(canada, _together(rows, 0), strict=True)]
    for name, depth, cells in rows:
        yield name, depth, [n * factor for n, factor in zip(cells, fitting, strict=True)]
    yield Label("Total", "Total"), 0, canada


def _province(
    province: Province, canada: Holders, tree: Mapping[str, Any], chance: Random
) -> list[tuple[Label, int, Holders]]:
    """The rows of a province: those of its programs, then its own."""
    if province.code == OUTSIDE_CANADA:
        return []
    share = _PROVINCES[province.code] / 1000
    level = [n * share * (0.96 + 0.08 * chance.random()) for n in canada]
    if province.code == NOT_STATED:
        return [(province.label, 0, level)]
    parts = [row for program in tree["program"] for row in _program(program, 1, level, tree, chance)]
    return [*parts, (_total_of(province.label), 0, _together(parts, 1))]


def _program(
    program: Mapping[str, Any], depth: int, level: Holders, tree: Mapping[str, Any], chance: Random
) -> list[tuple[Label, int, Holders]]:
    """The rows of a program: those of its parts, then its own."""
    if "part" not in program:
        share = program["weight"] / _weight(tree["program"]) * (0.5 + chance.random())
        cells = [n * share * (0.8 + 0.4 * chance.random()) for n in level]
        return [(label(program), depth, cells)]
    rows = [row for part in program["part"] for row in _program(part, depth + 1, level, tree, chance)]
    return [*rows, (label(program), depth, _together(rows, depth + 1))]


def _together(rows: list[tuple[Label, int, Holders]], depth: int) -> Holders:
    """The persons of all rows at a depth, each counted once."""
    return [
        _SEVERAL_PERMITS * sum(n) for n in zip(*(cells for _, d, cells in rows if d == depth), strict=True)
    ]


def _weight(parts: list[Mapping[str, Any]]) -> float:
    return sum(_weight(part["part"]) if "part" in part else part["weight"] for part in parts)


def _total_of(name: Label) -> Label:
    return Label(f"{name.en} Total", f"{name.fr} - Total")
