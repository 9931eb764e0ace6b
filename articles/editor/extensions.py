"""What can be typed is what is stored: one declaration of the text editor's nodes and marks.

django-prose-editor makes the editor's schema and nh3's allow-list from it. Stet's own nodes are registered
with it through the setting `DJANGO_PROSE_EDITOR_EXTENSIONS`, so this module knows no settings.
https://django-prose-editor.readthedocs.io/en/latest/custom_extensions.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django_prose_editor.config import html_tags
from js_asset import static_lazy

from articles.document.addresses import SCHEMES

Processor = Callable[[Any, dict[str, Any]], None]

MODULES = (
    "combobox",
    "comments",
    "comparison",
    "desk",
    "embed",
    "figure",
    "insertion",
    "members",
    "one_line",
    "period",
    "picker",
    "places",
    "presentation",
    "preview",
    "question",
    "result",
    "server",
    "toolbar",
    "word_paste",
)
"""The names under which Stet's modules import each other; the page's import map leads them to their files."""

NODES: dict[str, Processor] = {
    "LiveFigure": html_tags(["data"], {"data": ["data-binding"]}),
    "Embed": html_tags(["figure"], {"figure": ["data-embed"]}),
    "OneLine": html_tags([]),
    "OneLineKeys": html_tags([]),
    "OrderedList": html_tags(["ol"], {"ol": ["start"]}),
    "Comments": html_tags([]),
    "Desk": html_tags([]),
    "Places": html_tags([]),
    "Toolbar": html_tags([]),
    "TrailingNode": html_tags([]),
    "WordPaste": html_tags([]),
}
"""Stet's own extensions, and the editor's whose rule is missing or too wide, with what each allows."""

ENTRIES = ("comments", "desk", "embed", "figure", "one_line", "places", "toolbar", "word_paste")
"""The modules that define extensions; the others are theirs."""

EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy(f"articles/editor/{name}.js") for name in ENTRIES],
        "extensions": NODES,
    }
]
"""For the setting `DJANGO_PROSE_EDITOR_EXTENSIONS`."""

MENU = [
    {"group": "headings"},
    {"group": "marks"},
    {"group": "link"},
    {"group": "lists"},
    {"group": "nodes -headings -lists"},
    {"group": "history"},
    {"group": "comments"},
    {"group": "figures"},
]
"""The groups of the toolbar, in order."""

TEXT_EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": list(SCHEMES), "openOnClick": False},
    "History": True,
    "TrailingNode": True,
    "NoSpellCheck": False,
    "Menu": {"groups": MENU},
}
"""What a text is made of besides Stet's own nodes; the document's nodes are its counterpart."""

LINE_EXTENSIONS: dict[str, Any] = {
    "Document": False,
    "OneLine": True,
    "OneLineKeys": True,
    "History": True,
    "NoSpellCheck": False,
    "Menu": {"groups": [{"group": "figures"}]},
}
"""What a line is made of besides figures: see `articles.document.line`."""
