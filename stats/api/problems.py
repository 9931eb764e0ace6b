"""Problems: every answer that is none, as RFC 9457 asks (`application/problem+json`).

A problem says what is wrong, in which field, and what would have been accepted, so that a program can be
mended by reading it. https://www.rfc-editor.org/rfc/rfc9457
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions, serializers
from rest_framework.response import Response
from rest_framework.views import exception_handler

from stats.questions import QuestionError

MEDIA_TYPE = "application/problem+json"
ABOUT_STATUS = "about:blank"
"""The type of problems that say no more than their status."""
ABOUT_QUESTION = "urn:stet:problem:question"
"""The type of problems with a question: it cannot be asked, or not of this dataset or edition."""


class ProblemSerializer(serializers.Serializer[Mapping[str, Any]]):
    """What is wrong: a problem document."""

    type = serializers.CharField(help_text=f"`{ABOUT_QUESTION}` for questions, else `{ABOUT_STATUS}`.")
    title = serializers.CharField(help_text="The name of the status.")
    status = serializers.IntegerField(help_text="The status of the response.")
    detail = serializers.CharField(help_text="A sentence about this very problem.")
    field = serializers.CharField(
        help_text="The parameter, or the path in the question, that is meant; empty for the request itself."
    )
    accepted = serializers.ListField(
        child=serializers.CharField(),
        help_text="The nearest things that would be accepted, if there are any.",
    )


class Missing(exceptions.APIException):
    """Nothing is at an address: 404, with the nearest addresses or names there are."""

    status_code = HTTPStatus.NOT_FOUND

    def __init__(self, detail: str, *, field: str = "", accepted: Iterable[str] = ()) -> None:
        super().__init__(detail)
        self.field, self.accepted = field, list(accepted)


class Unacceptable(exceptions.APIException):
    """A parameter has a value that cannot be: 400."""

    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, detail: str, *, field: str = "", accepted: Iterable[str] = ()) -> None:
        super().__init__(detail)
        self.field, self.accepted = field, list(accepted)


class TooLarge(exceptions.APIException):
    """The body is larger than any question: 413."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """The framework's exception handler: the problem of an error, None for a fault of this server."""
    if isinstance(error, QuestionError):
        return _response(
            HTTPStatus.BAD_REQUEST, error.message, error.path, error.accepted, about=ABOUT_QUESTION
        )
    if isinstance(error, Http404):
        error = Missing("There is nothing at this address.")
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    usual = exception_handler(error, context)
    field, accepted = getattr(error, "field", ""), getattr(error, "accepted", ())
    response = _response(HTTPStatus(error.status_code), _sentence(error.detail), field, accepted)
    for name, value in usual.items() if usual is not None else ():
        if name.lower() != "content-type":
            response[name] = value
    return response


def _response(
    status: HTTPStatus, detail: str, field: str, accepted: Sequence[str], *, about: str = ABOUT_STATUS
) -> Response:
    problem = {
        "type": about,
        "title": status.phrase,
        "status": status.value,
        "detail": _sayable(detail),
        "field": _sayable(field),
        "accepted": [_sayable(choice) for choice in accepted],
    }
    return Response(problem, status=status, content_type=MEDIA_TYPE)


def _sentence(detail: object) -> str:
    """Details as one text: the framework gives texts, lists of them, or either by field."""
    match detail:
        case Mapping():
            return " ".join(f"{name}: {_sentence(part)}" for name, part in detail.items())
        case list() | tuple():
            return " ".join(map(_sentence, detail))
        case _:
            return str(detail)


def _sayable(text: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair, which JSON can bring in, is written out."""
    return text.encode("utf-8", "backslashreplace").decode()
