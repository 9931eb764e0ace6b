"""Addresses below the API at which nothing is: a problem document, not a page for people."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from stats.api.problems import Missing


@extend_schema(exclude=True)
class Nothing(APIView):
    """Says so, whatever the method."""

    throttle_classes = ()

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Refuse before any method is looked for."""
        path = request.path
        near = [] if path.endswith("/") else [f"{path}/"]
        raise Missing(f"There is nothing at {path!r}.", accepted=near)

    def get(self, request: Request, **kwargs: object) -> Response:
        """Never reached."""
        raise NotImplementedError
