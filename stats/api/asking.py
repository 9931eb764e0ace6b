"""`ask`: a question in, exactly the answer that the command, the embeds and the pages give."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.utils.http import parse_etags
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from stats.api.answers import ANSWER
from stats.api.documented import documented
from stats.api.problems import TooLarge, Unacceptable
from stats.api.question import QUESTION
from stats.queries.asking import ask
from stats.questions import parse_text

LIMIT = 512 * 1024
"""The largest question, in bytes: room for a thousand members with the longest names."""

REVALIDATE = "public, max-age=0, must-revalidate"

_BODY = {"application/json": {"$ref": f"#/components/schemas/{QUESTION}"}}
_Q = OpenApiParameter("q", str, required=True, description="A question as URL-encoded JSON.")
_IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", str, OpenApiParameter.HEADER, description="The `ETag` of the answer known already."
)
_KNOWN = OpenApiResponse(description="The answer is the one known already.")


class QuestionText(BaseParser):
    """The body as text, which `stats.questions` reads; no more of it than a question may have."""

    media_type = "application/json"

    def parse(  # type: ignore[override]
        self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> str:
        data: bytes = stream.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise TooLarge(f"A question has no more than {LIMIT:,} bytes.")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ParseError(f"The body is not UTF-8: {error.reason} at byte {error.start}.") from error


class Ask(APIView):
    """Questions and answers."""

    parser_classes = (QuestionText,)

    @documented(
        tag="Questions",
        response={200: ANSWER, 304: _KNOWN},
        problems=(400,),
        parameters=(_Q, _IF_NONE_MATCH),
        operation_id="ask_by_address",
    )
    def get(self, request: Request) -> Response:
        """Ask a question by an address, which can be kept and shared."""
        question = request.query_params.get("q")
        if question is None:
            raise Unacceptable("A question as URL-encoded JSON is expected.", field="q", accepted=["?q={…}"])
        answer = ask(parse_text(question)).as_json()
        headers = {"ETag": _etag(answer), "Cache-Control": REVALIDATE}
        if _knows(request, headers["ETag"]):
            return Response(status=304, headers=headers)
        return Response(answer, headers=headers)

    @documented(
        tag="Questions",
        response=ANSWER,
        problems=(400, 413, 415),
        request=_BODY,
        operation_id="ask",
    )
    def post(self, request: Request) -> Response:
        """Ask a question."""
        text = request.data if isinstance(request.data, str) else ""
        return Response(ask(parse_text(text)).as_json())


def _etag(answer: Mapping[str, Any]) -> str:
    """An entity tag of all that the answer says: labels and notes change without a new edition."""
    said = json.dumps(answer, sort_keys=True).encode()
    return f'"{hashlib.blake2b(said, digest_size=16).hexdigest()}"'


def _knows(request: Request, etag: str) -> bool:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or etag in (tag.removeprefix("W/") for tag in known)
