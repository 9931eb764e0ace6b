"""Periods, values and forms in words, in the language of the interface, for the data desk's pages.

Articles have their own formatter, which knows bounds; here printed figures are shown as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stats.codebook import Coverage
from stats.findings import Severity
from stats.periods import Frequency, Period
from stats.readers.confidence import Confidence, confidence
from stats.readers.reading import Form
from stats.suggesting import Suggestion
from stats.values import Status

FORMS = {
    Form.ODP: gettext_lazy("Bilingual text (ODP csv)"),
    Form.CROSSTAB: gettext_lazy("Crosstab workbook"),
    Form.WIDE: gettext_lazy("Text with months across (csv)"),
}

LANGUAGES = {"en": gettext_lazy("English"), "fr": gettext_lazy("French")}

SEVERITIES = {
    Severity.REFUSAL: gettext_lazy("Refused"),
    Severity.WARNING: gettext_lazy("Warning"),
    Severity.NOTE: gettext_lazy("Note"),
}

CONFIDENCES = {
    Confidence.CERTAIN: gettext_lazy("Certain: the file says itself all that reading it takes."),
    Confidence.LIKELY: gettext_lazy("Likely: some of it was told from the cells, as the notes say."),
    Confidence.GUESSED: gettext_lazy("Guessed: compare some cells with the file, as the warnings say."),
}

STATUSES = {
    Status.SUPPRESSED: gettext_lazy("suppressed"),
    Status.MISSING: gettext_lazy("missing"),
    Status.NOT_APPLICABLE: gettext_lazy("not applicable"),
}


def confidence_after(rules: Iterable[str]) -> str:
    """How sure the reader is after findings with these rules, in a sentence."""
    return str(CONFIDENCES[confidence(rules)])


def form_name(form: str) -> str:
    """What people call the form of a file; nothing for a file that was not read."""
    return str(FORMS[Form(form)]) if form else ""


def language_names(codes: Iterable[str]) -> str:
    """“English, French”."""
    return ", ".join(str(LANGUAGES[code]) for code in sorted(codes) if code in LANGUAGES)


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return str(number_format(value, use_l10n=True, force_grouping=True))


def value(printed: int | None, status: int) -> str:
    """What a cell says: its number, or why there is none. A suppressed cell is never a zero."""
    if printed is None or status != Status.NORMAL:
        return str(STATUSES.get(Status(status), _("missing")))
    return number(printed)


def period(one: Period) -> str:
    """“July 2024”, “Q3 2024”, “2024”; of a beginning, how far it goes: “2024 (to July 2024)”."""
    match one.frequency:
        case Frequency.MONTH:
            return str(date_format(date(one.year, one.n, 1), "YEAR_MONTH_FORMAT"))
        case Frequency.QUARTER:
            return _("Q%(quarter)s %(year)s") % {"quarter": one.n, "year": one.year}
        case Frequency.YEAR:
            return str(one.year)
        case Frequency.QUARTER_TO_DATE:
            whole = period(one.quarter)
        case _:
            whole = str(one.year)
    return _("%(period)s (to %(month)s)") % {"period": whole, "month": period(one.last_month)}


def month_name(n: int) -> str:
    """The short name of the n-th month."""
    return str(date_format(date(2000, n, 1), "M"))


LENGTHS = {
    Frequency.MONTH: gettext_lazy("months"),
    Frequency.QUARTER: gettext_lazy("quarters"),
    Frequency.YEAR: gettext_lazy("years"),
    Frequency.QUARTER_TO_DATE: gettext_lazy("part of a quarter"),
    Frequency.YEAR_TO_DATE: gettext_lazy("part of a year"),
}


def spans(coverage: Coverage) -> list[str]:
    """What is covered, a line for each run of periods, the shortest periods first."""
    order = list(LENGTHS)
    runs = sorted(coverage.spans, key=lambda run: (order.index(run[0].frequency), run[0]))
    return [_run(first, last) for first, last in runs]


def _run(first: Period, last: Period) -> str:
    if first == last:
        return period(first)
    words = {"first": period(first), "last": period(last), "length": LENGTHS[first.frequency]}
    return _("%(first)s to %(last)s (%(length)s)") % words


def reasons(suggestion: Suggestion) -> str:
    """Why a label may be a member."""
    numbers = {"same": number(suggestion.same), "compared": number(suggestion.compared)}
    found = [_("its code begins alike")] if suggestion.by_code else []
    if suggestion.same and suggestion.single:
        found.append(_("same figures in %(same)s of %(compared)s periods") % numbers)
    elif suggestion.same:
        found.append(_("%(same)s of %(compared)s figures are the same") % numbers)
    if suggestion.likeness:
        found.append(_("names alike by %(percent)s %%") % {"percent": round(100 * suggestion.likeness)})
    return "; ".join(found)
