"""The result of the table tool: the answer shown as in articles, each figure leading to its proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.document.nodes import Binding, EmbedBlock
from articles.embeds.options import EmbedError
from articles.embeds.registry import embed_of
from articles.embeds.sentence import figure_view
from articles.embeds.statement import statement_view
from articles.embeds.table import table_view
from articles.embeds.view import Cell, ChartView, FigureView, Phrase, RankingView, TableView, View, phrase
from articles.embeds.wordings import NUMBER
from articles.explorer.asking import figure_question
from articles.explorer.choosing import Show
from articles.explorer.places import proof_path
from articles.numbers import number
from stats.answers import Answer, Column, FigureAnswer, RankingAnswer, StatementAnswer, TableAnswer, TableRow
from stats.codebook import Member
from stats.labels import Language

MOST_ROWS = 500
"""How many rows a page shows; downloads have them all."""
MOST_CELLS = 5_000
"""How many figures a page shows."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as a sentence of its own, and what the printed figures alone would say."""

    text: str
    explanation: str
    note: str


@dataclass(frozen=True, slots=True)
class Result:
    """What is shown: an embed, or a single figure; and a warning where rows had to be left away."""

    view: View | FigureView
    warning: str = ""
    proof: str = ""
    """Where the proof of a single figure is."""
    source: Phrase | None = None
    """Who published a single figure; embeds say it themselves."""
    source_url: str = ""
    modelled: Phrase | None = None
    statement: StatementView | None = None
    """What is said of the series below it."""

    @property
    def embed(self) -> View | None:
        return None if isinstance(self.view, FigureView) else self.view

    @property
    def figure(self) -> FigureView | None:
        return self.view if isinstance(self.view, FigureView) else None


def result(answer: Answer, show: Show, language: Language) -> Result:
    """The answer as readers see it; EmbedError where it cannot be shown so."""
    question = answer.about.question
    if isinstance(answer, FigureAnswer):
        return _figure(answer, language)
    if isinstance(answer, StatementAnswer):
        return _statement(answer, language)
    cropped, left = _cropped(answer)
    block = EmbedBlock(kind=show.value, question=question, options=_options(show))
    embed = embed_of(show.value)
    embed.check(block)
    return Result(_linked(embed.view(cropped, block, language), cropped), _warning(left, cropped, language))


def _figure(answer: FigureAnswer, language: Language) -> Result:
    about = answer.about
    proof = figure_question(about.question, period=str(answer.period.asked))
    modelled = about.edition.modelled
    return Result(
        figure_view(answer, Binding(about.question, NUMBER), language),
        proof=proof_path(proof),
        source=phrase(about.source.publisher, language),
        source_url=about.source.url,
        modelled=phrase(modelled, language) if modelled.in_language(language) else None,
    )


def _statement(answer: StatementAnswer, language: Language) -> Result:
    """What is said of a series, over the series itself."""
    if len(answer.columns) < 2:
        raise EmbedError("a statement is about a series: choose two periods or more")
    said = statement_view(answer, language)
    series = series_of(answer)
    view = table_view(series, EmbedBlock(kind=Show.TABLE.value, question=answer.about.question), language)
    text = f"{said.text[:1].upper()}{said.text[1:]}."
    return Result(_linked(view, series), statement=StatementView(text, said.explanation, said.note))


def series_of(answer: StatementAnswer) -> TableAnswer:
    """The series that a statement is about."""
    rows = (TableRow(None, answer.figures),)
    return TableAnswer(answer.about, answer.columns, rows, row_count=1, column_count=len(answer.columns))


def _options(show: Show) -> dict[str, bool]:
    return {"bounds": True} if show in (Show.RANKING, Show.BAR) else {}


def _cropped(answer: RankingAnswer | TableAnswer) -> tuple[RankingAnswer | TableAnswer, int]:
    """The answer with no more rows than a page can bear, and how many were left away."""
    columns = len(answer.columns) if isinstance(answer, TableAnswer) else 1
    most = max(1, min(MOST_ROWS, MOST_CELLS // max(columns, 1)))
    left = len(answer.rows) - most
    if left <= 0:
        return answer, 0
    if isinstance(answer, RankingAnswer):
        return replace(answer, rows=answer.rows[:most]), left
    return answer.first_rows(most), left


def _warning(left: int, answer: RankingAnswer | TableAnswer, language: Language) -> str:
    """What the page leaves away, and how much of it the files have."""
    if not left:
        return ""
    shown = len(answer.rows)
    said = _(
        "This page shows the first %(shown)s rows and leaves away %(left)s. The files below have them all."
    )
    if isinstance(answer, TableAnswer) and answer.cropped > left:
        said = _(
            "This page shows the first %(shown)s of %(count)s rows. The files below have the first %(held)s."
        )
    count = answer.row_count if isinstance(answer, TableAnswer) else answer.count
    figures = {"shown": shown, "left": left, "count": count, "held": shown + left}
    return said % {name: number(x, language) for name, x in figures.items()}


def _linked(view: View, answer: RankingAnswer | TableAnswer) -> View:
    """The view with each figure leading to its proof."""
    if isinstance(view, ChartView):
        table = _linked(view.table, answer)
        return replace(view, table=table) if isinstance(table, RankingView | TableView) else view
    if isinstance(view, RankingView) and isinstance(answer, RankingAnswer):
        return _linked_ranking(view, answer)
    if isinstance(view, TableView) and isinstance(answer, TableAnswer):
        return _linked_table(view, answer)
    return view


def _linked_ranking(view: RankingView, answer: RankingAnswer) -> RankingView:
    def linked(cell: Cell, member: Member) -> Cell:
        period = str(answer.period.asked)
        return replace(
            cell, href=proof_path(figure_question(answer.about.question, row=member, period=period))
        )

    rows = zip(view.rows, answer.rows, strict=True)
    left_out = zip(view.left_out, answer.left_out, strict=False)
    return replace(
        view,
        rows=tuple(replace(shown, cell=linked(shown.cell, row.member)) for shown, row in rows),
        left_out=tuple((name, linked(cell, row.member)) for (name, cell), row in left_out),
    )


def _linked_table(view: TableView, answer: TableAnswer) -> TableView:
    hrefs = [[_href(answer, row.member, column) for column in answer.columns] for row in answer.rows]
    if answer.rows and answer.rows[0].member is None:
        # A series stands upside down: one row for each of its columns.
        hrefs = [list(column) for column in zip(*hrefs, strict=True)]
    rows = zip(view.rows, hrefs, strict=True)
    return replace(view, rows=tuple(replace(row, cells=_cells(row.cells, found)) for row, found in rows))


def _cells(cells: Iterable[Cell], hrefs: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(replace(cell, href=href) for cell, href in zip(cells, hrefs, strict=True))


def _href(answer: TableAnswer, row: Member | None, column: Column) -> str:
    period = column.period or answer.period
    asked = str(period.asked) if period else ""
    question = figure_question(answer.about.question, row=row, column=column.member, period=asked)
    return proof_path(question)
