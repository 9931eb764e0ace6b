"""Rose or fell, added or took off, how much: said only where its direction is certain."""

from __future__ import annotations

from dataclasses import dataclass

from articles.numbers.french import APOSTROPHE, de
from articles.numbers.statuses import status_text
from articles.numbers.styles import Quantity, Style
from articles.numbers.wording import Wording, wording
from stats.labels import Label, Language
from stats.values import Bounds, Deciding, Status, Value


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a change; `{have}` is the French *a* or *ont*, `by` whether French says *de* how much."""

    up: Label
    down: Label
    none: Label
    either: Label
    by: bool = False
    one: Label = Label()
    several: Label = Label()
    """The noun of one and of several, where the amount needs one."""

    def __call__(self, verb: Label, language: Language, *, plural: bool) -> str:
        return verb.in_language(language).format(have="ont" if plural else "a")


RISING = Verbs(
    up=Label("rose by", "{have} augmenté"),
    down=Label("fell by", "{have} diminué"),
    none=Label("did not change", f"n{APOSTROPHE}{{have}} pas changé"),
    either=Label("may have risen or fallen", "{have} pu augmenter ou diminuer"),
    by=True,
)
"""A figure that became larger or smaller."""
ADDING = Verbs(
    up=Label("added", "{have} ajouté"),
    down=Label("took off", "{have} retranché"),
    none=Label("added nothing", f"n{APOSTROPHE}{{have}} rien ajouté"),
    either=Label("may have added or taken off", "{have} pu ajouter ou retrancher"),
)
"""A part of a whole that became larger or smaller."""
MOVING = Verbs(
    up=Label("moved up", "{have} gagné"),
    down=Label("moved down", "{have} perdu"),
    none=Label("kept its place", "{have} gardé le même rang"),
    either=Label("may have moved up or down", "{have} pu gagner ou perdre des rangs"),
    one=Label(" place", " rang"),
    several=Label(" places", " rangs"),
)
"""A member that stands higher or lower among others."""


def change(
    value: Value,
    *,
    language: Language,
    quantity: Quantity = Quantity.COUNT,
    style: Style = Style.PRINTED,
    bounds: Deciding = "sure",
    plural: bool = False,
    decimals: int | None = None,
    verbs: Verbs = RISING,
) -> Wording:
    """`rose by 4.2%`, `fell by about 300`; `plural` is the number of the French subject (*ont augmenté*).

    `value` is the difference itself, negative for a fall. Where its sign is not certain the words say so.
    """
    if value.status is not Status.NORMAL or value.number is None:
        return Wording(status_text(value.status, language), Style.STATUS)
    decided = value.bounds(bounds) or Bounds(value.number, value.number)
    if decided == Bounds(0, 0):
        return Wording(verbs(verbs.none, language, plural=plural), style)
    if decided.low <= 0 <= decided.high:
        said = wording(
            value, style=Style.RANGE, language=language, quantity=quantity, bounds=bounds, decimals=decimals
        )
        return Wording(
            verbs(verbs.either, language, plural=plural), Style.BETWEEN, _note(said.text, language)
        )
    falls = decided.high < 0
    size = _mirrored(value, value.number) if falls else value
    said = wording(size, style=style, language=language, quantity=quantity, bounds=bounds, decimals=decimals)
    verb = verbs(verbs.down if falls else verbs.up, language, plural=plural)
    amount = _by(said) if language == "fr" and verbs.by else said.text
    alone = size.bounds(bounds) == Bounds(1, 1)
    noun = (verbs.one if alone else verbs.several).in_language(language)
    return Wording(f"{verb} {amount}{noun}", said.style_used, said.note)


def _by(said: Wording) -> str:
    """*de 300*, *d’environ 300*, *de 290 à 310*."""
    amount = said.text
    if said.style_used is Style.BETWEEN and amount.startswith("entre "):
        amount = amount.removeprefix("entre ").replace(" et ", " à ", 1)
    return de(amount)


def _note(possible: str, language: Language) -> str:
    if language == "en":
        return f"The figures do not tell a rise from a fall ({possible})."
    return f"Les chiffres ne permettent pas de distinguer une hausse d{APOSTROPHE}une baisse ({possible})."


def _mirrored(value: Value, number: float) -> Value:
    def flipped(bounds: Bounds | None) -> Bounds | None:
        return bounds and Bounds(-bounds.high, -bounds.low)

    return Value(-number, value.status, flipped(value.hard), flipped(value.sure))
