"""The manners in which a sentence may say a figure, and which of them fit a measure.

`number` gives digits: of a count those that a reader gets by adding up what was printed, of everything that
is computed those that the bounds support. The others are styles of `articles.numbers`, which say no more than
the bounds allow, and for changes the same with a verb (`rose by about 37%`). A change is never said without
its direction: a sentence that brings its own verb would be wrong on the day when a rise becomes a fall.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from articles.embeds import phrases
from articles.embeds.cell import cell
from articles.embeds.options import EmbedError
from articles.embeds.phrases import say
from articles.embeds.quantity import MOVES, is_change, quantity_of
from articles.numbers import DESCRIPTIONS, Quantity, Style, Wording, cell_text, change, wording
from stats.answers import Figure, Provenance
from stats.labels import Label, Language, nearest
from stats.questions import Measure

NUMBER = "number"
"""The wording that gives digits."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A wording of changes that brings its verb; `plural` is the number of the French subject."""

    style: Style
    name: Label
    plural: bool = False


def _verbs(style: Style, en: str, fr: str) -> dict[str, Verb]:
    stem = "rose" if style is Style.PRINTED else f"rose_{style.value}"
    return {
        stem: Verb(style, Label(f"rose by{en}", f"a augmenté{fr}")),
        f"{stem}_plural": Verb(style, Label(f"rose by{en} (plural)", f"ont augmenté{fr}"), plural=True),
    }


VERBS: Mapping[str, Verb] = {
    **_verbs(Style.PRINTED, "", " de"),
    **_verbs(Style.ABOUT, " about", " d’environ"),
    **_verbs(Style.MORE_THAN, " more than", " de plus de"),
    **_verbs(Style.AT_LEAST, " at least", " d’au moins"),
    **_verbs(Style.BETWEEN, " between … and …", " de … à …"),
}

WORDINGS: Mapping[str, Label] = {
    NUMBER: Label("number", "nombre"),
    **{style.value: DESCRIPTIONS[style].name for style in Style if style is not Style.STATUS},
    **{name: verb.name for name, verb in VERBS.items()},
}
"""Every wording that may be stored, with its name."""

_COMPUTED = (
    NUMBER,
    *(
        style.value
        for style in (
            Style.ABOUT,
            Style.NEARLY,
            Style.MORE_THAN,
            Style.FEWER_THAN,
            Style.AT_LEAST,
            Style.AT_MOST,
            Style.BETWEEN,
            Style.RANGE,
            Style.IN_WORDS,
        )
    ),
)
_CHANGE = (NUMBER, *VERBS, Style.BETWEEN.value)


def offered(measure: Measure, language: Language) -> tuple[str, ...]:
    """The wordings that fit a measure, in the order in which the editor offers them."""
    if measure in MOVES:
        return tuple(
            name for name in _CHANGE if language == "fr" or name not in VERBS or not VERBS[name].plural
        )
    if measure is Measure.VALUE:
        return tuple(name for name in WORDINGS if name not in VERBS and name != Style.ORDINAL.value)
    return _COMPUTED


def check(name: str, measure: Measure) -> None:
    """Refuse a wording that does not exist, and a verb of change for what does not change."""
    if name not in WORDINGS:
        accepted = ", ".join(map(repr, nearest(name, WORDINGS) or WORDINGS))
        raise EmbedError(f"{name!r} is not a wording; known are {accepted}")
    if name in VERBS and measure not in MOVES:
        accepted = " or ".join(repr(known.value) for known in Measure if known in MOVES)
        raise EmbedError(f"wording {name!r} says how a figure changed: it needs the measure {accepted}")


def said(figure: Figure, about: Provenance, name: str, language: Language) -> Wording:
    """The figure in a wording, or in the closest one that its bounds support, with a note for the editor."""
    quantity, value = quantity_of(about), figure.value
    if value.number is None:
        return Wording(cell(figure, language, about).spoken, Style.STATUS)
    if name in VERBS:
        verb = VERBS[name]
        return change(
            value,
            language=language,
            quantity=quantity,
            style=verb.style,
            bounds=about.deciding,
            plural=verb.plural,
        )
    if name == NUMBER and (quantity is Quantity.COUNT or about.question.measure in MOVES):
        found = cell_text(
            value, language=language, quantity=quantity, signed=is_change(about), bounds=about.deciding
        )
        note = say(phrases.NO_ONE_NUMBER, language) if found.is_range else ""
        return Wording(found.text, Style.PRINTED, note)
    return wording(
        value,
        style=Style.PRINTED if name == NUMBER else Style(name),
        language=language,
        quantity=quantity,
        bounds=about.deciding,
        called=WORDINGS[name],
    )
