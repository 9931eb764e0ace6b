"""What the portal's catalogue says of a package: CKAN's `package_show`, read into plain values. Pure.

Any field of a resource may be missing, empty or of another type than documented, and that is no fault; only
an answer that is no package at all is refused. https://docs.ckan.org/en/latest/api/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from stats.labels import Label


class NotAPackage(ValueError):
    """An answer that is not the description of a package; the message says what came instead."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of a package. Texts are empty where the catalogue says nothing."""

    url: str
    name: Label = Label()
    format: str = ""
    last_modified: str = ""
    hash: str = ""
    size: str = ""

    @property
    def file_name(self) -> str:
        """The last part of the address, as a file would be called: blanks, not `%20`."""
        return PurePosixPath(unquote(urlsplit(self.url).path)).name

    @property
    def listed(self) -> dict[str, str]:
        """What tells two states of the file apart, as far as the catalogue says it."""
        facts = {"last_modified": self.last_modified, "hash": self.hash, "size": self.size}
        return {key: fact for key, fact in facts.items() if fact}


@dataclass(frozen=True, slots=True)
class Package:
    """A package: its id and title, and its files in the catalogue's order, each address once."""

    id: str
    title: Label
    resources: tuple[Resource, ...]


def parse(data: bytes) -> Package:
    """The package in an answer to `package_show`. NotAPackage for everything else."""
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotAPackage(f"not JSON ({error}): {data[:60]!r}") from error
    if not isinstance(raw, Mapping):
        raise NotAPackage(f"{type(raw).__name__} instead of an object: {data[:60]!r}")
    if raw.get("success") is not True:
        raise NotAPackage(f"the catalogue refuses: {_complaint(raw.get('error'))}")
    result = raw.get("result")
    if not isinstance(result, Mapping) or not isinstance(result.get("resources"), list):
        raise NotAPackage("the answer has no list 'resources' in 'result'")
    by_url = {found.url: found for entry in result["resources"] if (found := _resource(entry)).url}
    return Package(_text(result.get("id")), _label(result, "title"), tuple(by_url.values()))


def _complaint(error: object) -> str:
    message = error.get("message") if isinstance(error, Mapping) else None
    return repr(message or error)[:200]


def _resource(entry: object) -> Resource:
    if not isinstance(entry, Mapping):
        return Resource("")
    facts = {key: _text(entry.get(key)) for key in ("format", "last_modified", "hash", "size")}
    return Resource(url=_text(entry.get("url")), name=_label(entry, "name"), **facts)


def _label(entry: Mapping[str, Any], key: str) -> Label:
    """A name in both languages; where the catalogue gives one text, it is taken for English."""
    translated = entry.get(f"{key}_translated")
    if isinstance(translated, Mapping):
        return Label(_text(translated.get("en")), _text(translated.get("fr")))
    return Label(_text(entry.get(key)))


def _text(value: object) -> str:
    """A text or a number as text; empty for everything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).replace("\0", "").strip()
