"""Registering datasets: from the catalogue, or from what an unknown table says of itself."""

from __future__ import annotations

from django.db import transaction

from stats.catalogue import DatasetSpec, load
from stats.codebook import AXES, TOTAL, Measures, Role
from stats.findings import refuse
from stats.labels import Label, nearest, slug
from stats.models import Dataset, Dimension, Member
from stats.readers.reading import Reading
from stats.values import IRCC, Disclosure


def dataset_named(name: str) -> Dataset:
    """The dataset of a slug, made from the catalogue if it is not stored; refused where neither knows it."""
    found = Dataset.objects.filter(slug=name).first()
    if found is not None:
        return found
    specs = load()
    if name not in specs:
        known = {*specs, *Dataset.objects.values_list("slug", flat=True)}
        near = ", ".join(map(repr, nearest(name, sorted(known)))) or "see the catalogue"
        raise refuse("resolve.unknown-dataset", f"{name!r} is not a dataset; nearest: {near}")
    return from_spec(specs[name])


@transaction.atomic
def from_spec(spec: DatasetSpec) -> Dataset:
    """Store a dataset of the catalogue with its dimensions."""
    dataset, made = Dataset.objects.get_or_create(
        slug=spec.slug,
        defaults={
            "title_en": spec.title.en,
            "title_fr": spec.title.fr,
            "subject": spec.subject.slug,
            "measures": spec.measures,
            "unit_en": spec.unit.en,
            "unit_fr": spec.unit.fr,
            "counts_en": spec.counts.en,
            "counts_fr": spec.counts.fr,
            "months_add": spec.months_add,
            "members_add": spec.members_add,
            "rounding_base": spec.disclosure.base,
            "hidden_from": spec.disclosure.hidden_from,
            "hidden_to": spec.disclosure.hidden_to,
            "package": spec.package,
            "files": [file.name for file in spec.files],
            "followed": bool(spec.package and spec.files),
            "notes": [note.as_json() for note in spec.notes],
        },
    )
    if made:
        for axis, dimension in enumerate(spec.dimensions):
            _add_dimension(
                dataset,
                axis=axis,
                slug=dimension.slug,
                label=dimension.label,
                total=dimension.total,
                columns=dimension.columns,
                coded=dimension.coded,
                codelist=dimension.codelist,
                others=list(dimension.others),
                not_stated=list(dimension.not_stated),
            )
    return dataset


@transaction.atomic
def from_reading(
    reading: Reading,
    *,
    slug_: str,
    title: Label,
    measures: Measures,
    unit: Label,
    disclosure: Disclosure = IRCC,
) -> Dataset:
    """Store a dataset for a table that is not in the catalogue; its dimensions are those of its headers."""
    if len(reading.headers) > AXES:
        raise refuse(
            "resolve.too-many-dimensions",
            f"the table has {len(reading.headers)} dimensions; at most {AXES} are kept",
        )
    dataset = Dataset.objects.create(
        slug=slug_,
        title_en=title.en or reading.title.en,
        title_fr=title.fr or reading.title.fr,
        measures=measures,
        unit_en=unit.en,
        unit_fr=unit.fr,
        months_add=measures is Measures.EVENTS,
        rounding_base=disclosure.base,
        hidden_from=disclosure.hidden_from,
        hidden_to=disclosure.hidden_to,
    )
    columns = _columns(reading)
    for axis, header in enumerate(reading.headers):
        name = slug(header.en or header.fr) if header.en or header.fr else f"dimension-{axis + 1}"
        _add_dimension(
            dataset,
            axis=axis,
            slug=name[:40],
            label=header
            if header.en or header.fr
            else Label(f"Dimension {axis + 1}", f"Dimension {axis + 1}"),
            total=Label("Total", "Total"),
            columns=columns[axis],
        )
    return dataset


def _columns(reading: Reading) -> list[int]:
    return [
        max((len(row.path[axis]) for row in reading.rows), default=1) or 1
        for axis in range(len(reading.headers))
    ]


def _add_dimension(dataset: Dataset, *, label: Label, total: Label, **fields: object) -> None:
    dimension = Dimension.objects.create(dataset=dataset, label_en=label.en, label_fr=label.fr, **fields)
    Member.objects.create(
        dimension=dimension, code=TOTAL, label_en=total.en, label_fr=total.fr, role=Role.TOTAL
    )
