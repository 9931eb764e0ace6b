"""Remarks on a table in words: letters at rows and columns, and below the table what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from articles.embeds import phrases
from articles.embeds.phrases import say
from articles.embeds.view import Phrase, RemarkView, phrase
from articles.numbers import number, period_name
from stats.answers import Remark, RemarkKind, TableAnswer
from stats.labels import Language


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of a table, each with its letter."""

    found: Sequence[tuple[Remark, RemarkView]]

    @property
    def views(self) -> tuple[RemarkView, ...]:
        return tuple(view for _, view in self.found)

    def of_row(self, at: int) -> tuple[str, ...]:
        """The letters of a row."""
        return tuple(view.mark for remark, view in self.found if at in remark.rows)

    def of_column(self, at: int) -> tuple[str, ...]:
        """The letters of a column."""
        return tuple(view.mark for remark, view in self.found if at in remark.columns)


def remarks(answer: TableAnswer, language: Language) -> Remarks:
    """The remarks of a table in words, in the order of their letters."""
    return Remarks(
        [
            (remark, RemarkView(letter(at), remark_text(remark, answer, language)))
            for at, remark in enumerate(answer.remarks)
        ]
    )


def letter(at: int) -> str:
    """The mark of a remark: a to z, then aa, ab …"""
    more, rest = divmod(at, len(ascii_lowercase))
    return (letter(more - 1) if more else "") + ascii_lowercase[rest]


def remark_text(remark: Remark, answer: TableAnswer, language: Language) -> Phrase:
    """What a remark says; notes of the dataset in their own words."""
    if remark.note is not None:
        return phrase(remark.note, language)
    if remark.kind is RemarkKind.PARTIAL:
        return Phrase(_partial(remark, answer, language))
    label = phrases.REMARKS[remark.kind]
    if remark.kind is RemarkKind.SUPPRESSED and remark.count == 1:
        label = phrases.ONE_SUPPRESSED
    return Phrase(say(label, language, count=number(remark.count or 0, language)))


def _partial(remark: Remark, answer: TableAnswer, language: Language) -> str:
    """Of which period only the beginning is covered, and with what that beginning is compared."""
    (at,) = remark.columns
    period = answer.columns[at].period
    if period is None:
        raise ValueError("only a period is covered in part")
    whole = period_name(period.asked, language)
    until = period_name(period.answered.last_month, language)
    sentences = [say(phrases.PARTIAL, language, whole=whole[:1].upper() + whole[1:], until=until)]
    comparison = answer.about.comparison
    other = comparison.periods[at] if comparison else None
    if other is not None and other.answered != period.answered:
        sentences.append(say(phrases.COMPARED_WITH, language, other=period_name(other.answered, language)))
    return " ".join(sentences)
