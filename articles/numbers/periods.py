"""Periods and dates by name, in full for sentences and short for the axes of charts."""

from __future__ import annotations

from datetime import date

from articles.numbers.digits import EN_DASH, NBSP
from articles.numbers.french import de
from articles.numbers.ordinals import ordinal, ordinal_in_words
from stats.labels import Language
from stats.periods import Frequency, Period

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ),
}  # fmt: skip
_SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": (
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
}  # fmt: skip


def period_name(period: Period, language: Language) -> str:
    """2021; third quarter of 2021; July 2021; January to June 2024."""
    match period.frequency:
        case Frequency.YEAR:
            return str(period.year)
        case Frequency.QUARTER:
            place = ordinal_in_words(period.n, language)
            return (
                f"{place} trimestre de {period.year}"
                if language == "fr"
                else f"{place} quarter of {period.year}"
            )
        case _:
            return _months(period, _MONTHS[language], " à " if language == "fr" else " to ")


def short_period_name(period: Period, language: Language) -> str:
    """2021; Q3 2021 or T3 2021; Jul 2021 or juill. 2021; Jan–Jun 2024."""
    match period.frequency:
        case Frequency.YEAR:
            return str(period.year)
        case Frequency.QUARTER:
            return f"{'T' if language == 'fr' else 'Q'}{period.n} {period.year}"
        case _:
            return _months(period, _SHORT_MONTHS[language], EN_DASH)


def short_month_name(n: int, language: Language) -> str:
    """Jul or juill., for an axis that says the year elsewhere."""
    return _SHORT_MONTHS[language][n - 1]


def in_period(period: Period, language: Language) -> str:
    """The period as an adverb: in 2021; in the third quarter of 2021; from January to June 2024."""
    name = period_name(period, language)
    if len(period.months) > 1 and period.frequency.partial:
        return f"from {name}" if language == "en" else de(name)
    if period.frequency is Frequency.QUARTER:
        return f"in the {name}" if language == "en" else f"au {name}"
    return f"in {name}" if language == "en" else f"en {name}"


def date_name(day: date, language: Language) -> str:
    """July 31, 2024; 31 juillet 2024; 1er juillet 2024."""
    name = _MONTHS[language][day.month - 1]
    if language == "en":
        return f"{name}{NBSP}{day.day}, {day.year}"
    return f"{ordinal(1, 'fr') if day.day == 1 else day.day}{NBSP}{name} {day.year}"


def on_date(day: date, language: Language) -> str:
    """The day on which something stood so: on December 31, 2021; au 31 décembre 2021."""
    return f"{'on' if language == 'en' else 'au'} {date_name(day, language)}"


def stock_date(period: Period, language: Language) -> str:
    """The last day of a period, on which a stock is counted: on December 31, 2021; au 31 décembre 2021."""
    month = period.last_month
    following = month.next
    last = date.fromordinal(date(following.year, following.n, 1).toordinal() - 1)
    return on_date(last, language)


def _months(period: Period, names: tuple[str, ...], between: str) -> str:
    first, last = period.first_month.n, period.last_month.n
    name = names[last - 1] if first == last else f"{names[first - 1]}{between}{names[last - 1]}"
    return f"{name} {period.year}"
