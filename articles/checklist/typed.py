"""Numbers typed by hand: they do not follow the figures, so each is offered what it may be, or listed."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.known import offers
from articles.checklist.note import Note
from articles.checklist.numerals import numerals
from articles.checklist.rule import Rule
from stats.labels import Label


class TypedNumber(Rule):
    """A number in the words of the article; those of somebody who is quoted are theirs."""

    id = "typed_number"
    sentence = Label(
        "“{text}” is typed by hand and will not follow the figures. {match}",
        "« {text} » est saisi à la main et ne suivra pas les chiffres. {match}",
    )
    same = Label("It equals a figure.", "Il est égal à un chiffre.")
    near = Label("It is near a figure.", "Il est proche d’un chiffre.")
    nothing = Label(
        "It matches no figure near those of the article.",
        "Il ne correspond à aucun chiffre voisin de ceux de l’article.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        spoken = [(field, text) for field, text in given.lines.items()]
        spoken += [(passage.path, passage.text) for passage in given.passages if not passage.quoted]
        for path, text in spoken:
            for numeral in numerals(text, given.language):
                found = offers(numeral, given.known)
                exact = any(offer.exact for offer in found)
                match = self.same if exact else self.near if found else self.nothing
                yield self.note(path, quote=numeral.text, offers=found, text=numeral.text, match=match)


def any_typed(given: Given) -> bool:
    """Whether a text has numbers typed by hand at all, and so known figures are worth asking for."""
    return next(TypedNumber().notes(given), None) is not None
