"""What readers of the explorer open."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse


def datasets(request: HttpRequest) -> HttpResponse:
    """The datasets that can be explored."""
    raise Http404


def dataset(request: HttpRequest, slug: str) -> HttpResponse:
    """One dataset."""
    raise Http404


table = download = members = proof = dataset
