"""Which form an answer has: always JSON, whatever the client says it would rather have.

HTTP lets a server disregard `Accept`; a program that meant something else sees it at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class AlwaysFirst(DefaultContentNegotiation):
    """Parsers are chosen by the content type, the renderer is the view's first."""

    def select_renderer(  # type: ignore[override]
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The first renderer and its media type."""
        return renderers[0], str(renderers[0].media_type)
