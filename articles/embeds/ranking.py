"""A ranking: members in the order of their figures, ties and open places marked, what was left out named."""

from __future__ import annotations

from collections.abc import Sequence

from articles.document.nodes import EmbedBlock
from articles.embeds import options, phrases
from articles.embeds.cell import cell
from articles.embeds.comparing import unit_text
from articles.embeds.coverage import coverage_text
from articles.embeds.describing import described, ranking_description
from articles.embeds.embed import Embed
from articles.embeds.foot import foot
from articles.embeds.head import head
from articles.embeds.movement import move, move_heading
from articles.embeds.options import HIGHLIGHT, SIZE, EmbedError, Switch
from articles.embeds.phrases import say
from articles.embeds.view import RankingView, RankRow, phrase
from articles.numbers import number
from stats.answers import Answer, RankedRow, RankingAnswer
from stats.labels import Label, Language
from stats.questions import Kind, Measure

_BOUNDS = Switch(
    "bounds",
    Label("Show what rounding and suppression leave open", "Montrer la marge d’incertitude"),
    Label("Adds the lowest and highest possible number.", "Ajoute les nombres extrêmes possibles."),
    default=False,
)
_LEFT_OUT = Switch(
    "left_out",
    Label("Name what is not ranked", "Nommer ce qui n’est pas classé"),
    Label(
        "Lists others and not stated below the ranking.",
        "Indique sous le classement les autres et les non déclarés.",
    ),
    default=True,
)


class Ranking(Embed):
    """The first, or all, members of a dimension by their figures."""

    kind = "ranking"
    label = Label("Ranking", "Classement")
    description = Label(
        "The members of a dimension in the order of their figures.",
        "Les membres d’une dimension dans l’ordre de leurs chiffres.",
    )
    accepts = (Kind.RANKING,)
    options = (_BOUNDS, _LEFT_OUT, HIGHLIGHT, SIZE)
    example = {
        "kind": "ranking",
        "question": {
            "dataset": "imp-province-noc",
            "kind": "ranking",
            "where": {"province": "ON"},
            "over": "occupation",
            "period": {"year": 2021},
            "top": 5,
        },
        "title": "Ontario’s first five occupations",
    }

    def view(self, answer: Answer, block: EmbedBlock, language: Language) -> RankingView:
        """The ranking as readers see it."""
        if not isinstance(answer, RankingAnswer):
            raise EmbedError("a ranking shows the answer to a question of kind 'ranking'")
        options.check(self.options, block.options)
        return ranking_view(
            answer,
            block,
            language,
            bounds=_BOUNDS.of(block.options),
            left_out=_LEFT_OUT.of(block.options),
        )


def ranking_view(
    answer: RankingAnswer, block: EmbedBlock, language: Language, *, bounds: bool, left_out: bool
) -> RankingView:
    """A ranking's view, also for the table behind a bar chart."""
    others = answer.left_out if left_out else ()
    figures = [*(row.figure for row in answer.rows), *(row.figure for row in others)]
    about, periods = answer.about, (answer.period,)
    shown, count = len(answer.rows), answer.count
    heading, highlight = move_heading(answer, language), HIGHLIGHT.of(block.options)
    rows = tuple(
        RankRow(
            rank=_rank(row, language),
            spoken_rank=_spoken(row, language),
            open=open_,
            member=phrase(row.member.label, language),
            cell=cell(row.figure, language, about),
            small=row.small is True,
            highlight=row.member.code == highlight,
            move=move(row.movement, about, language) if heading and row.movement is not None else None,
        )
        for row, open_ in zip(answer.rows, open_places(answer.rows), strict=True)
    )
    return RankingView(
        head=described(
            head(about, block, language, period=answer.period, periods=periods),
            ranking_description(answer, language),
            block,
        ),
        member_heading=phrase(answer.over, language),
        value_heading=unit_text(about, periods, language),
        rows=rows,
        left_out=tuple(
            (phrase(row.member.label, language), cell(row.figure, language, about)) for row in others
        ),
        extent=""
        if shown >= count
        else say(phrases.EXTENT, language, shown=number(shown, language), count=number(count, language)),
        show_bounds=bounds,
        foot=foot(about, figures, language, periods=periods),
        coverage=coverage_text(answer, language),
        move_heading=heading,
        open_moves=say(phrases.OPEN_MOVES, language)
        if any(row.move is not None and row.move.open for row in rows)
        else "",
        small=_small(answer, language),
    )


def open_places(rows: Sequence[RankedRow]) -> tuple[bool, ...]:
    """For each place whether its order against the one before or after cannot be told from the figures."""
    after = [row.distinguishable is False for row in rows]
    before = [False, *after][: len(after)]
    return tuple(a or b for a, b in zip(after, before, strict=True))


def _small(answer: RankingAnswer, language: Language) -> str:
    """What it means that a row is small; empty where none is."""
    question = answer.about.question
    if question.small_below is None or not any(row.small for row in answer.rows):
        return ""
    compared = question.measure is not Measure.VALUE and answer.about.comparison is not None
    said = phrases.SMALL_COMPARED if compared else phrases.SMALL
    return say(said, language, number=number(question.small_below, language))


def _rank(row: RankedRow, language: Language) -> str:
    if row.rank is None:
        return "–"
    return number(row.rank, language) + ("=" if row.tied else "")


def _spoken(row: RankedRow, language: Language) -> str:
    """What a screen reader says where the sign alone would not be understood."""
    if row.rank is None:
        return say(phrases.UNRANKED, language)
    return say(phrases.RANK_SPOKEN, language, rank=number(row.rank, language)) if row.tied else ""
