"""Which files of a package are imported together: a table's pair of workbooks, or one file alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stats.catalogue import find_by_file_name, name_key
from stats.refresh.catalogue import Resource

_LANGUAGE = re.compile(r"^(en|fr)[ _-]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files of one edition of a dataset, by its slug, that become one import."""

    dataset: str
    files: tuple[Resource, ...]


def bundles(resources: Sequence[Resource], datasets: Mapping[str, Sequence[str]]) -> tuple[Bundle, ...]:
    """The files that belong to datasets, given the file names of each: its workbooks first, then its texts.

    A file belongs to a dataset if the dataset or the catalogue that ships with Stet says so.
    """
    found = []
    for slug, names in datasets.items():
        keys = {name_key(name) for name in names}
        mine = [r for r in resources if name_key(r.file_name) in keys or _is_catalogued(r, slug)]
        books: dict[str, Resource] = {}
        for resource in mine:
            if _is_workbook(resource):
                language = _language(resource)
                books[language] = _newer(books.get(language), resource)
        if books:
            found.append(Bundle(slug, tuple(books[language] for language in sorted(books))))
        found.extend(Bundle(slug, (resource,)) for resource in mine if not _is_workbook(resource))
    return tuple(found)


def _is_catalogued(resource: Resource, slug: str) -> bool:
    return slug in (spec.slug for spec in find_by_file_name(resource.file_name))


def _is_workbook(resource: Resource) -> bool:
    return resource.file_name.lower().endswith((".xlsx", ".xlsm"))


def _language(resource: Resource) -> str:
    """The language in front of a file name; English where there is none."""
    found = _LANGUAGE.match(resource.file_name)
    return found[1].lower() if found else "en"


def _newer(one: Resource | None, other: Resource) -> Resource:
    """Of two workbooks in one language that of the later date, or that which is listed later."""
    return one if one is not None and one.last_modified > other.last_modified else other
