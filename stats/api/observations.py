"""`observations`: the stored cells of a dataset, page by page, as JSON, CSV or SDMX-CSV.

A page is a handful of queries and one walk over its rows. An entity tag is known from the edition and the
address alone, so a client that has the page already costs no look at the cells.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

import orjson
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from stats.api import observation_filters as filters
from stats.api import sdmx
from stats.api.answers import PERIOD, EditionFactsSerializer
from stats.api.documented import documented
from stats.api.finding import published_as_of
from stats.api.forms import CSV, FORMS, JSON, SDMX, form_of
from stats.api.labels import LabelSerializer
from stats.api.revalidation import CONDITIONS, KNOWN, validators
from stats.bounds import hard_bounds, tally_of_cell
from stats.periods import Period
from stats.queries.observations import Key, Observation, observations
from stats.queries.published import Published
from stats.values import Bounds, Disclosure, Status

PARAMETERS = ("from", "to", "frequency", "as_of", "stated", "cursor", "limit", "format")


class ObservationSerializer(serializers.Serializer[Observation]):
    """One published cell."""

    members = serializers.DictField(
        child=serializers.CharField(), help_text="The codes of its members by dimension; `_T` is the total."
    )
    period = serializers.CharField(help_text=PERIOD)
    value = serializers.IntegerField(allow_null=True, help_text="As it is printed; null where no number is.")
    status = serializers.ChoiceField(choices=[(status.slug, status.name) for status in Status])
    low = serializers.IntegerField(allow_null=True, help_text="The true number is not less.")
    high = serializers.IntegerField(allow_null=True, help_text="The true number is not more.")
    stated = serializers.BooleanField(help_text="Whether it is a total that is printed beside its parts.")


class ObservationPageSerializer(serializers.Serializer[Published]):
    """Observations of one edition, in an order that does not change."""

    dataset = serializers.CharField()
    unit = LabelSerializer()
    edition = EditionFactsSerializer()
    next = serializers.URLField(allow_null=True, help_text="The page after this one, of the same edition.")
    results = ObservationSerializer(many=True)


class ObservationList(APIView):
    """Cells as the publisher printed them."""

    @documented(
        tag="Observations",
        response={
            (200, "application/json"): ObservationPageSerializer,
            (200, CSV): OpenApiTypes.STR,
            (200, SDMX): OpenApiTypes.STR,
            304: KNOWN,
        },
        problems=(400, 404),
        parameters=(
            *filters.CHOOSING, filters.STATED, filters.CURSOR, filters.LIMIT, FORMS, *CONDITIONS,
        ),
        operation_id="observations",
    )  # fmt: skip
    def get(self, request: Request, slug: str) -> HttpResponse:
        """The stored cells of a dataset. Zeros are not stored: what an edition covers and lacks is zero."""
        query = request.query_params
        of, members = published_as_of(slug, filters.as_of(query), filters.codes_in(query))
        form = form_of(request)
        filters.only_known(query, of, PARAMETERS)
        limit = filters.limit(query)
        wanted = replace(filters.wanted(query, of, members), after=filters.after(query, of), limit=limit + 1)
        known = validators(request, of, form)
        if known.met:
            return known.not_modified()
        rows = list(observations(of, wanted))
        following = _following(request, of, rows[limit - 1].key) if len(rows) > limit else None
        written = _WRITERS[form](of, _bounded(of, rows[:limit]), following)
        response = HttpResponse(written, content_type=f"{form}; charset=utf-8" if form == CSV else form)
        if following is not None:
            response["Link"] = f'<{following}>; rel="next"'
        return known.told(response)


Bounded = Sequence[tuple[Observation, Bounds | None]]
"""Observations with what they may stand for."""


def _bounded(of: Published, rows: Iterable[Observation]) -> Bounded:
    """Observations with their hard bounds; many cells say the same, and each is worked out once."""
    disclosure = of.disclosure
    found: dict[tuple[int | None, int], Bounds | None] = {}
    bounded = []
    for row in rows:
        says = (row.value, row.status)
        if says not in found:
            found[says] = bounds_of(*says, disclosure)
        bounded.append((row, found[says]))
    return bounded


@lru_cache(maxsize=4096)
def bounds_of(value: int | None, status: int, disclosure: Disclosure) -> Bounds | None:
    """What one published cell may stand for; None where it says nothing."""
    tally = tally_of_cell(value, Status(status), disclosure)
    return None if tally.blank else hard_bounds(tally, disclosure)


@lru_cache(maxsize=4096)
def period_text(code: int) -> str:
    """A stored period as it is written."""
    return str(Period.from_code(code))


def _following(request: Request, of: Published, key: Key) -> str:
    """The address of the next page."""
    named = [(name, value) for name, values in request.query_params.lists() for value in values]
    query = [pair for pair in named if pair[0] != "cursor"]
    query.append(("cursor", filters.cursor_text(of.edition.number, key)))
    return request.build_absolute_uri(f"?{urlencode(query)}")


def _as_json(of: Published, rows: Bounded, following: str | None) -> bytes:
    slugs = [axis.slug for axis in of.axes]
    page = {
        "dataset": of.slug,
        "unit": of.unit.as_json(),
        "edition": of.edition.as_json(),
        "next": following,
        "results": [
            {
                "members": dict(zip(slugs, row.codes, strict=True)),
                "period": period_text(row.period),
                "value": row.value,
                "status": _STATUS[row.status],
                "low": None if bounds is None else bounds.low,
                "high": None if bounds is None else bounds.high,
                "stated": row.stated,
            }
            for row, bounds in rows
        ],
    }
    return orjson.dumps(page)


def _as_csv(of: Published, rows: Bounded, following: str | None) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    slugs = (axis.slug for axis in of.axes)
    writer.writerow((*slugs, "period", "value", "status", "low", "high", "stated"))
    for row, bounds in rows:
        ends = (None, None) if bounds is None else (bounds.low, bounds.high)
        stated = "true" if row.stated else "false"
        period = period_text(row.period)
        writer.writerow((*row.codes, period, row.value, _STATUS[row.status], *ends, stated))
    return text.getvalue()


def _as_sdmx(of: Published, rows: Bounded, following: str | None) -> str:
    return sdmx.text(of, rows)


_STATUS = {int(status): status.slug for status in Status}
_WRITERS: Mapping[str, Callable[[Published, Bounded, str | None], bytes | str]] = {
    JSON: _as_json,
    CSV: _as_csv,
    SDMX: _as_sdmx,
}
