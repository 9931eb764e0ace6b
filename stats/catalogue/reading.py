"""Reads the catalogue file. What it does not know it refuses, naming the table and the key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from stats.catalogue.spec import DatasetSpec, DimensionSpec, FileSpec, Subject, header_key
from stats.codebook import AXES, Measures
from stats.labels import Label, nearest
from stats.readers.reading import Form
from stats.values import Disclosure

T = TypeVar("T")

FILE = "datasets.toml"


class CatalogueError(ValueError):
    """A fault in the catalogue file: the table, the key, what stands there and what would be accepted."""


@cache
def load() -> Mapping[str, DatasetSpec]:
    """The datasets that ship with Stet by their slugs, in the order of the file."""
    return parse(files("stats.catalogue").joinpath(FILE).read_text(encoding="utf-8"))


def parse(text: str) -> Mapping[str, DatasetSpec]:
    """The datasets of a catalogue file. CatalogueError for what is missing, unknown or of a wrong type."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{FILE}: not TOML: {error}") from error
    shared = _Shared(_Table(raw, FILE))
    specs: dict[str, DatasetSpec] = {}
    for entry in shared.root.items("dataset"):
        spec = _dataset(entry, shared)
        if spec.slug in specs:
            raise CatalogueError(f"{entry.name}: slug {spec.slug!r} is taken: slugs must differ")
        specs[spec.slug] = spec
    shared.root.close()
    return MappingProxyType(specs)


