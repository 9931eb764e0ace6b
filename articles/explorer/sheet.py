"""An answer as one flat table: a line for each figure, with its status and both bounds as columns.

Column names are the same in both languages, so that a script reads either; labels come in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stats.answers import (
    Answer,
    AnsweredPeriod,
    Figure,
    FigureAnswer,
    RankingAnswer,
    StatementAnswer,
    TableAnswer,
)
from stats.codebook import Member

Value = str | int | float | bool | None

FIGURE_COLUMNS = (
    "value",
    "status",
    "low",
    "high",
    "sure_low",
    "sure_high",
    "made",
    "parts",
    "suppressed_parts",
)
"""What is said of every figure: hard bounds as `low` and `high`, and how it was made."""
LAST_COLUMNS = ("remarks", "rows_in_all", "columns_in_all")
"""What is said of rows and columns, where there is something to say."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and its lines."""

    columns: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]


def sheet(answer: Answer) -> Sheet:
    """The flat table of an answer."""
    lines = list(_lines(answer))
    columns: dict[str, None] = {}
    for line in lines:
        columns |= dict.fromkeys(line)
    last = tuple(name for name in LAST_COLUMNS if name in columns)
    named = (*(n for n in columns if n not in (*FIGURE_COLUMNS, *last)), *FIGURE_COLUMNS, *last)
    return Sheet(named, tuple(tuple(line.get(name) for name in named) for line in lines))


def _lines(answer: Answer) -> Iterator[dict[str, Value]]:
    question = answer.about.question
    chosen = _chosen(answer) | _extent(answer)
    if isinstance(answer, StatementAnswer):
        for column, figure in zip(answer.columns, answer.figures, strict=True):
            yield chosen | (_period(column.period) if column.period else {}) | _figure(figure)
    elif isinstance(answer, FigureAnswer):
        yield chosen | _period(answer.period) | _figure(answer.figure)
    elif isinstance(answer, RankingAnswer):
        over = question.over or ""
        for row in answer.rows:
            place: dict[str, Value] = {
                "rank": row.rank,
                "tied": row.tied,
                "distinguishable": row.distinguishable,
            }
            yield chosen | _member(over, row.member) | _period(answer.period) | place | _figure(row.figure)
        for left in answer.left_out:
            yield chosen | _member(over, left.member) | _period(answer.period) | _figure(left.figure)
    else:
        yield from (chosen | line for line in _table_lines(answer))


def _table_lines(answer: TableAnswer) -> Iterator[dict[str, Value]]:
    question = answer.about.question
    for row, line in enumerate(answer.rows):
        for at, (column, figure) in enumerate(zip(answer.columns, line.figures, strict=True)):
            members = _member(question.over or "", line.member) | _member(question.by or "", column.member)
            period = column.period or answer.period
            yield members | (_period(period) if period else {}) | _figure(figure) | _remarks(answer, row, at)


def _remarks(answer: TableAnswer, row: int, column: int) -> dict[str, Value]:
    """The kinds of remarks on the row and the column of a figure; no column where there are none at all."""
    if not answer.remarks:
        return {}
    kinds = [r.kind.value for r in answer.remarks if row in r.rows or column in r.columns]
    return {"remarks": "; ".join(dict.fromkeys(kinds)) or None}


def _extent(answer: Answer) -> dict[str, Value]:
    """How many rows and columns there are in all, where the file has fewer."""
    found: dict[str, Value] = {}
    if isinstance(answer, RankingAnswer) and len(answer.rows) < answer.count:
        found["rows_in_all"] = answer.count
    if isinstance(answer, TableAnswer) and answer.cropped:
        found["rows_in_all"] = answer.row_count
    if isinstance(answer, TableAnswer) and len(answer.columns) < answer.column_count:
        found["columns_in_all"] = answer.column_count
    return found


def _chosen(answer: Answer) -> dict[str, Value]:
    """The members that hold for all lines, several of one dimension together."""
    found: dict[str, Value] = {}
    for label, member in answer.about.where:
        name = label.en.lower() or label.fr.lower()
        for key, value in (("", member.code), ("_en", member.label.en), ("_fr", member.label.fr)):
            before = found.get(f"{name}{key}")
            found[f"{name}{key}"] = f"{before}; {value}" if before else value
    return found


def _member(dimension: str, member: Member | None) -> dict[str, Value]:
    if member is None:
        return {}
    return {
        dimension: member.code,
        f"{dimension}_en": member.label.en,
        f"{dimension}_fr": member.label.fr,
    }


def _period(period: AnsweredPeriod) -> dict[str, Value]:
    return {"period": str(period.answered)}


def _figure(figure: Figure) -> dict[str, Value]:
    said = figure.as_json()
    sure = said["sure"] or {}
    return {
        "value": said["value"],
        "status": said["status"],
        "low": said["low"],
        "high": said["high"],
        "sure_low": sure.get("low"),
        "sure_high": sure.get("high"),
        "made": said["made"],
        "parts": said["parts"],
        "suppressed_parts": said["suppressed"],
    }
