"""Places in a text as people say them: `p[3]/data[1]` is "Paragraph 3, figure 1"."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

_STEP = re.compile(r"(?P<tag>\w+)\[(?P<number>\d+)\]")


def place_in_words(path: str) -> str:
    """The path of a node in words; "Text" for the whole of it."""
    steps = [_step(match["tag"], match["number"]) for match in _STEP.finditer(path)]
    return ", ".join(filter(None, steps)) or _("Text")


def _step(tag: str, number: str) -> str:
    names = {
        "p": _("paragraph %(number)s"),
        "h2": _("heading %(number)s of level 2"),
        "h3": _("heading %(number)s of level 3"),
        "h4": _("heading %(number)s of level 4"),
        "ul": _("list %(number)s"),
        "ol": _("numbered list %(number)s"),
        "li": _("entry %(number)s"),
        "blockquote": _("quotation %(number)s"),
        "figure": _("embed %(number)s"),
        "data": _("figure %(number)s"),
        "a": _("link %(number)s"),
    }
    return names[tag] % {"number": number} if tag in names else ""
