"""Stacked bars: the parts of one whole by periods, or by the members of another dimension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.charts import Stack, StackedBars
from articles.document.nodes import EmbedBlock
from articles.embeds import chart_phrases as phrases
from articles.embeds import options
from articles.embeds.bars import bar_of
from articles.embeds.comparing import unit_text
from articles.embeds.describing import Named, described, extremes
from articles.embeds.embed import Embed
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError
from articles.embeds.ordering import ORDER, ordered
from articles.embeds.phrases import say
from articles.embeds.rows import is_highlighted, row_name
from articles.embeds.table import column_name, periods_of, table_view
from articles.embeds.view import ChartView
from articles.numbers import number
from stats.answers import Answer, Figure, Provenance, TableAnswer
from stats.labels import Label, Language
from stats.questions import Kind
from stats.values import Bounds, Status

MOST_STACKS, MOST_PARTS = 25, 5
"""Beyond this parts cannot be told apart by their shade; a table says it better."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What every bar is made of."""

    name: str
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class _Whole:
    """A bar to be: its name, and the figures of its parts."""

    name: str
    figures: tuple[Figure, ...]
    highlight: bool = False


class StackedEmbed(Embed):
    """A bar for each period, made of members; or for each member, made of those of a second dimension."""

    kind = "stacked"
    label = Label("Stacked bars", "Barres empilées")
    description = Label(
        "Parts of one whole, by periods or by the members of a second dimension.",
        "Les parts d’un ensemble, par période ou par membre d’une deuxième dimension.",
    )
    accepts = (Kind.TABLE,)
    options = (ORDER, HIGHLIGHT, SIZE)
    example = {
        "kind": "stacked",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "table",
            "where": {"province": ["ON", "BC", "QC"]},
            "over": "province",
            "period": {"from": "2019", "to": "2021"},
        },
        "title": "Permits in three provinces together, 2019 to 2021",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> ChartView:
        """The chart and its table as readers see them."""
        options.check(self.options, block.options)
        if not isinstance(answer, TableAnswer):
            raise EmbedError("stacked bars show the answer to a question of kind 'table'")
        parts, wholes = (
            _turned(answer, block, language) if answer.by is None else _upright(answer, block, language)
        )
        if not (0 < len(wholes) <= MOST_STACKS and 1 < len(parts) <= MOST_PARTS):
            raise EmbedError(
                f"stacked bars are 1 to {MOST_STACKS} of 2 to {MOST_PARTS} parts, "
                f"not {len(wholes)} of {len(parts)}: choose fewer members or periods"
            )
        _check_parts(answer, wholes, parts)
        if answer.by is not None:
            # Periods keep their order.
            wholes = ordered(
                wholes, ORDER.of(block.options), name=lambda whole: whole.name, number=_sum_of_printed
            )
        table = table_view(answer, block, language)
        head = described(table.head, _description(parts, wholes, answer.about, language), block)
        chart = StackedBars(
            title=str(head.title),
            description=head.description,
            stacks=tuple(_stack(whole, parts, answer.about, language) for whole in wholes),
            unit=str(unit_text(answer.about, periods_of(answer), language)),
            language=language,
        )
        return ChartView(head, chart, table, table.foot)


def _upright(
    answer: TableAnswer, block: EmbedBlock, language: Language
) -> tuple[list[_Part], tuple[_Whole, ...]]:
    """Parts are the columns, and each row is a whole."""
    wholes = (
        _Whole(row_name(row, answer, language), row.figures, is_highlighted(row, block))
        for row in answer.rows
    )
    highlight = HIGHLIGHT.of(block.options)
    parts = [
        _Part(
            str(column_name(column, answer.about, language)),
            column.member is not None and column.member.code == highlight,
        )
        for column in answer.columns
    ]
    return parts, tuple(wholes)


def _turned(
    answer: TableAnswer, block: EmbedBlock, language: Language
) -> tuple[list[_Part], tuple[_Whole, ...]]:
    """Parts are the rows, and each period is a whole."""
    parts = [_Part(row_name(row, answer, language), is_highlighted(row, block)) for row in answer.rows]
    wholes = (
        _Whole(
            str(column_name(column, answer.about, language)), tuple(row.figures[at] for row in answer.rows)
        )
        for at, column in enumerate(answer.columns)
    )
    return parts, tuple(wholes)


def _check_parts(answer: TableAnswer, wholes: Sequence[_Whole], parts: Sequence[_Part]) -> None:
    """Refuse to stack what may not be added up, and wholes of which a part is not known."""
    if not (answer.rows_add if answer.by is None else answer.columns_add):
        raise EmbedError(
            "these figures are no parts of one whole: stacked are plain counts of members that the dataset "
            "lets be added up, and of which none is part of another; grouped bars show them side by side"
        )
    for whole in wholes:
        for part, figure in zip(parts, whole.figures, strict=True):
            if figure.value.status not in (Status.NORMAL, Status.SUPPRESSED):
                raise EmbedError(
                    f"{part.name!r} is not available for {whole.name!r}, "
                    "whose bar would be too short: leave it out"
                )


def _stack(whole: _Whole, parts: Sequence[_Part], about: Provenance, language: Language) -> Stack:
    limits = _bounds_of_sum(whole.figures)
    return Stack(
        whole.name,
        tuple(
            bar_of(part.name, figure, about, language, bounds=False, highlight=part.highlight)
            for part, figure in zip(parts, whole.figures, strict=True)
        ),
        low=limits.low if limits else None,
        high=limits.high if limits else None,
        highlight=whole.highlight,
    )


def _bounds_of_sum(figures: Sequence[Figure]) -> Bounds | None:
    """Between what the parts together surely lie: hard bounds of several figures hold at the same time."""
    hard = [figure.value.hard for figure in figures if figure.value.hard is not None]
    if len(hard) < len(figures):
        return None
    return Bounds(sum(limits.low for limits in hard), sum(limits.high for limits in hard))


def _sum_of_printed(whole: _Whole) -> float:
    return sum(figure.value.number or 0 for figure in whole.figures)


def _description(
    parts: Sequence[_Part], wholes: Sequence[_Whole], about: Provenance, language: Language
) -> str:
    named = [
        Named(f"{whole.name}, {part.name}", figure)
        for whole in wholes
        for part, figure in zip(parts, whole.figures, strict=True)
    ]
    opening = say(
        phrases.STACKED,
        language,
        count=number(len(wholes), language),
        names=", ".join(whole.name for whole in wholes),
        parts=", ".join(part.name for part in parts),
    )
    return " ".join((opening, *extremes(named, about, language), say(phrases.BEHIND, language)))
