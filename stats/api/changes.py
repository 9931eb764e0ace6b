"""What an edition changed, cell by cell: the ledger of revisions for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import orjson
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from stats.api.answers import PERIOD
from stats.api.documented import documented
from stats.api.finding import dataset_in_force
from stats.api.forms import CSV, JSON, form_of
from stats.api.observation_filters import WHERE
from stats.api.problems import Missing
from stats.api.revalidation import CONDITIONS, KNOWN, tagged
from stats.labels import nearest
from stats.queries.edition_changes import CellChange, EditionChanges, Kind, edition_changes
from stats.queries.public_editions import public_editions
from stats.questions import QuestionError
from stats.questions.reading import members, shown
from stats.values import Status

DEFAULT, MOST = 100, 1000
"""Changes on a page: usually, and at most."""
Shape = serializers.Serializer[dict[str, Any]]
_NOT_PRINTED = "Null where that edition did not print the cell."


class PrintedSerializer(Shape):
    """What an edition prints in a cell."""

    value = serializers.IntegerField(allow_null=True)
    status = serializers.ChoiceField(choices=[(status.slug, status.name) for status in Status])


class CellChangeSerializer(Shape):
    """One cell before and after an edition."""

    members = serializers.DictField(
        child=serializers.CharField(), help_text="The codes of its members by dimension; `_T` is the total."
    )
    period = serializers.CharField(help_text=PERIOD)
    kind = serializers.ChoiceField(choices=[(kind.value, kind.name) for kind in Kind])
    old = PrintedSerializer(allow_null=True, help_text=_NOT_PRINTED)
    new = PrintedSerializer(allow_null=True, help_text=_NOT_PRINTED)


class ChangesSerializer(Shape):
    """The stored cells that an edition changed, in the order of members and periods."""

    dataset = serializers.CharField()
    edition = serializers.IntegerField()
    before = serializers.IntegerField(
        allow_null=True, help_text="The edition compared with; null for the first."
    )
    count = serializers.IntegerField(help_text="How many changes there are on all pages.")
    next = serializers.URLField(allow_null=True)
    results = CellChangeSerializer(many=True)


class Changes(APIView):
    """What an edition changed."""

    @documented(
        tag="Revisions",
        response={(200, JSON): ChangesSerializer, (200, CSV): OpenApiTypes.STR, 304: KNOWN},
        problems=(400, 404),
        parameters=(
            OpenApiParameter(
                "kind", str, enum=[kind.value for kind in Kind], description="Only such changes."
            ),
            WHERE,
            OpenApiParameter("offset", {"type": "integer", "minimum": 0, "default": 0}),
            OpenApiParameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT}),
            OpenApiParameter(
                "format", str, enum=["json", "csv"], description="CSV gives all of them at once."
            ),
            *CONDITIONS[:1],
        ),
        operation_id="changes",
    )
    def get(self, request: Request, slug: str, number: int) -> HttpResponse:
        """The cells that an edition changed against the one that counted before it.

        Zeros that it is the first to print are not stored and not among them.
        """
        form = form_of(request)
        found = _chosen(request, _changes(slug, number))
        if form == CSV:
            return tagged(request, _as_csv(found), f"{CSV}; charset=utf-8")
        if form != JSON:
            raise QuestionError("format", "changes are given as JSON or CSV", accepted=["json", "csv"])
        offset = _number(request, "offset", default=0, least=0, most=2**31 - 1)
        limit = _number(request, "limit", default=DEFAULT, least=1, most=MOST)
        following = None
        if offset + limit < found.count:
            query = request.query_params.copy()
            query["offset"] = str(offset + limit)
            following = request.build_absolute_uri(f"?{query.urlencode()}")
        page = {
            "dataset": slug,
            "edition": found.edition.number,
            "before": found.before.number if found.before else None,
            "count": found.count,
            "next": following,
            "results": [_change(found, change) for change in found.cells(offset, limit)],
        }
        return tagged(request, orjson.dumps(page), JSON)


def _changes(slug: str, number: int) -> EditionChanges:
    dataset_in_force(slug)
    editions = public_editions(slug)
    edition = next((one for one in editions if one.number == number and one.kept), None)
    if edition is None:
        known = [str(one.number) for one in editions if one.kept][:3]
        raise Missing(f"{slug!r} has no edition {number!r}.", field="number", accepted=known)
    return edition_changes(slug, edition, editions)


def _chosen(request: Request, found: EditionChanges) -> EditionChanges:
    query = request.query_params
    slugs = list(found.book.by_slug)
    known = [*slugs, "kind", "offset", "limit", "format"]
    for name in query:
        if name not in known:
            raise QuestionError(shown(name), "unknown parameter", accepted=nearest(name, known) or known)
    kind = query.get("kind")
    if kind is not None and kind not in list(Kind):
        raise QuestionError(
            "kind", f"{shown(kind)} is not a kind of change", accepted=[k.value for k in Kind]
        )
    chosen = {
        dimension.axis: frozenset(
            dimension.named(name, path=dimension.slug).id
            for name in named(query.getlist(dimension.slug), dimension.slug)
        )
        for dimension in found.book.dimensions
        if dimension.slug in query
    }
    return found.chosen(Kind(kind) if kind else None, chosen)


def named(values: Iterable[str], path: str) -> Iterable[str]:
    """Members by code or label; several codes with commas between them."""
    listed = list(values)
    return members(listed[0].split(",") if len(listed) == 1 and "," in listed[0] else listed, path)


def _number(request: Request, name: str, *, default: int, least: int, most: int) -> int:
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdecimal() and len(text) < 12 and least <= int(text) <= most):
        raise QuestionError(name, f"{shown(text)} is not a number from {least} to {most}")
    return int(text)


def _change(found: EditionChanges, change: CellChange) -> dict[str, Any]:
    codes = (member.code for member in change.members)
    return {
        "members": dict(zip(found.book.by_slug, codes, strict=True)),
        "period": str(change.period),
        "kind": change.kind.value,
        "old": _printed(change.old, change.old_status),
        "new": _printed(change.new, change.new_status),
    }


def _printed(value: int | None, status: Status | None) -> dict[str, Any] | None:
    return None if status is None else {"value": value, "status": status.slug}


def _as_csv(found: EditionChanges) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((*found.book.by_slug, "period", "kind", "old", "old_status", "new", "new_status"))
    for change in found.cells():
        old, new = (s.slug if s is not None else "" for s in (change.old_status, change.new_status))
        codes = (member.code for member in change.members)
        writer.writerow((*codes, change.period, change.kind.value, change.old, old, change.new, new))
    return text.getvalue().encode()
