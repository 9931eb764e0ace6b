"""What the catalogue says of a dataset: its meaning, its dimensions and the files that hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from stats.codebook import Measures
from stats.labels import Label, fold
from stats.readers.reading import Form
from stats.values import Disclosure

_LANGUAGE_PREFIX = re.compile(r"^(?:en|fr)[ _-]+(?=\w)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A field of statistics under which readers find datasets."""

    slug: str
    label: Label


@dataclass(frozen=True, slots=True)
class FileSpec:
    """A file on the portal: its name as published, the language of its labels, and its form."""

    name: str
    language: Literal["en", "fr", "both"]
    form: Form


@dataclass(frozen=True, slots=True)
class DimensionSpec:
    """An axis of a dataset, called alike in all datasets that have it.

    `columns` is how many label columns it takes in a workbook, 0 where that is not known. `coded` says that
    its labels begin with a code (`2174 - Computer programmers …`), `codelist` which list its codes come from.
    `others` and `not_stated` are the codes of members that rankings leave out and report beside.
    """

    slug: str
    label: Label
    total: Label
    headers: tuple[str, ...]
    columns: int = 1
    coded: bool = False
    codelist: str = ""
    others: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()

    def is_called(self, header: str) -> bool:
        """Whether a file that writes `header` over a column means this dimension."""
        return header_key(header) in self.headers


@dataclass(frozen=True, slots=True)
class DatasetSpec:
    """A statistical table that is followed over time.

    `unit` is a plural noun, `counts` a sentence. `months_add` says whether months may be added up to a year,
    `members_add` whether members may be added up to a total. `headings` are titles in workbooks, without the
    months that they end in.
    """

    slug: str
    title: Label
    subject: Subject
    measures: Measures
    unit: Label
    counts: Label
    months_add: bool
    members_add: bool
    disclosure: Disclosure
    frequency: Literal["month", "year"]
    package: str
    files: tuple[FileSpec, ...]
    dimensions: tuple[DimensionSpec, ...]
    headings: tuple[str, ...] = ()
    notes: tuple[Label, ...] = ()

    @property
    def layout(self) -> tuple[int, ...] | None:
        """How many label columns each dimension has in a workbook; None where that is not known of all."""
        columns = tuple(dimension.columns for dimension in self.dimensions)
        return columns if all(columns) else None

    def dimension(self, slug: str) -> DimensionSpec:
        """The dimension of that slug; KeyError with those there are."""
        for dimension in self.dimensions:
            if dimension.slug == slug:
                return dimension
        raise KeyError(f"{self.slug} has no dimension {slug!r}: {', '.join(d.slug for d in self.dimensions)}")


def header_key(header: str) -> str:
    """The form in which two headers of one dimension are equal.

    `EN_PROVINCE_TERRITORY` and `Province/Territory` are; so are the columns of a hierarchy, such as
    `EN_PROGRAM_LEVEL_2` and `EN_PROGRAM_LEVEL_3`.
    """
    words = re.sub(r"[^\w']+|_", " ", _LANGUAGE_PREFIX.sub("", fold(header)))
    return re.sub(r"(?:\s\d+)+$", "", " ".join(words.split()))
