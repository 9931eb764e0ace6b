"""The desk's addresses, below that of the articles in the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path
from django.views.i18n import JavaScriptCatalog

from articles.editor import views

words = JavaScriptCatalog.as_view(packages=["django_prose_editor"])
"""The words of the text editor itself, which it looks up with `gettext`."""


def urls(for_staff: Callable[[Any], Any]) -> list[URLPattern]:
    """The patterns, each behind the admin site's own door."""
    return [
        path("editor/datasets/", for_staff(views.datasets), name="articles_editor_datasets"),
        path("editor/codebook/", for_staff(views.describe), name="articles_editor_codebook"),
        path("editor/members/", for_staff(views.members), name="articles_editor_members"),
        path("editor/preview/", for_staff(views.preview), name="articles_editor_preview"),
        path("editor/words.js", for_staff(words), name="articles_editor_words"),
    ]
