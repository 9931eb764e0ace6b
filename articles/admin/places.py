"""Places in a text as people say them: `p[3]/data[1]` is "Paragraph 3, figure 1"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIELDS: Mapping[str, Promise] = {
    "title": gettext_lazy("Title"),
    "standfirst": gettext_lazy("Standfirst"),
    "summary": gettext_lazy("Summary for search engines"),
    "social": gettext_lazy("Text for social media"),
    "slug": gettext_lazy("Address"),
    "body": gettext_lazy("Text"),
    "counterpart": gettext_lazy("Counterpart"),
}
"""The fields that a path may begin with; any other path is a place in the text."""

_STEP = re.compile(r"(?P<tag>\w+)\[(?P<number>\d+)\]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article: its path, what people call it, and its field if it begins with one."""

    path: str
    words: str
    field: str = ""

    @property
    def anchor(self) -> str:
        """The id of the field that it is in."""
        return f"id_{self.field or 'body'}"


def place_of(path: str) -> Place:
    """The place at a path: a field, a figure in a field (`title/data[1]`), or a place in the text."""
    field, _slash, rest = path.partition("/")
    if field not in FIELDS:
        return Place(path, place_in_words(path))
    words = f"{FIELDS[field]}, {place_in_words(rest)}" if rest else str(FIELDS[field])
    return Place(path, words, field)


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
