"""What each difference between two languages is called, for whoever writes either text."""

from __future__ import annotations

from collections.abc import Mapping

from articles.counterparts.parity import Lack
from stats.labels import Label

SENTENCES: Mapping[Lack, Label] = {
    Lack.MISSING_HERE: Label(
        "A figure of the other text is missing here.", "Un chiffre de l’autre texte manque ici."
    ),
    Lack.MISSING_THERE: Label(
        "The other text does not have this figure.", "L’autre texte n’a pas ce chiffre."
    ),
    Lack.OTHER_PERIOD: Label(
        "The other text has this figure of another period.",
        "L’autre texte a ce chiffre pour une autre période.",
    ),
    Lack.OTHER_MEMBERS: Label(
        "The other text has this figure of something else.",
        "L’autre texte a ce chiffre pour autre chose.",
    ),
    Lack.OTHER_WORDING: Label(
        "The other text says this figure in another manner.",
        "L’autre texte dit ce chiffre d’une autre manière.",
    ),
    Lack.EMPTY_HERE: Label("Nothing is written here yet.", "Rien n’est encore écrit ici."),
    Lack.EMPTY_THERE: Label(
        "Nothing is written in the other text yet.", "Rien n’est encore écrit dans l’autre texte."
    ),
    Lack.ONLY_HERE: Label(
        "Nothing in the other text answers to this passage.",
        "Rien dans l’autre texte ne répond à ce passage.",
    ),
    Lack.ONLY_THERE: Label(
        "Nothing here answers to this passage of the other text.",
        "Rien ici ne répond à ce passage de l’autre texte.",
    ),
}
