"""How much first figures move: a small table, and bars of the share that changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.charts import Bar, BarChart
from articles.ledger.words import signed
from articles.numbers import number, percent
from stats.first_figures import FirstFigures, Later
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class Row:
    """First figures some editions later, in words."""

    editions: str
    cells: str
    changed: str
    share: str
    median: str
    largest: str
    total: str
    """By how much the sum of all of them moved."""


@dataclass(frozen=True, slots=True)
class MovementView:
    """What the template gets. `chart` is None where there are too few rows for one."""

    revised: str
    rows: tuple[Row, ...]
    chart: BarChart | None


def movement_view(found: FirstFigures, language: Language) -> MovementView:
    """The summary of a dataset."""
    chart = None
    if len(found.later) > 1:
        chart = BarChart(
            title=_("Share of first figures that changed"),
            description=_("By how many editions later they were printed again."),
            bars=tuple(_bar(later, language) for later in found.later),
            unit="%",
            language=language,
        )
    return MovementView(
        revised=_revised(found, language),
        rows=tuple(_row(later, language) for later in found.later),
        chart=chart,
    )


def _revised(found: FirstFigures, language: Language) -> str:
    if not found.cells:
        return ""
    said = ngettext(
        "%(revised)s of %(cells)s cell above zero was ever revised (%(share)s).",
        "%(revised)s of %(cells)s cells above zero were ever revised (%(share)s).",
        found.cells,
    )
    return said % {
        "revised": number(found.revised, language),
        "cells": number(found.cells, language),
        "share": percent(found.revised / found.cells, language),
    }


def _steps(editions: int, language: Language) -> str:
    said = ngettext("%(count)s edition later", "%(count)s editions later", editions)
    return said % {"count": number(editions, language)}


def _share(later: Later) -> float:
    return later.changed / later.cells


def _bar(later: Later, language: Language) -> Bar:
    share = percent(_share(later), language)
    return Bar(label=_steps(later.editions, language), number=_share(later) * 100, text=share)


def _row(later: Later, language: Language) -> Row:
    moved = later.then - later.first
    total = f"{signed(moved, language)}"
    if later.first:
        total += f" ({percent(moved / later.first, language)})"
    return Row(
        editions=_steps(later.editions, language),
        cells=number(later.cells, language),
        changed=number(later.changed, language),
        share=percent(_share(later), language),
        median=_median(later.median, language),
        largest="–" if later.largest is None else number(later.largest, language),
        total=total,
    )


def _median(median: float | None, language: Language) -> str:
    if median is None:
        return "–"
    return number(median, language, 0 if median == round(median) else 1)
