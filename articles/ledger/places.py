"""Where the ledger's pages are, in the language that is active."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def revisions_path(slug: str) -> str:
    """The editions of a dataset."""
    return reverse("articles:revisions", kwargs={"slug": slug})


def revisions_file_path(slug: str, form: str) -> str:
    """The same as `csv`, or as a feed (`atom`)."""
    return reverse("articles:revisions-file", kwargs={"slug": slug, "form": form})


def changes_path(slug: str, number: int, parameters: list[tuple[str, str]] | None = None) -> str:
    """What an edition changed."""
    path = reverse("articles:changes", kwargs={"slug": slug, "number": number})
    return f"{path}?{urlencode(parameters)}" if parameters else path


def changes_file_path(slug: str, number: int, parameters: list[tuple[str, str]]) -> str:
    """The same as csv."""
    path = reverse("articles:changes-file", kwargs={"slug": slug, "number": number})
    return f"{path}?{urlencode(parameters)}" if parameters else path
