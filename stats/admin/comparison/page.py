"""What the comparison page shows, in words: totals, movers with their charts, the heat map, changed cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stats.admin.comparison.filters import WHAT, path
from stats.classification import sparkline
from stats.classification.pair import Pair
from stats.classification.summary import Heat, Mover, Total
from stats.importexport import wording
from stats.importexport.said import percent
from stats.models.dataset import ChangeKindChoices
from stats.periods import Frequency, Period
from stats.values import Status

STEPS = (0.0, 0.02, 0.1, 0.3, 0.6)
"""From which part of its cells on a period has the next shade; the last is where restatements begin."""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A line of the table of totals."""

    what: str
    stated: bool
    before: str
    after: str
    delta: str
    percent: str


@dataclass(frozen=True, slots=True)
class MoverRow:
    """A series among the largest movers, with the paths of its two vintages."""

    names: tuple[str, ...]
    before: str
    after: str
    moved: str
    percent: str
    cells: str
    old_path: str
    new_path: str


@dataclass(frozen=True, slots=True)
class Square:
    """A period on the heat map: its shade from 0 to 4, and the part of its cells that changed."""

    shade: int
    percent: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Years by months, or decades by years: headings, and a line of squares for each."""

    headings: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Square | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """The same as text: one period with its counts and sums."""

    period: str
    changed: str
    of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CellRow:
    """A changed cell."""

    names: tuple[str, ...]
    period: str
    before: str
    after: str
    delta: str
    what: str
    kind: str


def signed(number: int | None) -> str:
    """A movement with its sign."""
    if number is None:
        return "–"
    return ("+" if number > 0 else "−" if number < 0 else "") + wording.number(abs(number))


def headers(pair: Pair) -> tuple[str, ...]:
    """The names of the dimensions."""
    language = get_language() or "en"
    return tuple(dimension.label.in_language(language) for dimension in pair.dimensions)


def total_rows(totals: Iterable[Total]) -> list[TotalRow]:
    """Totals in words."""
    return [
        TotalRow(
            wording.period(total.period) if total.period else _("All periods of both, added up"),
            total.stated,
            wording.number(total.before),
            wording.number(total.after),
            signed(total.delta),
            percent(total.part),
        )
        for total in totals
    ]


def mover_rows(pair: Pair, movers: Iterable[Mover]) -> list[MoverRow]:
    """Movers in words, with paths on a common scale."""
    return [_mover_row(pair, mover) for mover in movers]


def _mover_row(pair: Pair, mover: Mover) -> MoverRow:
    most = max((number or 0 for vintage in mover.vintages for number in vintage), default=0)
    old, new = (sparkline.path(vintage, most=most) for vintage in mover.vintages)
    return MoverRow(
        names(pair, mover.members),
        wording.number(mover.before),
        wording.number(mover.after),
        wording.number(mover.moved),
        percent(mover.part),
        wording.number(mover.cells),
        old,
        new,
    )


def names(pair: Pair, members: Sequence[int]) -> tuple[str, ...]:
    """The members of a series in words."""
    return tuple(path(d, d.by_id[m]) for d, m in zip(pair.dimensions, members, strict=True))


def heat_map(heat: Sequence[Heat]) -> HeatMap:
    """The squares, newest line first."""
    if not heat:
        return HeatMap((), ())
    monthly = heat[0].period.frequency is Frequency.MONTH
    by_place = {_place(one.period): one for one in heat}
    columns = range(1, 13) if monthly else range(10)
    lines = sorted({line for line, _column in by_place}, reverse=True)
    headings = [wording.month_name(n) for n in columns] if monthly else [f"…{n}" for n in columns]
    return HeatMap(
        tuple(headings),
        tuple(
            (str(line) if monthly else f"{line}…", tuple(_square(by_place.get((line, c))) for c in columns))
            for line in lines
        ),
    )


def _place(period: Period) -> tuple[int, int]:
    if period.frequency is Frequency.MONTH:
        return period.year, period.n
    return period.year // 10, period.year % 10


def _square(heat: Heat | None) -> Square | None:
    if heat is None:
        return None
    shade = sum(heat.part > step for step in STEPS[:1]) + sum(heat.part >= step for step in STEPS[2:])
    return Square(shade, percent(heat.part))


def period_rows(heat: Sequence[Heat]) -> list[PeriodRow]:
    """The periods that changed, newest first."""
    return [
        PeriodRow(
            wording.period(one.period),
            wording.number(one.changed),
            wording.number(one.of),
            wording.number(one.before),
            wording.number(one.after),
        )
        for one in reversed(heat)
        if one.changed
    ]


def cell_rows(pair: Pair, cells: pl.DataFrame) -> list[CellRow]:
    """Changed cells in words."""
    return [
        CellRow(
            names(pair, [row[axis] for axis in pair.axes]),
            wording.period(Period.from_code(row["period"])),
            _value(row["old"], row["old_status"]),
            _value(row["value"], row["status"]),
            signed(row["delta"]),
            str(WHAT[row["what"]]),
            str(ChangeKindChoices(row["kind"]).label),
        )
        for row in cells.iter_rows(named=True)
    ]


def _value(number: int | None, status: int | None) -> str:
    return "–" if status is None else wording.value(number, Status(status))
