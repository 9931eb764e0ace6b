"""Whether a client has a response already: entity tags and dates of editions.

Both are known before any cell is read. A date is compared for being the same, not for being later: when an
edition is taken back, the one before counts again, whose date is the earlier one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.request import Request

from stats.queries.published import Published

REVALIDATE = "public, max-age=0, must-revalidate"

CONDITIONS = (
    OpenApiParameter(
        "If-None-Match", str, OpenApiParameter.HEADER, description="The `ETag` of the response known already."
    ),
    OpenApiParameter(
        "If-Modified-Since", str, OpenApiParameter.HEADER, description="Its `Last-Modified`, just as it was."
    ),
)
KNOWN = OpenApiResponse(description="The response is the one known already.")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a response is known by, and whether the client knows it."""

    etag: str
    modified: int | None
    met: bool

    def not_modified(self) -> HttpResponse:
        """The response to a client that has it already."""
        return self.told(HttpResponse(status=304))

    def told(self, response: HttpResponse) -> HttpResponse:
        """The response with its validators."""
        response["ETag"] = self.etag
        response["Cache-Control"] = REVALIDATE
        response["Vary"] = "Accept"
        if self.modified is not None:
            response["Last-Modified"] = http_date(self.modified)
        return response


def validators(request: Request, of: Published, form: str) -> Validators:
    """The validators of what an address says of an edition: it, its dataset's settings, address and form."""
    said = (of.dataset_id, of.edition, of.unit, of.disclosure, request.build_absolute_uri(), form)
    digest = hashlib.blake2b(repr(said).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
    etag = f'"{digest}"'
    since = of.edition.in_force_since
    modified = None if since is None else int(since.timestamp())
    if (tags := request.headers.get("If-None-Match")) is not None:
        known = parse_etags(tags)
        met = "*" in known or etag in (tag.removeprefix("W/") for tag in known)
    else:
        date = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        met = date is not None and date == modified
    return Validators(etag, modified, met)


def tagged(request: Request, body: bytes, content_type: str) -> HttpResponse:
    """A response that is known by what it says, or 304 for a client that has it."""
    etag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    known = parse_etags(request.headers.get("If-None-Match", ""))
    met = "*" in known or etag in (tag.removeprefix("W/") for tag in known)
    response = HttpResponse(status=304) if met else HttpResponse(body, content_type=content_type)
    return Validators(etag, None, met).told(response)
