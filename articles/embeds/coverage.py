"""What the rows of a ranking hold of the whole, in a sentence that says no more than the bounds support."""

from __future__ import annotations

from articles.embeds import phrases
from articles.embeds.phrases import say
from articles.embeds.view import phrase
from articles.numbers import Quantity, Style, number, spelled, wording
from stats.answers import RankingAnswer
from stats.labels import Language


def coverage_text(answer: RankingAnswer, language: Language) -> str:
    """`These five hold 8% of all permits.`; empty where it is not known, or where everything is listed."""
    held, shown = answer.coverage, len(answer.rows)
    listed = shown >= answer.count and not answer.left_out
    if held is None or held.number is None or not shown or listed:
        return ""
    share = wording(
        held,
        style=Style.PRINTED,
        language=language,
        quantity=Quantity.SHARE,
        bounds=answer.about.deciding,
    )
    return say(
        phrases.HOLDS_ONE if shown == 1 else phrases.HOLD,
        language,
        count=spelled(shown, language) or number(shown, language),
        share=share.text,
        whole=_whole(answer, language),
    )


def _whole(answer: RankingAnswer, language: Language) -> str:
    """`all permits (Ontario), those that are not ranked included`."""
    about = answer.about
    if about.question.over in about.question.where:
        # One group lists its parts, and they share that group, whose name the answer does not bring.
        whole = say(phrases.WHOLE_OF_PARTS, language)
    else:
        members = ", ".join(phrase(member.label, language).text for _, member in about.where)
        said = phrases.WHOLE_WHERE if members else phrases.WHOLE
        whole = say(said, language, unit=phrase(about.unit, language), members=members)
    return say(phrases.NOT_RANKED_INCLUDED, language, whole=whole) if answer.left_out else whole
