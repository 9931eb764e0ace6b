"""The rows of a table as charts take them: their names, and whether one stands out."""

from __future__ import annotations

from articles.document.nodes import EmbedBlock
from articles.embeds.options import HIGHLIGHT, EmbedError
from articles.embeds.phrases import ALL
from articles.embeds.view import phrase
from stats.answers import TableAnswer, TableRow
from stats.labels import Language
from stats.periods import Period


def row_name(row: TableRow, answer: TableAnswer, language: Language) -> str:
    """The name of a row: its member's; that of a series is the innermost member that was chosen."""
    if row.member is not None:
        return str(phrase(row.member.label, language))
    where = answer.about.where
    return str(phrase(where[-1][1].label if where else ALL, language))


def is_highlighted(row: TableRow, block: EmbedBlock) -> bool:
    """Whether the embed makes this row stand out."""
    return row.member is not None and row.member.code == HIGHLIGHT.of(block.options)


def periods_across(answer: TableAnswer, *, kind: str) -> tuple[Period, ...]:
    """The periods of the columns; EmbedError where columns are no periods, or only one."""
    found = [column.period.answered for column in answer.columns if column.period is not None]
    if len(found) != len(answer.columns) or len(found) < 2:
        raise EmbedError(f"a {kind} runs over periods: choose a range of at least two")
    return tuple(found)


def comparable(one: Period, other: Period) -> bool:
    """Whether two periods are of one length: no part of a year is compared with a whole one."""
    return one.frequency is other.frequency and (not one.frequency.partial or one.n == other.n)
