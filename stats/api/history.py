"""The history of a figure: what every public edition says of it."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from stats.api.answers import PERIOD, FigureSerializer
from stats.api.changes import named
from stats.api.documented import documented
from stats.api.editions import PUBLIC, SpanSerializer
from stats.api.finding import dataset_in_force
from stats.api.forms import JSON
from stats.api.labels import LabelSerializer
from stats.api.observation_filters import WHERE
from stats.api.revalidation import CONDITIONS, KNOWN, tagged
from stats.labels import nearest
from stats.queries.figure_history import Said, figure_history
from stats.questions import QuestionError, parse
from stats.questions.reading import shown

Shape = serializers.Serializer[dict[str, Any]]


class HistoryEntrySerializer(Shape):
    """What one edition says of a figure."""

    edition = serializers.IntegerField()
    state = serializers.ChoiceField(choices=[(state.value, state.name) for state in PUBLIC])
    counted = SpanSerializer(many=True)
    figure = FigureSerializer(allow_null=True, help_text="Null where it says nothing of it.")


class HistorySerializer(Shape):
    """A figure as first published, now, and in every edition between, newest first."""

    dataset = serializers.CharField()
    unit = LabelSerializer()
    members = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))
    period = serializers.CharField(help_text=PERIOD)
    first = HistoryEntrySerializer(allow_null=True, help_text="In the earliest edition that counts it.")
    now = HistoryEntrySerializer(allow_null=True, help_text="In the edition in force.")
    editions = HistoryEntrySerializer(many=True)


class History(APIView):
    """What every edition said of a figure."""

    @documented(
        tag="Revisions",
        response={(200, JSON): HistorySerializer, 304: KNOWN},
        problems=(400, 404),
        parameters=(
            OpenApiParameter(
                "period", {"type": "string", "examples": ["2021-07"]}, required=True, description=PERIOD
            ),
            WHERE,
            *CONDITIONS[:1],
        ),
        operation_id="history",
    )
    def get(self, request: Request, slug: str) -> HttpResponse:
        """The history of a figure: every value with its edition, and when that one counted."""
        dataset = dataset_in_force(slug)
        query = request.query_params
        period = query.get("period")
        if period is None:
            raise QuestionError("period", "a period is expected", accepted=["2021", "2021-Q3", "2021-07"])
        axes = list(dataset.dimensions.values_list("slug", flat=True))
        for name in query:
            if name not in (*axes, "period"):
                raise QuestionError(shown(name), "unknown parameter", accepted=nearest(name, axes) or axes)
        where = {axis: list(named(query.getlist(axis), axis)) for axis in axes if axis in query}
        found = figure_history(parse({"dataset": slug, "period": period, "where": where}))
        page = {
            "dataset": slug,
            "unit": found.codebook.unit.as_json(),
            "members": {axis: list(codes) for axis, codes in found.question.where.items()},
            "period": str(found.answer.period.answered),
            "first": _entry(found.first) if found.first else None,
            "now": _entry(found.now) if found.now else None,
            "editions": [_entry(said) for said in found.said],
        }
        return tagged(request, orjson.dumps(page), JSON)


def _entry(said: Said) -> dict[str, Any]:
    edition = said.edition
    return {
        "edition": edition.number,
        "state": edition.state.value,
        "counted": SpanSerializer(edition.counted, many=True).data,
        "figure": said.figure.as_json() if said.figure else None,
    }
