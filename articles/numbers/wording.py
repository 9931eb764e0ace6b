"""A value in words that its bounds support: the style that was asked for, or the closest one that is true.

Each style is a function from a `Figure` to a text, or to None where the text would say more than the bounds
allow. A style that declines hands over to the next one in `FALLBACKS`, which ends in a style that is always
true, and the note tells the editor which words were used instead and why.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from articles.numbers import support
from articles.numbers.amounts import MULTIPLES, SHARES, in_words
from articles.numbers.french import de
from articles.numbers.places import place
from articles.numbers.shown import Shown
from articles.numbers.statuses import status_text
from articles.numbers.styles import DESCRIPTIONS, Quantity, Style
from articles.numbers.support import Round
from stats.labels import Label, Language
from stats.values import Bounds, Deciding, Status, Value


@dataclass(frozen=True, slots=True)
class Wording:
    """The text for readers, its style, and a note for the editor if that is not the style asked for."""

    text: str
    style_used: Style
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a style needs to know: bounds in the shown unit and the printed number, None if outside them."""

    bounds: Bounds
    printed: float | None
    shown: Shown
    feminine: bool

    @property
    def centre(self) -> float:
        return (self.bounds.low + self.bounds.high) / 2 if self.printed is None else self.printed

    @property
    def ends(self) -> tuple[Round, Round]:
        """Both ends rounded outward; whole where the interval is too wide for decimals to matter."""
        wide = self.bounds.high - self.bounds.low >= 10
        return support.outward(self.bounds, finest=0 if wide else self.shown.finest)

    def after(self, en: str, fr: str, found: Round) -> str:
        """`more than 1,400`; French takes *de* where `fr` ends in it."""
        text = self.shown.one(found)
        if self.shown.language == "en":
            return f"{en} {text}"
        return f"{fr[:-3]} {de(text)}" if fr.endswith(" de") else f"{fr} {text}"


def _printed(figure: Figure) -> str | None:
    if figure.shown.quantity is not Quantity.COUNT:
        return _rounded(figure)
    if figure.printed is None:
        return None
    if figure.printed != round(figure.printed):
        return _rounded(figure)
    return figure.shown.one(Round(figure.printed))


def _rounded(figure: Figure) -> str | None:
    found = support.shared_rounding(figure.bounds, finest=figure.shown.finest)
    return figure.shown.one(found) if found else None


def _about(figure: Figure) -> str | None:
    found = support.near(figure.bounds, centre=figure.centre, finest=figure.shown.finest)
    return figure.after("about", "environ", found) if found else None


def _nearly(figure: Figure) -> str | None:
    found = support.above(figure.bounds.high, finest=figure.shown.finest)
    close = figure.bounds.low > 0 and figure.bounds.low >= 0.95 * found.number
    return figure.after("nearly", "près de", found) if close else None


def _more_than(figure: Figure) -> str | None:
    found = support.below(figure.bounds.low, finest=figure.shown.finest)
    return figure.after("more than", "plus de", found) if found.number > 0 else None


def _fewer_than(figure: Figure) -> str | None:
    found = support.above(figure.bounds.high, finest=figure.shown.finest)
    counted = figure.shown.quantity is Quantity.COUNT
    words = "fewer than" if counted else "less than"
    return figure.after(words, "moins de", found) if found.number > 0 else None


def _at_least(figure: Figure) -> str | None:
    low, _ = support.outward(figure.bounds, finest=figure.shown.finest)
    return figure.after("at least", "au moins", low) if low.number > 0 else None


def _at_most(figure: Figure) -> str:
    _, high = support.outward(figure.bounds, finest=figure.shown.finest)
    return figure.after("at most", "au plus", high)


def _between(figure: Figure) -> str:
    return figure.shown.two(*figure.ends)


def _range(figure: Figure) -> str:
    return figure.shown.dashed(*figure.ends)


def _ordinal(figure: Figure) -> str | None:
    return (
        place(figure.bounds, figure.shown.language, feminine=figure.feminine)
        if figure.bounds.low >= 1
        else None
    )


def _in_words(figure: Figure) -> str | None:
    shown, bounds = figure.shown, figure.bounds
    match shown.quantity:
        case Quantity.RANK if bounds.low >= 1:
            return place(bounds, shown.language, in_letters=True, feminine=figure.feminine)
        case Quantity.SHARE if bounds.low < 100:
            parts = Bounds(bounds.low / 100, bounds.high / 100)
            return in_words(parts, SHARES, shown.language, feminine=figure.feminine)
        case Quantity.RATIO:
            return in_words(bounds, MULTIPLES, shown.language)
        case Quantity.COUNT if bounds.exact:
            return spelled(bounds.low, shown.language, feminine=figure.feminine)
        case _:
            return None


_SPELLED: Mapping[Language, tuple[str, ...]] = {
    "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "fr": ("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
}


def spelled(x: float, language: Language, *, feminine: bool = False) -> str | None:
    """A whole number below ten in letters; None for any other."""
    if x not in range(10):
        return None
    word = _SPELLED[language][int(x)]
    return f"{word}e" if feminine and language == "fr" and x < 2 else word


