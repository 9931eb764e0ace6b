"""One number a member: what bars and tiles are made of, and the table behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.document.nodes import EmbedBlock
from articles.embeds import phrases
from articles.embeds.comparing import Periods
from articles.embeds.describing import Named
from articles.embeds.options import EmbedError
from articles.embeds.ranking import ranking_view
from articles.embeds.table import periods_of, table_view
from articles.embeds.view import RankingView, TableView, phrase
from stats.answers import Answer, Figure, RankingAnswer, TableAnswer
from stats.codebook import Member
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class Entry:
    """A member with its figure; `distinguishable` from the next one, None where that is not asked."""

    member: Member | None
    name: str
    figure: Figure
    distinguishable: bool | None = None

    @property
    def code(self) -> str:
        return self.member.code if self.member else ""


@dataclass(frozen=True, slots=True)
class OneEach:
    """The entries in the order of the answer, their periods, and their table."""

    entries: tuple[Entry, ...]
    periods: Periods
    table: RankingView | TableView


def one_each(answer: Answer, block: EmbedBlock, language: Language, *, bounds: bool) -> OneEach:
    """What a ranking, or a table of one column, says of each member; EmbedError for anything else."""
    if isinstance(answer, RankingAnswer):
        entries = tuple(
            Entry(row.member, str(phrase(row.member.label, language)), row.figure, row.distinguishable)
            for row in answer.rows
        )
        table = ranking_view(answer, block, language, bounds=bounds, left_out=True)
        return OneEach(entries, (answer.period,), table)
    if isinstance(answer, TableAnswer) and len(answer.columns) == 1:
        entries = tuple(
            Entry(
                row.member,
                str(phrase(row.member.label if row.member else phrases.ALL, language)),
                row.figures[0],
            )
            for row in answer.rows
        )
        return OneEach(entries, periods_of(answer), table_view(answer, block, language))
    raise EmbedError(f"a {block.kind} shows one number for each member: choose one period")


def named(entries: Sequence[Entry]) -> list[Named]:
    """The entries as a description names them."""
    return [Named(entry.name, entry.figure) for entry in entries]
