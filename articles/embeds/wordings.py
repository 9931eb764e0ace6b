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
from articles.numbers import (
    ADDING,
    DESCRIPTIONS,
    MOVING,
    RISING,
    Quantity,
    Style,
    Verbs,
    Wording,
    cell_text,
    change,
    wording,
)
from stats.answers import Figure, Provenance
from stats.labels import Label, Language, nearest
from stats.questions import Kind, Measure, Question
from stats.questions import Wording as SaidOfSeries

NUMBER = "number"
"""The wording that gives digits."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A wording of changes that brings its verb; `plural` is the number of the French subject."""

    style: Style
    name: Label
    verbs: Verbs
    plural: bool = False

    def fits(self, measure: Measure) -> bool:
        """Whether a measure moves as the verb says."""
        if self.verbs is MOVING:
            return measure is Measure.RANK_CHANGE
        return measure is Measure.CONTRIBUTION if self.verbs is ADDING else measure in MOVES


def _verbs(stem: str, verbs: Verbs, style: Style, en: str, fr: str) -> dict[str, Verb]:
    name = stem if style is Style.PRINTED else f"{stem}_{style.value}"
    one, several = (verbs(verbs.up, "fr", plural=plural) for plural in (False, True))
    up = verbs.up.en
    return {
        name: Verb(style, Label(f"{up}{en}", f"{one}{fr}"), verbs),
        f"{name}_plural": Verb(style, Label(f"{up}{en} (plural)", f"{several}{fr}"), verbs, plural=True),
    }


VERBS: Mapping[str, Verb] = {
    **_verbs("rose", RISING, Style.PRINTED, "", " de"),
    **_verbs("rose", RISING, Style.ABOUT, " about", " d’environ"),
    **_verbs("rose", RISING, Style.MORE_THAN, " more than", " de plus de"),
    **_verbs("rose", RISING, Style.AT_LEAST, " at least", " d’au moins"),
    **_verbs("rose", RISING, Style.BETWEEN, " between … and …", " de … à …"),
    **_verbs("moved", MOVING, Style.PRINTED, "", ""),
    **_verbs("added", ADDING, Style.PRINTED, "", ""),
    **_verbs("added", ADDING, Style.ABOUT, " about", " environ"),
    **_verbs("added", ADDING, Style.MORE_THAN, " more than", " plus de"),
    **_verbs("added", ADDING, Style.BETWEEN, " between … and …", " entre … et …"),
}

WORDINGS = {
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
_RANK = (Style.ORDINAL.value, Style.IN_WORDS.value)
_COUNTS = frozenset({Measure.VALUE, Measure.MOVING_SUM})


STATEMENTS = {
    "statement": Label("what it says", "ce qui est dit"),
    "statement_plural": Label("what it says (plural)", "ce qui est dit (pluriel)"),
}
"""The wordings of statements, whose bounds choose the words; French verbs take the number of a subject."""


def offered_for(question: Question, language: Language) -> tuple[str, ...]:
    """The wordings that fit a question, in the order in which the editor offers them."""
    if question.kind is not Kind.STATEMENT:
        return offered(question.measure, language)
    verb = question.says is not None and question.says.wording in (SaidOfSeries.RISES, SaidOfSeries.FALLS)
    return tuple(STATEMENTS) if verb and language == "fr" else tuple(STATEMENTS)[:1]


def carried_over(name: str, question: Question, language: Language) -> str:
    """The wording in a language: its singular where that language has no plural of it."""
    return name if name in offered_for(question, language) else name.removesuffix("_plural")


def offered(measure: Measure, language: Language) -> tuple[str, ...]:
    """The wordings that fit a measure, in the order in which the editor offers them."""
    verbs = [name for name, verb in VERBS.items() if verb.fits(measure)]
    if verbs:
        said = (name for name in verbs if language == "fr" or not VERBS[name].plural)
        return (NUMBER, *said, Style.BETWEEN.value)
    if measure in _COUNTS:
        return tuple(name for name in WORDINGS if name not in VERBS and name != Style.ORDINAL.value)
    if measure is Measure.RANK:
        return _RANK
    if measure is Measure.INDEX:
        return tuple(name for name in _COMPUTED if name != Style.IN_WORDS.value)
    return _COMPUTED


def check(name: str, question: Question) -> None:
    """Refuse a wording that does not exist, and a verb of change for what does not change."""
    measure = question.measure
    if question.kind is Kind.STATEMENT:
        if name not in STATEMENTS:
            accepted = " or ".join(map(repr, STATEMENTS))
            raise EmbedError(f"{name!r} is not a wording of statements: {accepted} is expected")
        return
    if name not in WORDINGS:
        accepted = ", ".join(map(repr, nearest(name, WORDINGS) or WORDINGS))
        raise EmbedError(f"{name!r} is not a wording; known are {accepted}")
    if name in VERBS and not VERBS[name].fits(measure):
        accepted = " or ".join(repr(known.value) for known in Measure if VERBS[name].fits(known))
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
            verbs=verb.verbs,
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
