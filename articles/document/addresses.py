"""Where links may lead: web, mail and telephone addresses, and places on this site. Never a script."""

from __future__ import annotations

import re

SCHEMES = ("https", "http", "mailto", "tel")

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")


def is_allowed(href: str) -> bool:
    """Whether a link may lead there. `//host` and `\\` are refused: browsers read them as other hosts."""
    if not href or _CONTROL.search(href) or "\\" in href or href.startswith("//"):
        return False
    scheme = _SCHEME.match(href)
    if scheme is not None:
        return scheme[1].lower() in SCHEMES
    return href.startswith(("/", "#")) or ":" not in href.split("/")[0]
