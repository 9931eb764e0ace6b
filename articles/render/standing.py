"""The notice on a page whose figures can no longer be given: it is as it was, and under review."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.translation import override

PLACE = "<!-- standing -->"
"""Where the notice goes in a page that was made ready: the template of an article leaves it there."""


def under_review(html: str, language: str) -> str:
    """A ready-made page with the notice."""
    with override(language):
        notice = render_to_string("articles/under_review.html")
    return html.replace(PLACE, f"{PLACE}\n    {notice.strip()}", 1)