class _Table:
    """A TOML table that knows its name, so that faults can be told; every key must be read once."""

    def __init__(self, raw: Mapping[str, Any], name: str) -> None:
        self.raw, self.name, self.known = raw, name, set[str]()

    def get(self, key: str, kind: type[T], default: T | None = None) -> T:
        """The value of a key; one without a default must be there."""
        self.known.add(key)
        value = self.raw.get(key, default)
        if value is None:
            raise CatalogueError(f"{self.name}: {key!r} is missing: {_A[kind]} is expected")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise CatalogueError(f"{self.name}: {key!r} is {value!r}: {_A[kind]} is expected")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where the key is not there."""
        values = self.get(key, list, [])
        for value in values:
            if not isinstance(value, str):
                raise CatalogueError(f"{self.name}: {key!r} holds {value!r}: a text is expected")
        return tuple(values)

    def table(self, key: str) -> _Table:
        return _Table(self.get(key, dict), f"{self.name}: {key}")

    def items(self, key: str) -> list[_Table]:
        """A list of tables."""
        entries = self.get(key, list)
        for entry in entries:
            if not isinstance(entry, dict):
                raise CatalogueError(f"{self.name}: {key!r} holds {entry!r}: a table is expected")
        return [_Table(entry, f"{self.name}: {key} {i}") for i, entry in enumerate(entries, start=1)]

    def label(self, key: str) -> Label:
        """A table of an English and a French text."""
        return _label(self.table(key))

    def one_of(self, key: str, choices: Mapping[str, T], default: str | None = None) -> T:
        """What one of several names stands for."""
        return self.choose(key, self.get(key, str, default), choices)

    def choose(self, key: str, name: str, choices: Mapping[str, T]) -> T:
        """What a name under a key stands for."""
        if name not in choices:
            near = nearest(name, choices) or list(choices)
            raise CatalogueError(f"{self.name}: {key!r} is {name!r}: {', '.join(near)} is expected")
        return choices[name]

    def close(self) -> None:
        """Refuse keys that nobody asked for."""
        if unknown := sorted(self.raw.keys() - self.known):
            raise CatalogueError(
                f"{self.name}: unknown key {unknown[0]!r}: {', '.join(sorted(self.known))} are known"
            )


_A = {str: "a text", bool: "true or false", int: "a whole number", list: "a list", dict: "a table"}


def _label(table: _Table) -> Label:
    label = Label(table.get("en", str), table.get("fr", str))
    table.close()
    return label


class _Shared:
    """The tables that datasets refer to by name."""

    def __init__(self, root: _Table) -> None:
        self.root = root
        self.units, self.counts, self.notes = (self._labels(key) for key in ("unit", "counts", "note"))
        self.subjects = {slug: Subject(slug, label) for slug, label in self._labels("subject").items()}
        packages = root.table("package")
        self.packages = {"": ""} | {key: packages.get(key, str) for key in packages.raw}
        self.disclosures = {key: _disclosure(table) for key, table in self._tables("disclosure")}
        self.dimensions = dict(self._tables("dimension"))
        for slug, table in self.dimensions.items():
            _dimension(slug, table, columns=0)

    def _tables(self, key: str) -> list[tuple[str, _Table]]:
        table = self.root.table(key)
        return [(name, table.table(name)) for name in table.raw]

    def _labels(self, key: str) -> dict[str, Label]:
        return {name: _label(table) for name, table in self._tables(key)}


def _disclosure(table: _Table) -> Disclosure:
    numbers = {key: table.get(key, int) for key in ("base", "hidden_from", "hidden_to")}
    table.close()
    try:
        return Disclosure(**numbers)
    except ValueError as error:
        raise CatalogueError(f"{table.name}: {error}") from error


def _dimension(slug: str, table: _Table, *, columns: int) -> DimensionSpec:
    spec = DimensionSpec(
        slug=slug,
        label=table.label("label"),
        total=table.label("total"),
        headers=tuple(dict.fromkeys(map(header_key, table.texts("headers")))),
        columns=columns,
        coded=table.get("coded", bool, False),
        codelist=table.get("codelist", str, ""),
        others=table.texts("others"),
        not_stated=table.texts("not_stated"),
    )
    table.close()
    return spec


def _dataset(entry: _Table, shared: _Shared) -> DatasetSpec:
    slug = entry.get("slug", str)
    entry.name = f"{FILE}: dataset {slug!r}"
    spec = DatasetSpec(
        slug=slug,
        title=entry.label("title"),
        subject=entry.one_of("subject", shared.subjects),
        measures=entry.one_of("measures", {member.value: member for member in Measures}),
        unit=entry.one_of("unit", shared.units),
        counts=entry.one_of("counts", shared.counts),
        months_add=entry.get("months_add", bool),
        members_add=entry.get("members_add", bool),
        disclosure=entry.one_of("disclosure", shared.disclosures, "ircc"),
        frequency=entry.one_of("frequency", {"month": "month", "year": "year"}),
        package=entry.one_of("package", shared.packages, ""),
        files=tuple(_file(item) for item in entry.items("files")),
        dimensions=tuple(_used(item, shared) for item in entry.items("dimensions")),
        headings=entry.texts("headings"),
        notes=tuple(entry.choose("notes", key, shared.notes) for key in entry.texts("notes")),
    )
    entry.close()
    _check(spec, entry.name)
    return spec


def _file(item: _Table) -> FileSpec:
    languages = {"en": "en", "fr": "fr", "both": "both"}
    spec = FileSpec(
        item.get("name", str),
        item.one_of("language", languages),  # type: ignore[arg-type]
        item.one_of("form", {form.value: form for form in Form}),
    )
    item.close()
    return spec


def _used(item: _Table, shared: _Shared) -> DimensionSpec:
    slug = item.get("use", str)
    table = item.choose("use", slug, shared.dimensions)
    spec = _dimension(slug, table, columns=item.get("columns", int))
    item.close()
    return spec


def _check(spec: DatasetSpec, name: str) -> None:
    slugs = [dimension.slug for dimension in spec.dimensions]
    if not 1 <= len(slugs) <= AXES or len(set(slugs)) < len(slugs):
        raise CatalogueError(f"{name}: 'dimensions' are {slugs!r}: 1 to {AXES} different ones are expected")
    if spec.months_add and spec.measures is not Measures.EVENTS:
        raise CatalogueError(f"{name}: 'months_add' is True: months of {spec.measures.value!r} never add up")
