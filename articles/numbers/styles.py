"""The manners in which a sentence may give a figure, and what kinds of figures there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from stats.labels import Label


class Quantity(StrEnum):
    """What a number means, and so which unit it is shown in."""

    COUNT = "count"
    """Permits, persons, claims."""
    SHARE = "share"
    """A part of one; 0.401 is shown as 40.1%."""
    PERCENT_CHANGE = "percent_change"
    """A change in parts of what was before; 0.042 is shown as 4.2%."""
    POINTS = "points"
    """A difference of two shares; 0.021 is shown as 2.1 percentage points."""
    RATIO = "ratio"
    """How many times one figure is another."""
    INDEX = "index"
    """How large a figure is where another one is 100."""
    RANK = "rank"
    """A place in an order, from 1 on."""


SIGNED = frozenset({Quantity.PERCENT_CHANGE, Quantity.POINTS})
"""Quantities that go up or down, and so carry their sign in a cell."""


class Style(StrEnum):
    """A manner of saying a figure. `DESCRIPTIONS` tells the editor what each one does."""

    PRINTED = "printed"
    """The figure as published or as its published parts add up, where its bounds allow it."""
    ROUNDED = "rounded"
    """Only the digits that every possible value shares."""
    ABOUT = "about"
    """A round number with the word about."""
    NEARLY = "nearly"
    """The round number just above every possible value."""
    MORE_THAN = "more_than"
    """The round number just below every possible value."""
    FEWER_THAN = "fewer_than"
    """A round number above every possible value."""
    AT_LEAST = "at_least"
    """The lowest possible value."""
    AT_MOST = "at_most"
    """The highest possible value."""
    BETWEEN = "between"
    """The lowest and the highest possible value, in words."""
    RANGE = "range"
    """The lowest and the highest possible value, with a dash."""
    ORDINAL = "ordinal"
    """A place in an order, in digits."""
    IN_WORDS = "in_words"
    """A small number, a simple fraction or a multiple in letters."""
    STATUS = "status"
    """Why there is no number; used where there is none, never asked for."""


OFFERED = tuple(style for style in Style if style is not Style.STATUS)
"""The styles that an editor may ask for."""


@dataclass(frozen=True, slots=True)
class Description:
    """A style as it is offered: its name, what it does in one sentence, and an example."""

    name: Label
    sentence: Label
    example: Label


def _described(name: tuple[str, str], sentence: tuple[str, str], example: tuple[str, str]) -> Description:
    return Description(Label(*name), Label(*sentence), Label(*example))


DESCRIPTIONS: Mapping[Style, Description] = {
    Style.PRINTED: _described(
        ("as printed", "tel que publié"),
        (
            "The figure as published, or the sum of the published figures.",
            "Le chiffre publié, ou la somme des chiffres publiés.",
        ),
        ("1,425", "1 425"),
    ),
    Style.ROUNDED: _described(
        ("rounded", "arrondi"),
        (
            "Only the digits that every possible value shares.",
            "Seulement les chiffres communs à toutes les valeurs possibles.",
        ),
        ("1,400", "1 400"),
    ),
    Style.ABOUT: _described(
        ("about", "environ"),
        (
            "A round number close to every possible value.",
            "Un nombre rond, proche de toutes les valeurs possibles.",
        ),
        ("about 150,000", "environ 150 000"),
    ),
    Style.NEARLY: _described(
        ("nearly", "près de"),
        (
            "The round number just above every possible value.",
            "Le nombre rond juste au-dessus de toutes les valeurs possibles.",
        ),
        ("nearly 1,450", "près de 1 450"),
    ),
    Style.MORE_THAN: _described(
        ("more than", "plus de"),
        (
            "A round number below every possible value.",
            "Un nombre rond au-dessous de toutes les valeurs possibles.",
        ),
        ("more than 1,400", "plus de 1 400"),
    ),
    Style.FEWER_THAN: _described(
        ("fewer than", "moins de"),
        (
            "A round number above every possible value.",
            "Un nombre rond au-dessus de toutes les valeurs possibles.",
        ),
        ("fewer than 1,450", "moins de 1 450"),
    ),
    Style.AT_LEAST: _described(
        ("at least", "au moins"),
        ("The lowest possible value.", "La plus petite valeur possible."),
        ("at least 1,401", "au moins 1 401"),
    ),
    Style.AT_MOST: _described(
        ("at most", "au plus"),
        ("The highest possible value.", "La plus grande valeur possible."),
        ("at most 1,449", "au plus 1 449"),
    ),
    Style.BETWEEN: _described(
        ("between … and …", "entre … et …"),
        (
            "The lowest and the highest possible value.",
            "La plus petite et la plus grande valeur possible.",
        ),
        ("between 1,401 and 1,449", "entre 1 401 et 1 449"),
    ),
    Style.RANGE: _described(
        ("range", "intervalle"),
        (
            "The lowest and the highest possible value, with a dash.",
            "La plus petite et la plus grande valeur possible, avec un tiret.",
        ),
        ("1,401–1,449", "1 401–1 449"),
    ),
    Style.ORDINAL: _described(
        ("place", "rang"),
        (
            "A place in a ranking; several where they cannot be told apart.",
            "Un rang; plusieurs s’ils ne peuvent être départagés.",
        ),
        ("4th or 5th", "4e ou 5e"),
    ),
    Style.IN_WORDS: _described(
        ("in words", "en lettres"),
        (
            "A small number, a simple fraction or a multiple in letters.",
            "Un petit nombre, une fraction simple ou un multiple en lettres.",
        ),
        ("more than two in five", "plus de deux sur cinq"),
    ),
    Style.STATUS: _described(
        ("no number", "sans nombre"),
        ("Why there is no number.", "La raison pour laquelle il n’y a pas de nombre."),
        ("not available", "non disponible"),
    ),
}
