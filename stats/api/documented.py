"""What the API says of every view: its tag, its parameters, the problems it may answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from stats.api.problems import MEDIA_TYPE, ProblemSerializer

F = TypeVar("F", bound=Callable[..., Any])

_MEANINGS = {
    400: "The question or a parameter cannot be understood or answered.",
    404: "There is no such thing.",
    405: "The address is there to be read.",
    413: "The body is larger than any question.",
    415: "The body is not JSON.",
    429: "Too many requests; `Retry-After` says when to come again.",
}
_ALWAYS = (405, 429)


def documented(
    *,
    tag: str,
    response: Any,
    problems: Sequence[int] = (),
    parameters: Sequence[OpenApiParameter] = (),
    **more: Any,
) -> Callable[[F], F]:
    """Describe a view: what it answers when all is well, and which problems besides 405 and 429."""
    responses = {200: response} if not isinstance(response, dict) else dict(response)
    for status in sorted((*problems, *_ALWAYS)):
        responses[status, MEDIA_TYPE] = OpenApiResponse(ProblemSerializer, description=_MEANINGS[status])
    return extend_schema(tags=[tag], responses=responses, parameters=list(parameters), **more)
