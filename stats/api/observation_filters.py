"""The query parameters by which observations are chosen, for all forms in which they are given.

Dimensions are parameters of their own (`province=ON`), so a parameter that is not known may be a dimension
that is misspelt: it is refused with the nearest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter

from stats.labels import nearest
from stats.periods import Frequency, Period
from stats.queries.observations import Key, Wanted, chosen_members, periods_between
from stats.queries.published import Ids, Published
from stats.questions import QuestionError
from stats.questions.reading import MAXIMUM_LENGTH, MAXIMUM_MEMBERS, YEARS, edition, members, shown

T = TypeVar("T")

DEFAULT, MOST = 100, 1000
"""Observations on a page: usually, and at most."""

FREQUENCIES = {
    frequency.name.lower(): frequency
    for frequency in (
        Frequency.MONTH,
        Frequency.QUARTER,
        Frequency.YEAR,
        Frequency.QUARTER_TO_DATE,
        Frequency.YEAR_TO_DATE,
    )
}
RESERVED = frozenset({"from", "to", "frequency", "as_of", "stated", "cursor", "limit", "format", "lang"})
"""Parameters that are no dimensions."""
_BOOLEANS = {"true": True, "false": False}
_LARGEST = 2**31 - 1

_PERIOD = {"type": "string", "examples": ["2021-07"]}
WHERE = OpenApiParameter(
    "where",
    {"type": "object", "additionalProperties": {"type": "string"}},
    style="form",
    explode=True,
    description="Dimensions by their slugs, each with members by code or label, several with commas between "
    "their codes: `province=ON&occupation=2174,3111`. `_T` names the total.",
)
CHOOSING = (
    WHERE,
    OpenApiParameter("from", _PERIOD, description="The first period: `2021`, `2021-Q3` or `2021-07`."),
    OpenApiParameter("to", _PERIOD, description="The last period; what lies partly beyond is left out."),
    OpenApiParameter("frequency", str, enum=list(FREQUENCIES), description="Only periods of this length."),
    OpenApiParameter(
        "as_of", str, description="An edition by its number, or the one that was in force on a date."
    ),
)
STATED = OpenApiParameter(
    "stated", bool, description="Only totals that the publisher printed beside their parts, or none of them."
)
CURSOR = OpenApiParameter("cursor", str, description="Where a page begins, as `next` of the one before says.")
LIMIT = OpenApiParameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT},
    description="How many observations a page has.",
)


def only_known(query: QueryDict, of: Published, parameters: Sequence[str]) -> None:
    """Refuse parameters that are neither dimensions nor among those named."""
    known = [*(axis.slug for axis in of.axes), *parameters]
    for name in query:
        if name not in known:
            where = name[:40] if name.isprintable() else shown(name)
            raise QuestionError(where, "unknown parameter", accepted=nearest(where, known) or known)


def codes_in(query: QueryDict) -> frozenset[str]:
    """Whatever may be the code of a member, so that it can be looked up before dimensions are known."""
    named = (part for name in query if name not in RESERVED for part in _parts(query.getlist(name)))
    codes = frozenset(part for part in named if part.isprintable() and len(part) <= MAXIMUM_LENGTH)
    return codes if len(codes) <= MAXIMUM_MEMBERS else frozenset()


def wanted(query: QueryDict, of: Published, known: Ids, *, frequency: Frequency | None = None) -> Wanted:
    """Which observations parameters choose; `frequency` is that of the periods where they name none."""
    length = _frequency(query, frequency)
    first, last = period_of(query, "from"), period_of(query, "to")
    chosen = None
    if first or last or length:
        chosen = periods_between(of.coverage.spans, first, last, length)
    named = {
        axis.axis: chosen_members(of, axis, members(_parts(query.getlist(axis.slug)), axis.slug), known)
        for axis in of.axes
        if axis.slug in query
    }
    stated = _one_of(query, "stated", _BOOLEANS)
    return Wanted(members=named, periods=chosen, stated=stated)


def as_of(query: QueryDict) -> int | date | None:
    """The edition that is asked for; None for the one in force, unless a cursor continues another."""
    named = query.get("as_of")
    if named is not None:
        return edition(int(named) if _is_number(named) else named, "as_of")
    return None if (at := cursor(query)) is None else at[0]


def cursor(query: QueryDict) -> tuple[int, Key] | None:
    """The edition that a cursor pages through and the key after which its page begins."""
    text = query.get("cursor")
    if text is None:
        return None
    parts = text.split(".")
    if not all(_is_number(part) and int(part) <= _LARGEST for part in parts) or not int(parts[0]):
        raise QuestionError("cursor", f"{shown(text)} is not a cursor: take that of `next`")
    number, *key = map(int, parts)
    return number, tuple(key)


def after(query: QueryDict, of: Published) -> Key | None:
    """The key after which a page begins; QuestionError for a cursor of another edition or dataset."""
    at = cursor(query)
    if at is None:
        return None
    number, key = at
    if number != of.edition.number:
        raise QuestionError("cursor", f"it pages through edition {number}, not {of.edition.number}")
    if len(key) != len(of.axes) + 1:
        raise QuestionError("cursor", f"{shown(query['cursor'])} is a cursor of another dataset")
    return key


def cursor_text(number: int, key: Key) -> str:
    """A cursor as it stands in an address."""
    return ".".join(map(str, (number, *key)))


def limit(query: QueryDict) -> int:
    """How many observations a page has."""
    text = query.get("limit", str(DEFAULT))
    if not _is_number(text) or not 1 <= int(text) <= MOST:
        raise QuestionError("limit", f"{shown(text)} is not a whole number from 1 to {MOST}")
    return int(text)


def period_of(query: QueryDict, name: str) -> Period | None:
    """The period of a parameter that may be absent."""
    text = query.get(name)
    if text is None:
        return None
    try:
        period = Period.parse(text)
    except ValueError:
        period = None
    if period is None or not YEARS[0] <= period.year <= YEARS[1]:
        accepted = ["2021", "2021-Q3", "2021-07"]
        raise QuestionError(name, f"{shown(text)} is not a period", accepted=accepted)
    return period


def _frequency(query: QueryDict, otherwise: Frequency | None) -> Frequency | None:
    found = _one_of(query, "frequency", FREQUENCIES)
    return otherwise if found is None else found


def _one_of(query: QueryDict, name: str, choices: Mapping[str, T]) -> T | None:
    text = query.get(name)
    if text is None:
        return None
    if text not in choices:
        accepted = nearest(text, choices) or list(choices)
        raise QuestionError(name, f"{shown(text)} is none of its values", accepted=accepted)
    return choices[text]


def _parts(values: Sequence[str]) -> list[str]:
    """Members of repeated parameters; commas stand between codes, and may stand in a label."""
    return [part for value in values for part in ([value] if ", " in value else value.split(","))]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12
