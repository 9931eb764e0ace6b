"""The forms in which observations are given, chosen by `format=` in the address or by `Accept`."""

from __future__ import annotations

from collections.abc import Mapping

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from stats.api import sdmx
from stats.labels import nearest
from stats.questions import QuestionError
from stats.questions.reading import shown

JSON, CSV, SDMX = "application/json", "text/csv", sdmx.MEDIA_TYPE
NAMES: Mapping[str, str] = {"json": JSON, "csv": CSV, "sdmx-csv": SDMX}
"""Media types by the names they have in addresses."""

FORMS = OpenApiParameter(
    "format", str, enum=list(NAMES), description="The form; without it, what `Accept` asks for, else JSON."
)


def form_of(request: Request) -> str:
    """The media type of the response; QuestionError where `format` is none of the forms."""
    name = request.query_params.get("format")
    if name is None:
        return _accepted(request.headers.get("Accept", ""))
    if name not in NAMES:
        accepted = nearest(name, NAMES) or list(NAMES)
        raise QuestionError("format", f"{shown(name)} is not a form", accepted=accepted)
    return NAMES[name]


def _accepted(header: str) -> str:
    """The first form that a header names; JSON where it names none."""
    kinds = {media_type.partition(";")[0]: media_type for media_type in NAMES.values()}
    named = (part.partition(";")[0].strip().lower() for part in header.split(","))
    return next((kinds[kind] for kind in named if kind in kinds), JSON)
