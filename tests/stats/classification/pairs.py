"""Small pairs of editions in memory, of provinces and programs, for tests of classification."""

from collections.abc import Mapping, Sequence
from itertools import product

import polars as pl

from stats.classification.pair import HELD_SCHEMA, SERIES_SCHEMA, Pair, Side, align
from stats.codebook import TOTAL, Coverage, Dimension, Member, Role, spans_of
from stats.labels import Label
from stats.periods import Period, span, year
from stats.values import Status

PROVINCES = ("Ontario", "Quebec", "Alberta", "Manitoba")
PROGRAMS = ("Spouses", "Students", "Agreements", "Others", "Arts")
YEARS = tuple(span(year(2010), year(2019)))

Figures = Mapping[tuple[str, str, Period], int | None]
"""Numbers by province, program and period; None is suppressed, what is absent is not printed."""


def dimension(axis: int, slug: str, names: Sequence[str]) -> Dimension:
    """An axis whose members are numbered from 100 (the first) or 200 (the second), its total first."""
    first = 100 * (axis + 1)
    total = Member(first, TOTAL, Label("Total", "Total"), Role.TOTAL)
    members = tuple(Member(first + i, name.lower(), Label(name)) for i, name in enumerate(names, start=1))
    return Dimension(slug, Label(slug.capitalize()), axis, total, members)


DIMENSIONS = (dimension(0, "province", PROVINCES), dimension(1, "program", PROGRAMS))


def uniform(
    number: int = 1000, periods: Sequence[Period] = YEARS
) -> dict[tuple[str, str, Period], int | None]:
    """A table in which no two rows are alike."""
    return {
        (province, program, period): number + 200 * i + 35 * period.year % 300
        for i, (province, program) in enumerate(product(PROVINCES, PROGRAMS))
        for period in periods
    }


def pair(
    before: Figures, after: Figures, *, titles: tuple[str, str] = ("", ""), absent_is_zero: bool = False
) -> Pair:
    """The two tables as editions 1 and 2."""
    rows = sorted({key[:2] for key in (*before, *after)})
    ids = {row: i for i, row in enumerate(rows, start=1)}
    known = {key[:2] for key in before}
    members = [{m.label.en: m.id for m in d.members} for d in DIMENSIONS]
    series = pl.DataFrame(
        [
            (ids[row], members[0][row[0]], members[1][row[1]], 0, 0, True, 1 if row in known else 2)
            for row in rows
        ],
        schema=SERIES_SCHEMA,
        orient="row",
    )
    sides = [
        Side(
            number,
            Coverage(spans_of(key[2] for key in figures), frozenset({"MM"})),
            absent_is_zero,
            Label(title),
        )
        for number, figures, title in zip((1, 2), (before, after), titles, strict=True)
    ]
    return align(_held(before, after, ids), series, DIMENSIONS, *sides)


def _held(before: Figures, after: Figures, ids: Mapping[tuple[str, str], int]) -> pl.DataFrame:
    """What would be stored: no zeros, and one row where both editions say the same."""
    rows = []
    for key in sorted({*before, *after}):
        sides = [figures.get(key, 0) for figures in (before, after)]
        stored = [
            (ids[key[:2]], key[2].code, n, Status.SUPPRESSED if n is None else Status.NORMAL) for n in sides
        ]
        if sides[0] == sides[1]:
            rows.append((*stored[0], True, True))
        else:
            rows += [(*stored[0], True, False), (*stored[1], False, True)]
    return pl.DataFrame([row for row in rows if row[2] != 0], schema=HELD_SCHEMA, orient="row")
