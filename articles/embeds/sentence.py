"""A number or statement in a sentence: its digits or words, and the explanation of what it is.

The explanation names everything that a number in a sentence leaves unsaid: dataset, members, period, what it
is measured against, how it was made, its bounds, and the edition.
"""

from __future__ import annotations

from articles.document.nodes import Binding
from articles.embeds import phrases, wordings
from articles.embeds.cell import cell, plain
from articles.embeds.comparing import compared_figure
from articles.embeds.foot import edition_text, made_text
from articles.embeds.options import EmbedError
from articles.embeds.period_words import covered
from articles.embeds.phrases import say
from articles.embeds.quantity import is_change, quantity_of
from articles.embeds.statement import statement_view
from articles.embeds.view import FigureView, phrase
from articles.numbers import ends, number
from stats.answers import Answer, Figure, FigureAnswer, Provenance, StatementAnswer
from stats.labels import Language
from stats.questions import Kind

IN_SENTENCES = frozenset({Kind.FIGURE, Kind.STATEMENT})
PLURAL = "statement_plural"
"""The wording of a statement whose French subject is plural."""


def check(binding: Binding) -> None:
    """Refuse a wording that does not exist or fit, and a question whose answer no sentence can hold."""
    wordings.check(binding.wording, binding.question)
    if binding.question.kind not in IN_SENTENCES:
        kind = binding.question.kind.value
        raise EmbedError(
            f"a sentence holds the answer to a question of kind 'figure' or 'statement', not {kind!r}"
        )


def figure_view(answer: Answer, binding: Binding, language: Language) -> FigureView:
    """The number or statement as readers see it; EmbedError for an answer that is more than one number."""
    check(binding)
    if isinstance(answer, StatementAnswer):
        return statement_view(answer, language, plural=binding.wording == PLURAL)
    if not isinstance(answer, FigureAnswer):
        raise EmbedError("a sentence holds one number")
    value = answer.figure.value
    said = wordings.said(answer.figure, answer.about, binding.wording, language)
    return FigureView(
        text=said.text,
        value="" if value.number is None else plain(value.number),
        status=value.status,
        explanation=explanation(answer, language),
        note=said.note,
    )


def explanation(answer: FigureAnswer, language: Language) -> str:
    """What the number is, in full sentences: dataset, members, period, how it was made, bounds, edition."""
    about = answer.about
    of = [phrase(about.dataset_title, language).text]
    of += [phrase(member.label, language).text for _, member in about.where]
    of.append(covered(about, answer.period, language))
    sentences = [f"{', '.join(of)}."]
    if answer.compared is not None:
        sentences.append(compared_figure(about, answer.compared, language))
    if answer.among is not None:
        sentences.append(say(phrases.AMONG, language, count=number(answer.among, language)))
    sentences.append(made_text([answer.figure], language))
    sentences += range_sentence(answer.figure, about, language)
    if answer.other is not None:
        sentences.append(say(phrases.OTHERWISE, language, figure=cell(answer.other, language, about).text))
    sentences.append(f"{edition_text(about.edition, language)}.")
    if about.edition.modelled.in_language(language):
        sentences.append(say(phrases.MODELLED, language))
    return " ".join(sentences)


def range_sentence(figure: Figure, about: Provenance, language: Language) -> list[str]:
    """Between which numbers the truth lies, and how surely; nothing where the number is exact."""
    bounds = figure.value.bounds(about.deciding)
    if bounds is None or bounds.exact or figure.value.number is None:
        return []
    low, high = ends(bounds, language=language, quantity=quantity_of(about), signed=is_change(about))
    why = say(phrases.AND, language).join(_reasons(figure, about, language))
    if not high:
        return [say(phrases.LIES_ABOVE, language, why=why, low=low)]
    said = phrases.LIES_BETWEEN if bounds == figure.value.hard else phrases.ALMOST_CERTAINLY
    return [say(said, language, why=why, low=low, high=high)]


def _reasons(figure: Figure, about: Provenance, language: Language) -> list[str]:
    """Why a number is not exact: its publisher rounds, or hides, or both."""
    rounded, hidden = about.disclosure.base > 1, figure.made.hidden > 0
    reasons = ((rounded or not hidden, phrases.ROUNDING), (hidden, phrases.SUPPRESSION))
    return [say(reason, language) for holds, reason in reasons if holds]
