"""Lists in pages: how many items, the addresses of the pages before and after, and this page's items."""

from __future__ import annotations

from typing import Any

from rest_framework.pagination import PageNumberPagination


class Pages(PageNumberPagination):
    """Pages of a hundred items, or as many as `page_size` says, up to a thousand."""

    page_size = 100
    page_size_query_param = "page_size"
    max_page_size = 1000

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The description of a page; the framework's own is in the words of OpenAPI 3.0."""
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "properties": {
                "count": {"type": "integer", "description": "How many items there are on all pages."},
                "next": address,
                "previous": address,
                "results": schema,
            },
            "required": ["count", "next", "previous", "results"],
        }
