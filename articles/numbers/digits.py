"""Numbers in digits: 1,234.5 in English, 1 234,5 in French with no-break spaces.

French takes U+00A0 both between thousands and before the percent sign, so that no line breaks inside a
figure. The minus sign is U+2212, which is as wide as a digit; a hyphen would break lines. Halves are rounded
away from zero, as readers were taught, not to the even digit.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from stats.labels import Language

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"


def rounded(x: float, decimals: int = 0) -> Decimal:
    """`x` at so many decimals (negative: to tens, hundreds …), halves away from zero, never minus zero."""
    exact = Decimal(x) if isinstance(x, int) else Decimal(repr(x))
    found = exact.scaleb(decimals).quantize(Decimal(1), ROUND_HALF_UP).scaleb(-decimals)
    return abs(found) if found == 0 else found


def number(x: float, language: Language, decimals: int = 0) -> str:
    """1,234.5 or 1 234,5."""
    text = f"{rounded(x, decimals):,.{max(decimals, 0)}f}".replace("-", MINUS)
    return text.replace(",", NBSP).replace(".", ",") if language == "fr" else text


def percent(share: float, language: Language, decimals: int = 1) -> str:
    """A share of one as per cent: 0.401 gives 40.1% or 40,1 %."""
    return percent_sign(number(of_hundred(share), language, decimals), language)


def percentage_points(difference: float, language: Language, decimals: int = 1) -> str:
    """A difference of shares of one: 0.021 gives 2.1 percentage points or 2,1 points de pourcentage."""
    shown = of_hundred(difference)
    return f"{number(shown, language, decimals)} {points_noun(shown, language, decimals)}"


def times(ratio: float, language: Language, decimals: int = 1) -> str:
    """2.3 times or 2,3 fois."""
    return f"{number(ratio, language, decimals)}{NBSP}{'fois' if language == 'fr' else 'times'}"


def range_of(low: float, high: float, language: Language, decimals: int = 0) -> str:
    """1,401–1,449; with a word between them where a dash could be read as a minus sign."""
    first, last = number(low, language, decimals), number(high, language, decimals)
    if first == last:
        return first
    if low < 0:
        return f"{first} {'à' if language == 'fr' else 'to'} {last}"
    return f"{first}{EN_DASH}{last}"


def percent_sign(digits: str, language: Language) -> str:
    """Digits with the percent sign of a language."""
    return f"{digits}{NBSP}%" if language == "fr" else f"{digits}%"


def points_noun(shown: float, language: Language, decimals: int = 1) -> str:
    """The noun after a number of percentage points; French is plural from two on, English but for one."""
    size = abs(rounded(shown, decimals))
    if language == "fr":
        return "points de pourcentage" if size >= 2 else "point de pourcentage"
    return "percentage point" if size == 1 and decimals <= 0 else "percentage points"


def of_hundred(share: float) -> float:
    """A share of one as a number of a hundred, without the dust of binary multiplication (0.29 gives 29)."""
    return round(share * 100, 9)
