"""`jsonstat`: a block of observations as one JSON-stat 2.0 dataset, for tools that read cubes.

A cube has a place for every combination of its categories. What is stored fills its own; what is not stored
is zero where the edition prints such a row (ADR 2), and missing elsewhere. https://json-stat.org/full/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

import orjson
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.views import APIView

from stats.api import observation_filters as filters
from stats.api.documented import documented
from stats.api.finding import published_as_of
from stats.api.problems import Unacceptable
from stats.api.revalidation import CONDITIONS, KNOWN, validators
from stats.bounds import hard_bounds, tally_of_cell
from stats.codebook import Codebook, Dimension, Member, Role
from stats.labels import LANGUAGES, Language
from stats.periods import Period, span
from stats.queries.codebooks import codebook
from stats.queries.observations import Wanted, observations
from stats.questions import QuestionError
from stats.questions.reading import shown
from stats.values import Status

LARGEST = 100_000
"""How many cells a cube may have."""
TIME = "period"
"""The dimension of time."""
PARAMETERS = ("from", "to", "frequency", "as_of", "lang")

LANG = OpenApiParameter("lang", str, enum=list(LANGUAGES), default="en", description="Of the labels.")
_LABELLED = {"type": "object", "properties": {"label": {"type": "string"}, "category": {"type": "object"}}}
_NUMBERS = {"type": "array", "items": {"type": ["integer", "null"]}}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "version": {"type": "string", "enum": ["2.0"]},
        "class": {"type": "string", "enum": ["dataset"]},
        "label": {"type": "string"},
        "source": {"type": "string"},
        "updated": {"type": "string", "format": "date-time"},
        "note": {"type": "array", "items": {"type": "string"}},
        "id": {"type": "array", "items": {"type": "string"}},
        "size": {"type": "array", "items": {"type": "integer"}},
        "role": {"type": "object"},
        "dimension": {"type": "object", "additionalProperties": _LABELLED},
        "value": _NUMBERS,
        "status": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "description": "By place in `value`: what is not `normal`.",
        },
        "extension": {
            "type": "object",
            "properties": {
                "dataset": {"type": "string"},
                "edition": {"type": "integer"},
                "unit": {"type": "string"},
                "low": _NUMBERS,
                "high": _NUMBERS,
            },
            "description": "The edition, and bounds in the order of `value`.",
        },
    },
    "required": ["version", "class", "label", "id", "size", "role", "dimension", "value", "extension"],
}


class Cube(APIView):
    """Observations as a cube."""

    @documented(
        tag="Observations",
        response={200: SCHEMA, 304: KNOWN},
        problems=(400, 404),
        parameters=(*filters.CHOOSING, LANG, *CONDITIONS),
        operation_id="jsonstat",
    )
    def get(self, request: Request, slug: str) -> HttpResponse:
        """A block of observations as JSON-stat 2.0; periods of the shortest length unless told otherwise."""
        query = request.query_params
        of, members = published_as_of(slug, filters.as_of(query), filters.codes_in(query))
        filters.only_known(query, of, PARAMETERS)
        language = _language(query.get("lang", "en"))
        wanted = filters.wanted(query, of, members, frequency=of.innermost)
        known = validators(request, of, "jsonstat")
        if known.met:
            return known.not_modified()
        book = codebook(slug, of.edition.number)
        axes, periods = categories(book, wanted)
        _refuse_size(book, axes, periods)
        cells: Cells = {
            (*row.codes, row.period): (row.value, Status(row.status)) for row in observations(of, wanted)
        }
        cube = as_json(book, axes, periods, cells, language)
        return known.told(HttpResponse(orjson.dumps(cube), content_type="application/json"))


Axes = Sequence[tuple[Dimension, Sequence[Member]]]
Cells = Mapping[tuple[str | int, ...], tuple[int | None, Status]]
"""What is stored, by codes of members and the code of the period."""


def categories(book: Codebook, wanted: Wanted) -> tuple[Axes, Sequence[Period]]:
    """The members and periods of a cube: those wanted, or all of the kinds that the edition prints."""
    axes = []
    for place, dimension in enumerate(book.dimensions):
        ids = wanted.members.get(dimension.axis)
        if ids is not None:
            chosen = [dimension.by_id[pk] for pk in ids]
        else:
            printed = {pattern[place] for pattern in book.coverage.patterns}
            every = (dimension.total, *dimension.members)
            chosen = [member for member in every if _letter(dimension, member) in printed]
        axes.append((dimension, chosen))
    return axes, [period for first, last in wanted.periods or () for period in span(first, last)]


def as_json(
    book: Codebook, axes: Axes, periods: Sequence[Period], cells: Cells, language: Language
) -> dict[str, Any]:
    """The cube as JSON-stat: the last dimension is time, and changes fastest."""
    disclosure = book.disclosure
    values: list[int | None] = []
    status: dict[str, str] = {}
    ends: list[tuple[float | None, float | None]] = []
    for members in product(*(chosen for _, chosen in axes)):
        codes = tuple(member.code for member in members)
        unstored = _unstored(book, members, codes)
        for period in periods:
            value, kind = cells.get((*codes, period.code), unstored)
            tally = tally_of_cell(value, kind, disclosure)
            bounds = None if tally.blank else hard_bounds(tally, disclosure)
            if kind is not Status.NORMAL:
                status[str(len(values))] = kind.slug
            values.append(value)
            ends.append((None, None) if bounds is None else (bounds.low, bounds.high))
    since = book.edition.in_force_since
    return {
        "version": "2.0",
        "class": "dataset",
        "label": book.title.in_language(language),
        "source": book.source.publisher.in_language(language),
        **({"updated": since.isoformat()} if since else {}),
        "note": [note.in_language(language) for note in (book.counts, *book.notes) if note.en or note.fr],
        "id": [*(dimension.slug for dimension, _ in axes), TIME],
        "size": [*(len(chosen) for _, chosen in axes), len(periods)],
        "role": {"time": [TIME]},
        "dimension": {
            **{dimension.slug: _dimension(dimension, chosen, language) for dimension, chosen in axes},
            TIME: {
                "label": {"en": "Period", "fr": "Période"}[language],
                "category": {"index": [str(period) for period in periods]},
            },
        },
        "value": values,
        "status": status,
        "extension": {
            "dataset": book.slug,
            "edition": book.edition.number,
            "unit": book.unit.in_language(language),
            "low": [low for low, _ in ends],
            "high": [high for _, high in ends],
        },
    }


def _dimension(dimension: Dimension, chosen: Sequence[Member], language: Language) -> dict[str, Any]:
    codes = [member.code for member in chosen]
    category: dict[str, Any] = {
        "index": codes,
        "label": {member.code: member.label.in_language(language) or member.code for member in chosen},
    }
    there = set(codes)
    parts = {
        group: [part.code for part in found if part.code in there]
        for group, found in dimension.children.items()
        if group in there
    }
    if parts:
        category["child"] = {group: found for group, found in parts.items() if found}
    return {"label": dimension.label.in_language(language), "category": category}


def _unstored(book: Codebook, members: Sequence[Member], codes: tuple[str, ...]) -> tuple[int | None, Status]:
    """What a covered cell says that is not stored: zero where such a row is printed."""
    pattern = "".join(map(_letter, book.dimensions, members))
    printed = pattern in book.coverage.patterns and book.coverage.knows(codes)
    return (0, Status.NORMAL) if printed else (None, Status.MISSING)


def _letter(dimension: Dimension, member: Member) -> str:
    """The letter of a member in the patterns of a coverage."""
    return "T" if member.role is Role.TOTAL else "G" if dimension.is_group(member) else "M"


def _refuse_size(book: Codebook, axes: Axes, periods: Sequence[Period]) -> None:
    if not periods:
        covered = (book.coverage.since, book.coverage.until)
        raise Unacceptable(
            f"Edition {book.edition.number} covers no such period.",
            field="from",
            accepted=[str(period) for period in covered if period],
        )
    size = prod(len(chosen) for _, chosen in axes) * len(periods)
    if size > LARGEST:
        widest, members = max(axes, key=lambda axis: len(axis[1]))
        raise Unacceptable(
            f"The cube would have {size:,} cells, and may have {LARGEST:,}: choose members or periods.",
            field=widest.slug,
            accepted=[f"{widest.slug}={members[0].code}", "from=", "to="],
        )


def _language(name: str) -> Language:
    for language in LANGUAGES:
        if name == language:
            return language
    raise QuestionError("lang", f"{shown(name)} is none of the languages", accepted=list(LANGUAGES))