_SAY: Mapping[Style, Callable[[Figure], str | None]] = {
    Style.PRINTED: _printed,
    Style.ROUNDED: _rounded,
    Style.ABOUT: _about,
    Style.NEARLY: _nearly,
    Style.MORE_THAN: _more_than,
    Style.FEWER_THAN: _fewer_than,
    Style.AT_LEAST: _at_least,
    Style.AT_MOST: _at_most,
    Style.BETWEEN: _between,
    Style.RANGE: _range,
    Style.ORDINAL: _ordinal,
    Style.IN_WORDS: _in_words,
}

FALLBACKS: Mapping[Style, tuple[Style, ...]] = {
    Style.PRINTED: (Style.ABOUT, Style.BETWEEN),
    Style.ROUNDED: (Style.ABOUT, Style.BETWEEN),
    Style.ABOUT: (Style.BETWEEN,),
    Style.NEARLY: (Style.ABOUT, Style.BETWEEN),
    Style.MORE_THAN: (Style.AT_LEAST, Style.BETWEEN),
    Style.FEWER_THAN: (Style.AT_MOST,),
    Style.AT_LEAST: (Style.BETWEEN,),
    Style.ORDINAL: (Style.BETWEEN,),
    Style.IN_WORDS: (Style.PRINTED, Style.ABOUT, Style.BETWEEN),
}
"""What each style hands over to, in order; every chain ends in a style that is always true."""

_OF_BOUNDS = frozenset(
    {Style.AT_LEAST, Style.AT_MOST, Style.BETWEEN, Style.RANGE, Style.FEWER_THAN, Style.MORE_THAN}
)
"""Styles that can be said of a suppressed figure too, since they speak of its bounds only."""


def wording(
    value: Value,
    *,
    style: Style,
    language: Language,
    quantity: Quantity = Quantity.COUNT,
    bounds: Deciding = "sure",
    decimals: int | None = None,
    feminine: bool = False,
    note_language: Language | None = None,
    called: Label | None = None,
) -> Wording:
    """`value` in the words of `style`, or in the most precise ones of its fallbacks that are true.

    Shares and changes are given as parts of one. `feminine` is the gender of the French noun that is counted;
    `note_language` is that of the editor, by default the language of the text; `called` is the name under
    which the editor asked for the style, if it is not the style's own.
    """
    decided = value.bounds(bounds)
    if value.status is not Status.NORMAL and (decided is None or style not in _OF_BOUNDS):
        said = status_text(value.status, language, hidden=decided, quantity=quantity)
        return Wording(said, Style.STATUS)
    figure = _figure(value, decided, Shown(quantity, language, decimals), feminine=feminine)
    if quantity is Quantity.RANK and style is not Style.IN_WORDS:
        style = Style.ORDINAL
    for candidate in _chain(style, figure):
        text = _SAY[candidate](figure)
        if text is not None:
            name = called or DESCRIPTIONS[style].name
            note = "" if candidate is style else _note(name, candidate, figure, note_language or language)
            return Wording(text, candidate, note or _places_note(figure, note_language or language))
    raise AssertionError(f"no fallback of {style!r} is always true")


def _chain(style: Style, figure: Figure) -> tuple[Style, ...]:
    """The styles to try in turn; of a value without an upper bound only its lower one can be told."""
    if math.isinf(figure.bounds.high):
        return (style if style is Style.MORE_THAN else Style.AT_LEAST, Style.AT_LEAST, Style.BETWEEN)
    return (style, *FALLBACKS.get(style, ()))


def _figure(value: Value, decided: Bounds | None, shown: Shown, *, feminine: bool) -> Figure:
    if decided is None:
        decided = Bounds(value.number or 0, value.number or 0)
    printed = value.number if value.number is not None and value.number in decided else None
    return Figure(
        shown.scaled_bounds(decided), None if printed is None else shown.scaled(printed), shown, feminine
    )


_NOT_APART = Label(
    "The figures do not tell these places apart.", "Les chiffres ne permettent pas de départager ces rangs."
)


def _places_note(figure: Figure, language: Language) -> str:
    several = figure.shown.quantity is Quantity.RANK and not figure.bounds.exact
    return _NOT_APART.in_language(language) if several else ""


def _note(asked: Label, used: Style, figure: Figure, language: Language) -> str:
    low, high = support.outward(figure.bounds, finest=figure.shown.finest)
    possible = Shown(figure.shown.quantity, language, figure.shown.decimals).dashed(low, high)
    names = [name.in_language(language) for name in (asked, DESCRIPTIONS[used].name)]
    if language == "fr":
        return (
            f"«\u00a0{names[0]}\u00a0» en dirait plus que ce que permettent les chiffres ({possible})\u00a0; "
            f"«\u00a0{names[1]}\u00a0» est employé à la place."
        )
    return f"“{names[0]}” would say more than the figures support ({possible}); “{names[1]}” is used instead."
