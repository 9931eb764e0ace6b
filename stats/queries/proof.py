"""The cells that a figure is made of, and what each of them said in earlier editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stats.codebook import AXIS_FIELDS, Codebook, Coverage, Dimension, Member
from stats.models import Cell, Edition
from stats.periods import Period
from stats.plan import Plan, plan
from stats.queries.codebooks import codebook
from stats.queries.tallies import cells_of
from stats.questions import Kind, Measure, Question, QuestionError
from stats.values import Status

MOST_CELLS = 200
"""How many cells of a sum are named one by one."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a cell said from one edition until another, both included."""

    number: int | None
    status: Status
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ProvedCell:
    """One published cell: its members by axis, its period, what it says, and what it said before."""

    members: tuple[Member, ...]
    period: Period
    number: int | None
    status: Status
    history: tuple[Printed, ...]
    """Newest first, beginning with what it says in the edition asked."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(member.code for member in self.members)

    @property
    def earlier(self) -> tuple[Printed, ...]:
        """What it said before it was revised."""
        return self.history[1:]


@dataclass(frozen=True, slots=True)
class Proof:
    """The cells behind a figure. `count` says how many there are, of which `cells` may be only the first."""

    codebook: Codebook
    summed: bool
    cells: tuple[ProvedCell, ...]
    count: int


def proof(question: Question, *, most: int = MOST_CELLS) -> Proof:
    """The cells of one plain figure; QuestionError where there is none. Zeros in a sum are not listed."""
    if question.kind is not Kind.FIGURE or question.measure is not Measure.VALUE:
        raise QuestionError("kind", "only a plain figure is made of cells", accepted=["figure"])
    book = codebook(question.dataset, question.as_of)
    planned = plan(question, book)
    (period,) = planned.periods
    summed = planned.summed or period.summed
    if not planned.knows():
        return Proof(book, summed, (), 0)
    rows = cells_of(planned).order_by("period", *AXIS_FIELDS)
    if not summed:
        return Proof(book, summed, (_only_cell(planned, rows.first()),), 1)
    listed = list(rows[:most])
    count = len(listed) if len(listed) < most else rows.count()
    return Proof(book, summed, _proved(listed, book), count)


def _only_cell(planned: Plan, row: Cell | None) -> ProvedCell:
    """The cell of a figure that is one cell; a cell that is not stored is a zero."""
    if row is not None:
        return _proved([row], planned.codebook)[0]
    period = planned.periods[0].parts[0]
    told = _History(planned.codebook)
    return ProvedCell(planned.fixed, period, 0, Status.NORMAL, told.of(planned.fixed, period, ()))


def _proved(rows: Sequence[Cell], book: Codebook) -> tuple[ProvedCell, ...]:
    told = _History(book)
    past = _past(rows, book)
    found = []
    for row in rows:
        members = tuple(_member(d, row) for d in book.dimensions)
        period = Period.from_code(row.period)
        history = told.of(members, period, past.get((row.series_id, row.period), ()))
        found.append(ProvedCell(members, period, row.value, Status(row.status), history))
    return tuple(found)


def _member(dimension: Dimension, row: Cell) -> Member:
    return dimension.by_id[getattr(row, AXIS_FIELDS[dimension.axis])]


def _past(rows: Sequence[Cell], book: Codebook) -> dict[tuple[int, int], list[Cell]]:
    """The stored history of cells, by series and period, as far as the edition asked knows it."""
    found: dict[tuple[int, int], list[Cell]] = {(row.series_id, row.period): [] for row in rows}
    stored = Cell.objects.filter(
        series_id__in={row.series_id for row in rows},
        period__in={row.period for row in rows},
        since__lte=book.edition.number,
    )
    for cell in stored:
        if (key := (cell.series_id, cell.period)) in found:
            found[key].append(cell)
    return found


class _History:
    """Tells what cells said in each public edition, up to the one asked."""

    def __init__(self, book: Codebook) -> None:
        number = book.edition.number
        rows = Edition.objects.seen().filter(dataset_id=book.dataset_id, number__lte=number)
        known = {
            row_number: Coverage.from_json(coverage)
            for row_number, coverage in rows.values_list("number", "coverage")
        }
        self._editions = sorted(({number: book.coverage} | known).items(), reverse=True)
        self._dimensions = book.dimensions

    def of(self, members: Sequence[Member], period: Period, stored: Iterable[Cell]) -> tuple[Printed, ...]:
        """What a cell said, newest first; editions in which it was not printed are passed over."""
        rows = list(stored)
        pattern = "".join(map(_letter, self._dimensions, members))
        found: list[Printed] = []
        for number, coverage in self._editions:
            row = next((r for r in rows if r.since <= number < r.until), None)
            if row is None and not (coverage.covers(period) and pattern in coverage.patterns):
                continue
            said = (0, Status.NORMAL) if row is None else (row.value, Status(row.status))
            if found and (found[-1].number, found[-1].status) == said:
                found[-1] = Printed(*said, first=number, last=found[-1].last)
            else:
                found.append(Printed(*said, first=number, last=number))
        return tuple(found)


def _letter(dimension: Dimension, member: Member) -> str:
    """The letter of a member in the patterns of a coverage."""
    return "T" if member.role == "total" else "G" if dimension.is_group(member) else "M"
