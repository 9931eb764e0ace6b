"""A number in a sentence: its digits or words, and the explanation of what it is.

`number` gives the digits that a reader gets by adding up what was printed, and leaves the bounds to the
explanation. Every other wording is a style of `articles.numbers`, which says no more than the bounds allow.
"""

from __future__ import annotations

from collections.abc import Mapping

from articles.document.nodes import Binding
from articles.embeds import phrases
from articles.embeds.cell import cell, deciding, plain
from articles.embeds.foot import edition_text, made_text
from articles.embeds.options import EmbedError
from articles.embeds.phrases import say
from articles.embeds.view import FigureView, phrase
from articles.numbers import DESCRIPTIONS, Style, number, period_name, wording
from stats.answers import Answer, Figure, FigureAnswer
from stats.labels import Label, Language, nearest
from stats.questions import Kind

NUMBER = "number"
"""The wording that prints digits as they are."""

WORDINGS: Mapping[str, Label] = {
    NUMBER: Label("number", "nombre"),
    **{style.value: DESCRIPTIONS[style].name for style in Style if style is not Style.STATUS},
}
"""Every wording that an editor may choose, with its name."""


def check(binding: Binding) -> None:
    """Refuse a wording that does not exist and a question that is not about one number."""
    if binding.wording not in WORDINGS:
        accepted = ", ".join(map(repr, nearest(binding.wording, WORDINGS) or WORDINGS))
        raise EmbedError(f"{binding.wording!r} is not a wording; known are {accepted}")
    if binding.question.kind is not Kind.FIGURE:
        kind = binding.question.kind.value
        raise EmbedError(f"a sentence holds the answer to a question of kind 'figure', not {kind!r}")


def figure_view(answer: Answer, binding: Binding, language: Language) -> FigureView:
    """The number as readers see it; EmbedError for an answer that is more than one number."""
    check(binding)
    if not isinstance(answer, FigureAnswer):
        raise EmbedError("a sentence holds one number")
    value = answer.figure.value
    text, note = cell(answer.figure, language).text, ""
    if value.number is None:
        text = cell(answer.figure, language).spoken
    elif binding.wording != NUMBER:
        said = wording(value, style=Style(binding.wording), language=language)
        text, note = said.text, said.note
    return FigureView(
        text=text,
        value="" if value.number is None else plain(value.number),
        status=value.status,
        explanation=explanation(answer, language),
        note=note,
    )


def explanation(answer: FigureAnswer, language: Language) -> str:
    """What the number is, in full sentences: dataset, members, period, how it was made, bounds, edition."""
    about = answer.about
    of = [phrase(about.dataset_title, language).text]
    of += [phrase(member.label, language).text for _, member in about.where]
    of.append(period_name(answer.period.answered, language))
    sentences = [f"{', '.join(of)}.", made_text([answer.figure], language)]
    sentences += range_sentence(answer.figure, language)
    sentences.append(f"{edition_text(about.edition, language)}.")
    if about.edition.modelled.in_language(language):
        sentences.append(say(phrases.MODELLED, language))
    return " ".join(sentences)


def range_sentence(figure: Figure, language: Language) -> list[str]:
    """Between which numbers the truth lies, and how surely; nothing where the number is exact."""
    bounds = deciding(figure.value)
    if bounds is None or bounds.exact or figure.value.number is None:
        return []
    hidden = figure.made.hidden > 0
    if bounds == figure.value.hard:
        said = phrases.LIES_BETWEEN_HIDDEN if hidden else phrases.LIES_BETWEEN
    else:
        said = phrases.ALMOST_CERTAINLY_HIDDEN if hidden else phrases.ALMOST_CERTAINLY
    return [say(said, language, low=number(bounds.low, language), high=number(bounds.high, language))]
