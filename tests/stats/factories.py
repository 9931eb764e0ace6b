"""Small editions for tests of importing and asking: drawn as files, and taken the whole way of the recipe."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from stats.ingest import recipe
from stats.ingest.decide import accept as accept_edition
from stats.ingest.mapping import Answer, decide
from stats.ingest.outcome import Outcome, Status
from stats.ingest.register import dataset_named
from stats.ingest.sources import keep
from stats.models import Cell, Dataset, Dimension, Edition, Mapped, Member, Series
from stats.periods import Period, month, span
from stats.sample import workbook
from stats.sample.printing import HIDDEN
from tests.stats.readers.drawn import odp, odp_line

EVENTS, PERSONS = "imp-citizenship", "study-citizenship"
"""Datasets by country of citizenship: months of the first may be added, months of the second not."""
COUNTRIES = (("India", "Inde"), ("France", "France"), ("Brazil", "Brésil"), ("Chad", "Tchad"))

ROUTINE = ["new_periods", "revision", "rows_come", "suppression"]
"""A rule that lets an edition through which only adds and revises."""

Figures = Mapping[tuple[str, Period], int | None]
"""Numbers by country (English) and month; None is suppressed, what is absent is zero."""


def odp_bytes(figures: Figures, *, countries: Sequence[tuple[str, str]] = COUNTRIES) -> bytes:
    """An ODP text with these figures."""
    french = dict(countries)
    return odp(
        [
            odp_line(at.year, at.n, en, french[en], "--" if number is None else str(number))
            for (en, at), number in sorted(figures.items(), key=str)
            if number != 0
        ]
    )


def workbook_bytes(
    figures: Figures,
    *,
    language: str = "en",
    countries: Sequence[tuple[str, str]] = COUNTRIES,
    totals: Mapping[Period, int] | None = None,
    source: str = "",
) -> bytes:
    """A crosstab with these figures and with stated totals of rows, quarters and years (by default sums)."""
    months = tuple(span(min(p for _, p in figures), max(p for _, p in figures)))
    header = workbook.months(months, "fr" if language == "fr" else "en")
    names = [(en, fr if language == "fr" else en) for en, fr in countries]
    shown = {en: [_shown(figures.get((en, at), 0)) for at in months] for en, _ in names}
    whole = [sum(max(cell, 0) for cell in column) for column in zip(*shown.values(), strict=True)]
    if totals:
        whole = [totals.get(at, number) for at, number in zip(months, whole, strict=True)]
    lines = [workbook.Line(name, 0, _with_totals(shown[en], months)) for en, name in names]
    lines.append(workbook.Line("Total", 0, _with_totals(whole, months)))
    words = {"en": ("Country of Citizenship", "Source: IRCC, March 31, 2025"),
             "fr": ("Pays de citoyenneté", "Source : IRCC, 31 mars 2025")}[language]  # fmt: skip
    table = workbook.Crosstab(
        sheet="Citizenship",
        title="Canada - Permits by Country of Citizenship"
        if language == "en"
        else "Canada - Permis selon le pays",
        header=words[0],
        label_columns=1,
        lines=lines,
        notes=(),
        source=source or words[1],
    )
    return workbook.write(table, header, language="fr" if language == "fr" else "en", built=date(2025, 4, 1))


def _shown(number: int | None) -> int:
    return HIDDEN if number is None else number


def _with_totals(cells: Sequence[int], months: Sequence[Period]) -> list[int]:
    """Monthly cells with the totals of quarters and years in their places."""
    found: list[int] = []
    quarter = year = 0
    for i, (cell, at) in enumerate(zip(cells, months, strict=True)):
        last = i + 1 == len(months)
        found.append(cell)
        quarter, year = quarter + max(cell, 0), year + max(cell, 0)
        if last or at.n % 3 == 0:
            found.append(quarter)
            quarter = 0
        if last or at.n == 12:
            found.append(year)
            year = 0
    return found


def imported(slug: str, *files: tuple[str, bytes], accept: bool = True) -> Outcome:
    """What comes of importing one file, or a pair. To be accepted, all unmatched labels are called new."""
    kept = [keep(name=name, data=data) for name, data in files]
    outcome = recipe.run(kept, dataset=dataset_named(slug), accept_at_once=accept)
    if accept and outcome.status is Status.WAITING:
        edition = Edition.objects.get(dataset__slug=slug, number=outcome.edition)
        decide(edition, [Answer(one, Mapped.NEW) for one in edition.unmatched.undecided()])
        accept_edition(edition)
        outcome = replace(outcome, status=Status.IN_FORCE)
    return outcome


def import_odp(figures: Figures, *, slug: str = EVENTS, accept: bool = True, **drawing: Any) -> Outcome:
    """What comes of importing an ODP text with these figures."""
    return imported(slug, ("figures.csv", odp_bytes(figures, **drawing)), accept=accept)


def import_workbook(figures: Figures, *, slug: str = EVENTS, accept: bool = True, **drawing: Any) -> Outcome:
    """What comes of importing a workbook with these figures."""
    name = f"{drawing.get('language', 'en').upper()}_figures.xlsx"
    return imported(slug, (name, workbook_bytes(figures, **drawing)), accept=accept)


def figures_of(numbers: Mapping[str, Sequence[int | None]], *, first: Period | None = None) -> Figures:
    """Figures from rows of months: `{"India": [5, None, 0]}`, from January 2024 unless said otherwise."""
    begin = first or month(2024, 1)
    return {(en, begin.shifted(i)): n for en, row in numbers.items() for i, n in enumerate(row)}


def rows_of(slug: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every stored row of figures and names of a dataset, for comparison before and after."""
    return {
        "cells": sorted(Cell.objects.filter(dataset__slug=slug).values_list(), key=str),
        "series": sorted(Series.objects.filter(dataset__slug=slug).values_list(), key=str),
        "members": sorted(Member.objects.filter(dimension__dataset__slug=slug).values_list(), key=str),
        "dimensions": sorted(Dimension.objects.filter(dataset__slug=slug).values_list(), key=str),
        "datasets": list(Dataset.objects.filter(slug=slug).values_list()),
    }


def meaning_of(slug: str) -> dict[str, Any]:
    """The same without the keys of rows: what two ways of importing must both lead to."""
    members = {m.pk: (m.dimension.slug, m.code) for m in Member.objects.filter(dimension__dataset__slug=slug)}
    fields = ("a1", "a2", "a3", "a4")

    def named(row: Any) -> tuple[Any, ...]:
        return tuple(members.get(getattr(row, field)) for field in fields)

    return {
        "cells": sorted(
            ((*named(c), c.leaf, c.period, c.value, c.status, c.since, c.until)
             for c in Cell.objects.filter(dataset__slug=slug)), key=str
        ),
        "series": sorted(
            ((*named(s), s.leaf, s.since) for s in Series.objects.filter(dataset__slug=slug)), key=str
        ),
        "members": sorted(
            Member.objects.filter(dimension__dataset__slug=slug).values_list(
                "dimension__slug", "code", "label_en", "label_fr", "parent__code", "role", "since"
            ),
            key=str,
        ),
    }  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is gone afterwards: one example of a law does not see another's rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
